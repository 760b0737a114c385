using System.Collections.Immutable;

namespace Hillock.Formulas;

/// <summary>A shape in which people write a function, and one that keeps its digits.</summary>
/// <param name="Name">What the shape is.</param>
/// <param name="Pattern">The shape: u and v are any expressions, c and d any numbers.</param>
/// <param name="Result">What to compute instead.</param>
/// <param name="Why">What is wrong with the shape as written.</param>
internal sealed record Rule(string Name, string Pattern, Func<Bindings, Symbol> Result, string Why)
{
    private readonly Expression pattern = Binder.Pattern(Pattern);

    /// <summary>Whether it is tried only when the parts of an expression have been rewritten: a shape so plain that better ones may contain it.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether only a rounding is saved, which is not worth telling.</summary>
    public bool IsSilent { get; init; }

    /// <summary>What the wildcards must fulfil.</summary>
    public Func<Bindings, bool> Condition { get; init; } = _ => true;

    /// <summary>The shape as an expression.</summary>
    public Expression Shape => pattern;

    /// <summary>The expression as this rule has it; <c>null</c> where the shape is not in it.</summary>
    public Expression? Apply(Expression e, Matcher matcher)
    {
        if (Sum.IsSum(pattern))
        {
            return !Sum.IsSum(e) ? null : First(
                matcher.Terms(Sum.Of(pattern), Sum.Of(e), Bindings.None).Where(m => Condition(m.Bindings)),
                m => Together(m.Scale.Times(Product.Of(Result(m.Bindings).Expression)), m.Remaining));
        }

        if (pattern.Operation is Multiplication or Division or Multiple)
        {
            return e.Operation is not (Multiplication or Division) ? null : First(
                matcher.Factors(Product.Of(pattern), Product.Of(e), Bindings.None, Product.Of(pattern).Factors).Where(m => Condition(m.Bindings)),
                m => m.Remaining.Times(Product.Of(Result(m.Bindings).Expression)).ToSymbol());
        }

        return First(matcher.Whole(pattern, e, Bindings.None).Where(Condition), Result);
    }

    private static Symbol Together(Product rewritten, ImmutableList<Product> others) => new Sum(others.Insert(0, rewritten)).ToSymbol();

    private static Expression? First<T>(IEnumerable<T> matches, Func<T, Symbol> result)
    {
        foreach (var match in matches)
        {
            return result(match).Expression;
        }

        return null;
    }
}
