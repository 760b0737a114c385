namespace Hillock.Lab;

/// <summary>Something that is wrong with a run, where, since when, and why.</summary>
/// <param name="Rule">The rule's name: <c>vanishing gradients</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Layer">The layer, or the place within it; <c>null</c> for what concerns the whole.</param>
/// <param name="Units">Which units; empty where it is no matter of units.</param>
/// <param name="Measure">What was measured: <c>share of dead units</c>.</param>
/// <param name="Value">What it is.</param>
/// <param name="Threshold">From where on it counts.</param>
/// <param name="FirstStep">The step at which it was first seen; 0 for what is wrong before any.</param>
/// <param name="Evidence">In how many looks of how many since then.</param>
/// <param name="Text">For people, with layer and figures.</param>
/// <param name="Why">What it does to the training, in plain words.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string? Layer,
    IReadOnlyList<int> Units,
    string Measure,
    double Value,
    double Threshold,
    long FirstStep,
    Evidence Evidence,
    string Text,
    string Why)
{
    /// <summary>What was found besides and is most likely brought about by this.</summary>
    public IReadOnlyList<Finding> Consequences { get; init; } = [];

    /// <summary>What may help, the likeliest first, in words.</summary>
    public IReadOnlyList<string> Remedies { get; init; } = [];

    /// <summary>The finding and its consequences.</summary>
    public IEnumerable<Finding> WithConsequences() => [this, .. Flattened(Consequences)];

    /// <summary>Findings, each followed by its consequences.</summary>
    public static IEnumerable<Finding> Flattened(IEnumerable<Finding> findings) => findings.SelectMany(finding => finding.WithConsequences());

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>How often something was seen.</summary>
/// <param name="Seen">Looks that saw it.</param>
/// <param name="Of">All looks from the first that did.</param>
public readonly record struct Evidence(int Seen, int Of)
{
    /// <summary>What needs no more than one look.</summary>
    public static Evidence Certain => new(1, 1);
}
