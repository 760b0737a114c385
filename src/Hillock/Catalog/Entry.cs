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

    /// <summary>Your own: a formula.</summary>
    Own,
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

    /// <summary>Its parameters in order.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>What the values of several parameters must fulfil together: <c>low must be below high</c>; empty for nothing.</summary>
    public string Condition => Requirement?.Text ?? "";

    /// <summary>What the values of several parameters must fulfil together; <c>null</c> for nothing.</summary>
    internal Requirement? Requirement { get; init; }

    /// <summary>The default values of the parameters.</summary>
    internal IReadOnlyList<double> Defaults => [.. Parameters.Select(p => p.Default)];

    /// <summary>Refuses values that no parameter takes.</summary>
    /// <exception cref="HillockException">A value lies outside its range, or there are too few or too many.</exception>
    internal void Check(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Parameters.Count)
        {
            throw new HillockException($"{Name} has {Parameters.Count} parameter(s), not {values.Count}.");
        }

        for (var i = 0; i < values.Count; i++)
        {
            Check(Parameters[i], values[i]);
        }

        if (Requirement is { } requirement && !requirement.Holds(values))
        {
            throw new HillockException($"{Name}: {requirement.Text}.");
        }
    }

    private void Check(Parameter parameter, double value)
    {
        if (!(value >= parameter.Least && value <= parameter.Most))
        {
            var range = (parameter.Least, parameter.Most) == (double.MinValue, double.MaxValue)
                ? "a finite number"
                : FormattableString.Invariant($"between {parameter.Least} and {parameter.Most}");
            throw new HillockException(FormattableString.Invariant($"{Name}: {parameter.Name} = {value} is not {range}."));
        }
    }
}

/// <summary>A condition on parameters that their ranges do not say.</summary>
internal sealed record Requirement(string Text, Func<IReadOnlyList<double>, bool> Holds);
