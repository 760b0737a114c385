namespace Hillock;

/// <summary>A function of whole rows of the catalog, for all values of its parameters.</summary>
public sealed record RowFunction : Entry
{
    internal RowFunction(
        string name, string origin, Facts facts, string formula, Func<RowFunction, IReadOnlyList<double>, RowActivation> make)
        : base(name, Family.Rows, origin, facts, [])
    {
        (Formula, Make) = (formula, make);
    }

    /// <inheritdoc/>
    public override string Formula { get; }

    /// <summary>Makes the function for given parameter values.</summary>
    private Func<RowFunction, IReadOnlyList<double>, RowActivation> Make { get; }

    /// <summary>The function with default parameters.</summary>
    public RowActivation Create() => Create(Defaults);

    /// <summary>The function with given parameters, one value for each, in order.</summary>
    /// <exception cref="HillockException">A value lies outside its range.</exception>
    public RowActivation Create(IReadOnlyList<double> values)
    {
        Check(values);
        return Make(this, values);
    }
}
