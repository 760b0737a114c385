namespace Hillock;

/// <summary>An elementwise function of the catalog, for all values of its parameters.</summary>
public sealed record Function : Entry
{
    private readonly Lazy<string> formula, slope;

    internal Function(
        string name,
        Family family,
        string origin,
        Facts facts,
        IReadOnlyList<Parameter> parameters,
        Body body,
        Func<Function, IReadOnlyList<double>, TrainedParameter?, Activation> make)
        : base(name, family, origin, facts, [])
    {
        (Parameters, Body, Make) = (parameters, body, make);
        formula = new(() => body.OfVaried(Term.Variable("x"), [.. parameters.Select(p => Term.Variable(p.Name))]).ToString());
        slope = new(() => body.OfVaried<Dual<Term>>(
            new(Term.Variable("x"), 1), [.. parameters.Select(p => new Dual<Term>(Term.Variable(p.Name), 0))]).Slope.ToString());
    }

    /// <summary>Where it has no slope, with the default parameters.</summary>
    public IReadOnlyList<double> Kinks { get; init; } = [];

    /// <summary>Which parameter networks train unless told otherwise; <c>null</c> for none.</summary>
    public TrainedParameter? Trained { get; init; }

    /// <inheritdoc/>
    public override string Formula => Source?.Rewritten ?? formula.Value;

    /// <summary>The derivative in plain text; empty where it is too long for that.</summary>
    public string SlopeFormula => IsShort ? slope.Value : "";

    /// <summary>The formula that it was made from; <c>null</c> for a function of the catalog.</summary>
    public Formula? Source { get; init; }

    /// <summary>Whether the formula and its derivative can be written down.</summary>
    internal bool IsShort { get; init; } = true;

    /// <summary>What a function's values really are, where that is not its body but what it was made from.</summary>
    internal Func<IReadOnlyList<double>, Truth>? TruthFor { get; init; }

    /// <summary>What one evaluation needs.</summary>
    public OperationCount Cost => Body.CostFor(Defaults);

    /// <summary>The name of the slope that stands in for its own; <c>null</c> for its own.</summary>
    public string? Surrogate { get; init; }

    /// <summary>The same function with each slope that can stand in for its own: what makes a step trainable. Empty for all others.</summary>
    public IReadOnlyList<Function> Surrogates { get; init; } = [];

    /// <summary>What it computes, for all algebras.</summary>
    internal Body Body { get; }

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
