namespace Hillock.Formulas;

/// <summary>Rewrites a formula by the rules, from the outside in and again from the inside out.</summary>
internal sealed class Rewriter(IReadOnlyList<Parameter> parameters)
{
    // Each rule leaves less for the others; so many are more than a formula has.
    private const int MostRewritings = 100;

    private readonly Matcher matcher = new();
    private readonly Dictionary<Expression, Expression> done = [];
    private readonly List<Rewriting> rewritings = [];
    private int applied;

    /// <summary>What was rewritten, in order.</summary>
    public IReadOnlyList<Rewriting> Rewritings => rewritings;

    /// <summary>The same function, written so that it keeps its digits.</summary>
    public Expression Rewrite(Expression e)
    {
        if (e.Operands.Count == 0)
        {
            return e;
        }

        if (!done.TryGetValue(e, out var result))
        {
            result = Once(e, early: true) is { } whole ? Rewrite(whole) : FromWithin(e);
            done[e] = result;
        }

        return result;
    }

    private Expression FromWithin(Expression e)
    {
        Expression[] operands = [.. e.Operands.Select(Rewrite)];
        var rebuilt = operands.Zip(e.Operands).All(pair => pair.First.Equals(pair.Second)) ? e : Rebuilt(e.Operation, operands);
        return Once(rebuilt, early: false) is { } better ? Rewrite(better) : rebuilt;
    }

    private Expression? Once(Expression e, bool early)
    {
        if (applied == MostRewritings)
        {
            return null;
        }

        foreach (var rule in RuleTable.All.Where(r => !early || !r.IsLast))
        {
            if (rule.Apply(e, matcher) is { } result && !result.Equals(e))
            {
                applied++;
                if (!rule.IsSilent)
                {
                    rewritings.Add(new(rule.Name, FormulaText.Of(e, parameters), FormulaText.Of(result, parameters), rule.Why));
                }

                return result;
            }
        }

        return null;
    }

    /// <summary>An operation on other operands; numbers are computed.</summary>
    private static Expression Rebuilt(Operation operation, Expression[] operands) => (operation switch
    {
        Addition => Arithmetic.Add(operands[0], operands[1]),
        Subtraction => Arithmetic.Subtract(operands[0], operands[1]),
        Multiplication => Arithmetic.Multiply(operands[0], operands[1]),
        Multiple multiple => Product.Of(operands[0]).Times(multiple.Factor.Constant).ToSymbol(),
        Negation => Arithmetic.Negate(operands[0]),
        _ => Arithmetic.Operation(operation, [.. operands.Select(o => (Symbol)o)]),
    }).Expression;
}
