using System.Collections.Immutable;

namespace Hillock.Formulas;

/// <summary>Finds the function of the catalog that a formula is, by comparing what both compute step by step.</summary>
internal static class Recognition
{
    // min(max(x, 0), 6) is relu6 rather than hard_tanh with two values.
    private static readonly Lazy<IReadOnlyList<(Function Function, Expression Body)>> Bodies = new(() =>
        [.. Catalog.Functions.OrderBy(f => f.Parameters.Count).Select(f => (f, BodyOf(f)))]);

    // With their defaults, of which most are 1 and vanish.
    private static readonly Lazy<IReadOnlyList<(Function Function, Expression Body)>> Usual = new(() =>
        [.. Catalog.Functions.Where(f => f.Parameters.Any(p => p.Default == 1)).Select(f => (f, UsualBodyOf(f)))]);

    /// <summary>Begins to look up what the functions of the catalog compute, while something else is done.</summary>
    public static void Begin() => _ = Task.Run(() => (Bodies.Value, Usual.Value));

    /// <summary>The function that a formula is when nothing in it stands for more; <c>null</c> for none.</summary>
    public static Recognised? Find(Expression lowered)
    {
        return Among(Bodies.Value, lowered) ?? Usual.Value.Where(usual => Unify(usual.Body, lowered, ImmutableDictionary<string, Expression>.Empty) is not null)
            .Select(usual => new Recognised(usual.Function, [.. usual.Function.Defaults.Select(v => Constants.Of(v).Operation)])).FirstOrDefault();
    }

    /// <summary>A formula that is nothing but a call of a function of the catalog.</summary>
    public static Recognised? OfCall(Expression formula) => formula switch
    {
        { Operation: CatalogCall call } when formula.Operands[0].Operation is Input => new(call.Function, [.. call.Values.Select(v => Constants.Of(v).Operation)]),
        { Operation: VariedCatalogCall call } when formula.Operands[0].Operation is Input && formula.Operands.Skip(1).All(o => o.Operation is Number or Value) =>
            new(call.Function, [.. formula.Operands.Skip(1).Select(o => o.Operation)]),
        _ => null,
    };

    /// <summary>The first of some bodies that an expression is.</summary>
    public static Recognised? Among(IEnumerable<(Function Function, Expression Body)> bodies, Expression lowered)
    {
        foreach (var (function, body) in bodies)
        {
            if (Unify(body, lowered, ImmutableDictionary<string, Expression>.Empty) is { } found && function.Parameters.All(p => found.ContainsKey(p.Name)))
            {
                return new(function, [.. function.Parameters.Select(p => found[p.Name].Operation)]);
            }
        }

        return null;
    }

    private static Expression BodyOf(Function function) =>
        function.Body.OfVaried<Symbol>(Symbol.X, [.. function.Parameters.Select(p => (Symbol)Expression.Of(new Wildcard(p.Name)))]).Expression;

    private static Expression UsualBodyOf(Function function) =>
        WithoutOnes(function.Body.OfVaried<Symbol>(Symbol.X, [.. function.Defaults.Select(v => (Symbol)v)]).Expression);

    /// <summary>The same without factors and divisors of 1.</summary>
    private static Expression WithoutOnes(Expression e)
    {
        Expression[] operands = [.. e.Operands.Select(WithoutOnes)];
        return e.Operation switch
        {
            Multiple { Factor: { IsDouble: true, Constant.High: 1 } } => operands[0],
            Division when operands[1].Operation is Number { IsDouble: true, Constant.High: 1 } => operands[0],
            _ when operands.Length > 0 => Arithmetic.Folded(Expression.Of(e.Operation, operands)).Expression,
            _ => e,
        };
    }

    private static ImmutableDictionary<string, Expression>? Unify(Expression body, Expression e, ImmutableDictionary<string, Expression> found)
    {
        if (body.Operation is Wildcard wildcard)
        {
            return e.Operation is not (Number or Value) ? null
                : !found.TryGetValue(wildcard.Label, out var known) ? found.Add(wildcard.Label, e)
                : known.Equals(e) ? found : null;
        }

        if (body.Operation is Multiplication && Multiplier(e) is { } multiplier)
        {
            return (body.Operands[0].Operation, body.Operands[1].Operation) switch
            {
                (Wildcard, _) => UnifyBoth(body.Operands, [multiplier, e.Operands[0]], found),
                (_, Wildcard) => UnifyBoth(body.Operands, [e.Operands[0], multiplier], found),
                _ => null,
            };
        }

        return !body.Operation.IsNear(e.Operation) ? null
            : body.Operation.Commutes
                ? UnifyBoth(body.Operands, e.Operands, found) ?? UnifyBoth(body.Operands, [e.Operands[1], e.Operands[0]], found)
                : UnifyBoth(body.Operands, e.Operands, found);
    }

    private static ImmutableDictionary<string, Expression>? UnifyBoth(
        IReadOnlyList<Expression> body, IReadOnlyList<Expression> operands, ImmutableDictionary<string, Expression>? found)
    {
        for (var i = 0; i < body.Count && found is not null; i++)
        {
            found = Unify(body[i], operands[i], found);
        }

        return found;
    }

    private static Expression? Multiplier(Expression e) => e.Operation switch
    {
        Multiple multiple => Expression.Of(multiple.Factor),
        ScaledByValue scaled => Symbol.Parameter(scaled.Index).Expression,
        _ => null,
    };
}

/// <summary>A function of the catalog that a formula is.</summary>
/// <param name="Function">The function.</param>
/// <param name="Parameters">What its parameters are in the formula: numbers, or parameters of the formula.</param>
internal sealed record Recognised(Function Function, IReadOnlyList<Operation> Parameters)
{
    /// <summary>Whether its parameters are the doubles that the formula has, to all digits.</summary>
    public bool IsExact => Parameters.All(p => p is not Number { IsDouble: false });

    /// <summary>The values of its parameters, from those of the formula.</summary>
    public double[] Values(IReadOnlyList<double> values) => [.. Parameters.Select(p => p is Value value ? values[value.Index] : ((Number)p).Constant.High)];
}
