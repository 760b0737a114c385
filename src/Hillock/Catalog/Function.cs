namespace Hillock;

/// <summary>An elementwise function of the catalog, for all values of its parameters.</summary>
public sealed record Function : Entry
{
    internal Function(
        string name,
        Family family,
        string origin,
        Facts facts,
        IReadOnlyList<Parameter> parameters,
        Dual<Term> written,
        Func<Function, IReadOnlyList<double>, TrainedParameter?, Activation> make)
        : base(name, family, origin, facts, [])
    {
        (Parameters, Written, Make) = (parameters, written, make);
    }

    /// <summary>Where it has no slope, with the default parameters.</summary>
    public IReadOnlyList<double> Kinks { get; init; } = [];

    /// <summary>Which parameter networks train unless told otherwise; <c>null</c> for none.</summary>
    public TrainedParameter? Trained { get; init; }

    /// <inheritdoc/>
    public override string Formula => Written.Value.ToString();

    /// <summary>The derivative in plain text.</summary>
    public string SlopeFormula => Written.Slope.ToString();

    /// <summary>What one evaluation needs.</summary>
    public OperationCount Cost { get; init; }

    /// <summary>The name of the slope that stands in for its own; <c>null</c> for its own.</summary>
    public string? Surrogate { get; init; }

    /// <summary>The same function with each slope that can stand in for its own: what makes a step trainable. Empty for all others.</summary>
    public IReadOnlyList<Function> Surrogates { get; init; } = [];

    /// <summary>The function and its derivative as formulas in x and the parameters' names.</summary>
    private Dual<Term> Written { get; }

    /// <summary>Makes the function for given parameter values.</summary>
    private Func<Function, IReadOnlyList<double>, TrainedParameter?, Activation> Make { get; }

    /// <summary>The function with default parameters.</summary>
    public Activation Create() => Create(Defaults, Trained);

    /// <summary>The function with given parameters.</summary>
    /// <param name="values">One value per parameter, in order.</param>
    /// <param name="trained">Which parameter networks train.</param>
    /// <exception cref="HillockException">A value lies outside its range.</exception>
    public Activation Create(IReadOnlyList<double> values, TrainedParameter? trained = null)
    {
        Check(values);
        return Make(this, values, trained);
    }

    /// <summary>The same function with the slope of another: <c>straight_through</c>, <c>hard_tanh</c>, <c>sigmoid</c>, <c>tanh</c>, <c>softsign</c>.</summary>
    /// <exception cref="HillockException">The function has a slope of its own, or none of that name can stand in for it.</exception>
    public Function WithSurrogate(string surrogate) =>
        Surrogates.FirstOrDefault(f => f.Surrogate == surrogate)
        ?? throw new HillockException(Surrogates.Count == 0
            ? $"{Name} trains with one slope and takes no other; {string.Join(", ", Catalog.Functions.Where(f => f.Surrogates.Count > 0).Select(f => f.Name))} take one."
            : $"{Name}: no slope is called {Shown.Quoted(surrogate)}; take {string.Join(", ", Surrogates.Select(f => f.Surrogate))}.");
}
