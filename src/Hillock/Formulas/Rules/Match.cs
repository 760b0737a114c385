using System.Collections.Immutable;

namespace Hillock.Formulas;

/// <summary>What a pattern's wildcards stand for.</summary>
internal sealed record Bindings(ImmutableDictionary<string, Expression> Names)
{
    /// <summary>Nothing yet.</summary>
    public static Bindings None { get; } = new(ImmutableDictionary<string, Expression>.Empty);

    public Symbol U => Names["u"];

    public Symbol V => Names["v"];

    /// <summary>A number.</summary>
    public Constant C => ((Number)Names["c"].Operation).Constant;

    /// <summary>A number.</summary>
    public Constant D => ((Number)Names["d"].Operation).Constant;

    /// <summary>What a name stands for; <c>null</c> for nothing yet.</summary>
    public Expression? Find(string name) => Names.GetValueOrDefault(name);

    /// <summary>One name more.</summary>
    public Bindings With(string name, Expression expression) => new(Names.SetItem(name, expression));
}

/// <summary>
/// Finds a pattern in an expression, whatever the order of terms and factors, their signs and common multiples; the rest of a sum or product
/// is left over.
/// </summary>
internal sealed class Matcher
{
    // So much is tried in one formula; then what is left stays as it was written.
    private const int MostTries = 200_000;

    private int tries;

    /// <summary>All ways in which an expression as a whole is what a pattern says.</summary>
    public IEnumerable<Bindings> Whole(Expression pattern, Expression e, Bindings bindings)
    {
        if (++tries > MostTries)
        {
            return [];
        }

        if (pattern.Operation is Wildcard wildcard)
        {
            return Bound(wildcard.Label, e, bindings);
        }

        // 0 is no factor of anything.
        if (pattern.Operation is Number { Constant.High: 0 })
        {
            return e.Equals(pattern) ? [bindings] : [];
        }

        if (Sum.IsSum(pattern))
        {
            return Sum.IsSum(e) ? Terms(Sum.Of(pattern), Sum.Of(e), bindings).Where(m => m.Scale.IsOne && m.Remaining.IsEmpty).Select(m => m.Bindings) : [];
        }

        if (IsProduct(pattern))
        {
            return Factors(Product.Of(pattern), Product.Of(e), bindings, [.. Product.Of(pattern).Factors]).Where(m => m.Remaining.IsOne).Select(m => m.Bindings);
        }

        return Same(pattern.Operation, e.Operation) ? Operands(pattern, e, 0, bindings) : [];
    }

    /// <summary>All ways in which some terms of a sum are a multiple of a pattern's.</summary>
    public IEnumerable<(Bindings Bindings, Product Scale, ImmutableList<Product> Remaining)> Terms(Sum pattern, Sum sum, Bindings bindings)
    {
        // The term that says most decides on the multiple.
        var first = pattern.Terms.FindIndex(t => t.Factors.Any(f => f.Base.Operation is not (Wildcard or NumberWildcard)));
        var ordered = first < 0 ? pattern.Terms : pattern.Terms.RemoveAt(first).Insert(0, pattern.Terms[first]);
        foreach (var term in sum.Terms)
        {
            foreach (var (found, rest) in Factors(ordered[0], term, bindings, [.. ordered[0].Factors]))
            {
                if (rest.Factors.Any(f => f.Exponent < 0 && f.Base.Operation is Addition or Subtraction))
                {
                    continue;
                }

                foreach (var (all, left) in Others(ordered.RemoveAt(0), sum.Terms.Remove(term), rest, found))
                {
                    yield return (all, rest, left);
                }
            }
        }
    }

