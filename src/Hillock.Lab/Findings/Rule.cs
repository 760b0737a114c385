namespace Hillock.Lab;

/// <summary>A kind of trouble: what it is, how it is seen, and what brings it about.</summary>
/// <param name="Name">Its name: <c>vanishing gradients</c>.</param>
/// <param name="Meaning">What it does to the training, in plain words.</param>
/// <param name="Causes">The rules whose trouble brings it about; what was found of them before explains it.</param>
/// <param name="See">What there is of it in a run.</param>
public sealed record Rule(string Name, string Meaning, IReadOnlyList<string> Causes, Func<Case, IEnumerable<Trouble>> See)
{
    /// <summary>All rules, causes before what they bring about.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        SetupRules.UnscaledInputs,
        SetupRules.UnscaledTargets,
        SetupRules.WrongOutput,
        SetupRules.NoNonlinearity,
        SetupRules.NoSlope,
        SetupRules.NoValue,
        WeightRules.PoorInitialisation,
        WeightRules.RateTooHigh,
        GradientRules.Exploding,
        ActivationRules.Dead,
        ActivationRules.Zeros,
        ActivationRules.Saturated,
        ActivationRules.Shifted,
        ActivationRules.Collapsed,
        GradientRules.Vanishing,
        GradientRules.NonFinite,
        WeightRules.Frozen,
        WeightRules.RateTooLow,
        ResultRules.Oscillating,
        ResultRules.Overfitting,
        ResultRules.NotLearning,
    ];

    /// <summary>What may help, the likeliest first; each gives <c>null</c> where it would change nothing.</summary>
    internal IReadOnlyList<Func<Recipe, Remedy?>> Remedies { get; init; } = [];

    /// <summary>The remedies that change anything of a recipe, the likeliest first.</summary>
    internal IReadOnlyList<Remedy> RemediesFor(Recipe recipe) => [.. Remedies.Select(remedy => remedy(recipe)).OfType<Remedy>()];

    /// <summary>The findings of this kind.</summary>
    public IEnumerable<Finding> Find(Case seen) => See(seen).Select(trouble => new Finding(
        Name, trouble.Severity, trouble.Layer, trouble.Units, trouble.Measure, trouble.Value, trouble.Threshold, trouble.FirstStep, trouble.Evidence,
        trouble.Text, Meaning));
}

/// <summary>What a rule saw.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Value">What it is.</param>
/// <param name="Threshold">From where on it counts.</param>
/// <param name="Text">For people, with layer and figures.</param>
public sealed record Trouble(Severity Severity, string Measure, double Value, double Threshold, string Text)
{
    /// <inheritdoc cref="Finding.Layer"/>
    public string? Layer { get; init; }

    /// <inheritdoc cref="Finding.Units"/>
    public IReadOnlyList<int> Units { get; init; } = [];

    /// <inheritdoc cref="Finding.FirstStep"/>
    public long FirstStep { get; init; }

    /// <inheritdoc cref="Finding.Evidence"/>
    public Evidence Evidence { get; init; } = Evidence.Certain;

    /// <summary>When it was seen, and how often.</summary>
    internal Trouble At(Sighting sighting) => this with { FirstStep = sighting.FirstStep, Evidence = sighting.Evidence };
}
