namespace Hillock;

/// <summary>Kinds of activation functions.</summary>
public enum Family
{
    /// <summary>The identity, the step and other mathematics.</summary>
    Classic,

    /// <summary>S-shaped and bounded, or the logarithm of such.</summary>
    Sigmoidal,

    /// <summary>Lets the positive pass and holds the negative back.</summary>
    Rectifier,

    /// <summary>Linear above, exponential below.</summary>
    Exponential,

    /// <summary>The input times a gate that depends on the input.</summary>
    Gated,

    /// <summary>Exactly or nearly 0 around 0.</summary>
    Shrinkage,

    /// <summary>A bump: answers near a centre.</summary>
    Radial,

    /// <summary>A wave, growing, steady or fading.</summary>
    Periodic,

    /// <summary>Of a whole row, not of one number.</summary>
    Rows,
}

/// <summary>What a person wants to know before choosing a function.</summary>
/// <param name="Range">The set of values.</param>
/// <param name="Use">Where it is used.</param>
/// <param name="Strengths">What speaks for it.</param>
/// <param name="Weaknesses">What speaks against it.</param>
/// <param name="Avoid">When to take another.</param>
public sealed record Facts(string Range, string Use, string Strengths, string Weaknesses, string Avoid);

/// <summary>One line of the catalog.</summary>
/// <param name="Name">The name, in lower case with underscores.</param>
/// <param name="Family">Its kind.</param>
/// <param name="Origin">Who and when; empty where nobody can be named.</param>
/// <param name="Facts">What a person wants to know.</param>
/// <param name="Aliases">Other names for the very same function; case and underscores never matter.</param>
public abstract record Entry(string Name, Family Family, string Origin, Facts Facts, IReadOnlyList<string> Aliases)
{
    /// <summary>The name and its aliases.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    /// <summary>What other libraries call it.</summary>
    public IReadOnlyList<FrameworkName> Elsewhere => Hillock.Elsewhere.Names(Name);

    /// <summary>Where other libraries mean something else by its name, or have other defaults; empty where all agree.</summary>
    public string Difference => Hillock.Elsewhere.Difference(Name);

    /// <summary>The function in plain text.</summary>
    public abstract string Formula { get; }
}