    /// <summary>All ways in which some factors of a product are a pattern's, up to a number; what is left over is multiplied.</summary>
    public IEnumerable<(Bindings Bindings, Product Remaining)> Factors(Product pattern, Product product, Bindings bindings, ImmutableList<Factor> open)
    {
        if (++tries > MostTries)
        {
            yield break;
        }

        // What says most first; a number last, when all else is known.
        var factor = open.OrderBy(f => f.Base.Operation is NumberWildcard ? 2 : f.Base.Operation is Wildcard ? 1 : 0).FirstOrDefault();
        if (factor.Base is null)
        {
            yield return (bindings, product with { Number = product.Number / pattern.Number });
            yield break;
        }

        var others = open.Remove(factor);
        if (factor.Base.Operation is NumberWildcard number)
        {
            var value = (product.Number / pattern.Number).ToSymbol().Expression;
            if (!product.Number.IsZero && (bindings.Find(number.Label) is not { } known || known.Equals(value)))
            {
                foreach (var match in Factors(pattern, product with { Number = pattern.Number }, bindings.With(number.Label, value), others))
                {
                    yield return match;
                }
            }

            yield break;
        }

        if (factor.Base.Operation is Wildcard wildcard && bindings.Find(wildcard.Label) is { } bound)
        {
            var power = Enumerable.Repeat(Product.Of(bound), Math.Abs(factor.Exponent)).Aggregate(Product.One, (a, b) => a.Times(b));
            power = factor.Exponent < 0 ? new(power.Number.Power(-1), power.Factors.ConvertAll(f => f with { Exponent = -f.Exponent })) : power;
            if (product.Over(power) is { } rest)
            {
                foreach (var match in Factors(pattern, rest, bindings, others))
                {
                    yield return match;
                }
            }

            yield break;
        }

        // A wildcard alone is all that is left, whatever its factors.
        if (factor.Base.Operation is Wildcard alone && factor.Exponent == 1 && open.Count == 1 && pattern.Factors.Count == 1)
        {
            foreach (var found in Bound(alone.Label, (product with { Number = product.Number / pattern.Number }).ToSymbol().Expression, bindings))
            {
                yield return (found, Product.One);
            }

            yield break;
        }

        foreach (var candidate in product.Factors.Where(f => f.Exponent * factor.Exponent > 0 && Math.Abs(f.Exponent) >= Math.Abs(factor.Exponent)))
        {
            var rest = product.Over(Product.One.Times(candidate.Base, factor.Exponent));
            if (rest is not { } left)
            {
                continue;
            }

            foreach (var (found, scale) in UpToNumber(factor.Base, candidate.Base, bindings))
            {
                foreach (var match in Factors(pattern, left.Times(scale.Power(factor.Exponent)), found, others))
                {
                    yield return match;
                }
            }
        }
    }

    /// <summary>A factor that is a sum may be a multiple of the pattern's.</summary>
    private IEnumerable<(Bindings Bindings, Coefficient Scale)> UpToNumber(Expression pattern, Expression e, Bindings bindings) =>
        Sum.IsSum(pattern) && Sum.IsSum(e)
            ? Terms(Sum.Of(pattern), Sum.Of(e), bindings).Where(m => m.Remaining.IsEmpty && m.Scale.IsNumber).Select(m => (m.Bindings, m.Scale.Number))
            : Whole(pattern, e, bindings).Select(found => (found, Coefficient.One));

    private IEnumerable<(Bindings Bindings, ImmutableList<Product> Remaining)> Others(
        ImmutableList<Product> pattern, ImmutableList<Product> terms, Product scale, Bindings bindings)
    {
        if (++tries > MostTries)
        {
            yield break;
        }

        if (pattern.IsEmpty)
        {
            yield return (bindings, terms);
            yield break;
        }

        // A free wildcard among terms is all that is left of them.
        var next = pattern.FindIndex(t => !IsFree(t, bindings)) is var known and >= 0 ? known : 0;
        var (wanted, others) = (pattern[next], pattern.RemoveAt(next));
        if (IsFree(wanted, bindings))
        {
            if (others.IsEmpty && !terms.IsEmpty && terms.All(t => t.Over(scale) is not null))
            {
                var all = new Sum(terms.ConvertAll(t => t.Over(scale)!.Value.Times(wanted.Number.Power(-1)))).ToSymbol().Expression;
                foreach (var found in Bound(((Wildcard)wanted.Factors[0].Base.Operation).Label, all, bindings))
                {
                    yield return (found, []);
                }
            }

            yield break;
        }

        foreach (var term in terms)
        {
            if (term.Over(scale) is not { } reduced)
            {
                continue;
            }

            foreach (var (found, rest) in Factors(wanted, reduced, bindings, [.. wanted.Factors]))
            {
                if (rest.IsOne)
                {
                    foreach (var match in Others(others, terms.Remove(term), scale, found))
                    {
                        yield return match;
                    }
                }
            }
        }
    }

    private IEnumerable<Bindings> Operands(Expression pattern, Expression e, int index, Bindings bindings)
    {
        if (index == pattern.Operands.Count)
        {
            yield return bindings;
            yield break;
        }

        foreach (var found in Whole(pattern.Operands[index], e.Operands[index], bindings))
        {
            foreach (var all in Operands(pattern, e, index + 1, found))
            {
                yield return all;
            }
        }
    }

    private static bool IsFree(Product term, Bindings bindings) =>
        term.Factors is [{ Base.Operation: Wildcard wildcard, Exponent: 1 }] && bindings.Find(wildcard.Label) is null;

    private static bool IsProduct(Expression e) => e.Operation is Multiplication or Division or Multiple or Negation or Number or NumberWildcard;

    /// <summary>The root of what may be negative is written as that of what may not.</summary>
    private static bool Same(Operation a, Operation b) => a.Equals(b) || (a is Root or Sqrt && b is Root or Sqrt);

    private static IEnumerable<Bindings> Bound(string name, Expression e, Bindings bindings) =>
        e.IsConstant ? []
        : bindings.Find(name) is not { } known ? [bindings.With(name, e)]
        : known.Equals(e) || Product.Of(known).Over(Product.Of(e)) is { IsOne: true } ? [bindings]
        : [];
}
