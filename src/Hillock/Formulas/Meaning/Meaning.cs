namespace Hillock.Formulas;

/// <summary>What a part of a formula means: a number, or a condition between numbers.</summary>
internal abstract class Meaning;

/// <summary>A number.</summary>
internal sealed class Quantity(Symbol value) : Meaning
{
    public Symbol Value => value;
}

/// <summary>A condition: it chooses between two numbers.</summary>
internal sealed class Condition(Func<Symbol, Symbol, Symbol> choose) : Meaning
{
    /// <summary>The first where it holds, otherwise the second.</summary>
    public Symbol Choose(Symbol whenTrue, Symbol whenFalse) => choose(whenTrue, whenFalse);

    /// <summary>A condition that always holds, or never.</summary>
    public static Condition Always(bool holds) => new((yes, no) => holds ? yes : no);

    /// <summary>a sign b.</summary>
    /// <remarks>
    /// There are only &lt; and &gt; to choose with: a ≥ b is what a &lt; b is not, which differs from a &gt; b in the value and slope taken where
    /// they are equal.
    /// </remarks>
    public static Condition Compare(string sign, Symbol a, Symbol b) => sign switch
    {
        ">" => new((yes, no) => Symbol.Where(a > b, yes, no)),
        "<" => new((yes, no) => Symbol.Where(a < b, yes, no)),
        ">=" => new((yes, no) => Symbol.Where(a < b, no, yes)),
        "<=" => new((yes, no) => Symbol.Where(a > b, no, yes)),
        "==" => new((yes, no) => Symbol.Where(a > b, no, Symbol.Where(a < b, no, yes))),
        _ => new((yes, no) => Symbol.Where(a > b, yes, Symbol.Where(a < b, yes, no))),
    };

    /// <summary>Both.</summary>
    public static Condition Both(Condition a, Condition b) => new((yes, no) => a.Choose(b.Choose(yes, no), no));

    /// <summary>One or the other.</summary>
    public static Condition Either(Condition a, Condition b) => new((yes, no) => a.Choose(yes, b.Choose(yes, no)));

    /// <summary>Not.</summary>
    public static Condition Not(Condition a) => new((yes, no) => a.Choose(no, yes));
}
