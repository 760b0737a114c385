using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>Something that is wrong with a run, and why.</summary>
/// <param name="Rule">What kind of thing: <c>vanishing</c>.</param>
/// <param name="Text">For people, with layer and figures.</param>
/// <param name="Severity">How bad, to be compared within one rule.</param>
public sealed record Finding(string Rule, string Text, double Severity)
{
    /// <summary>All that is worth a word, the worst first.</summary>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <param name="epochs">What the losses were.</param>
    /// <param name="layers">What the layers are like in the end; none after a divergence.</param>
    public static IReadOnlyList<Finding> All(Activation activation, IReadOnlyList<EpochRecord> epochs, IReadOnlyList<LayerState> layers)
    {
        Finding?[] all = layers.Count == 0
            ? [Diverged(epochs), Flat(activation)]
            : HasNoSlope(activation)
                ? [Flat(activation)]
                : [Dead(layers), Gradients(activation, layers), Saturated(layers), Flat(activation)];
        return [.. all.OfType<Finding>()];
    }

    private static Finding? Diverged(IReadOnlyList<EpochRecord> epochs) =>
        epochs[^1].IsFinite ? null : new("diverged", $"diverged in epoch {epochs.Count}: the loss is no number", -epochs.Count);

    /// <summary>The slope is the same everywhere. Read off the function, so it holds for one that a user made.</summary>
    private static Finding? Flat(Activation f) =>
        HasNoSlope(f) ? new("no slope", "the slope is 0 everywhere: hidden layers cannot be trained by gradients", 1)
        : f.Trained is null && SlopesAt(f).Distinct().Count() == 1
            ? new("no nonlinearity", "no nonlinearity: depth is wasted, any number of such layers is one layer", 1)
            : null;

    private static bool HasNoSlope(Activation f) => SlopesAt(f).All(slope => slope == 0);

    /// <summary>Slopes on both sides of 0, near and far, none of them at a likely kink.</summary>
    private static IEnumerable<double> SlopesAt(Activation f) => Enumerable.Range(-200, 401).Select(i => f.Slope((i / 20.0) + 0.0137));

    private static Finding? Dead(IReadOnlyList<LayerState> layers)
    {
        var worst = layers.MaxBy(layer => layer.DeadShare)!;
        return worst.DeadShare < Thresholds.Dead ? null
            : worst.Dead == worst.Units ? new("dead", $"dead: every unit of {worst.Name} is off for every sample", worst.DeadShare)
            : new(
                "dead",
                Invariant($"dead units: {100 * worst.DeadShare:0} % of {worst.Name} ({worst.Dead} of {worst.Units} off for every sample)"),
                worst.DeadShare);
    }

    private static Finding? Saturated(IReadOnlyList<LayerState> layers)
    {
        var worst = layers.MaxBy(layer => layer.Saturated)!;
        return worst.Saturated < Thresholds.Saturated ? null
            : new("saturated", Invariant($"saturated: {100 * worst.Saturated:0} % of {worst.Name}'s values have almost no slope"), worst.Saturated);
    }

    private static Finding? Gradients(Activation f, IReadOnlyList<LayerState> layers)
    {
        // A gradient of nothing at the end says nothing of the way back.
        double[] weighted = [.. layers.Select(layer => layer.Gradient).Where(gradient => !double.IsNaN(gradient))];
        var ratio = weighted is [.., > 0] ? weighted[0] / weighted[^1] : 1;
        return ratio < Thresholds.Vanishing
                ? new("vanishing", Invariant($"gradients vanish: the first layer's are {ratio:0.#e-0} of the last's{Remedy(f)}"), 1 / ratio)
            : ratio > Thresholds.Exploding
                ? new("exploding", Invariant($"gradients explode: the first layer's are {ratio:0.#e-0} times the last's"), ratio)
            : null;
    }

    /// <summary>Of outputs that are mostly their mean little is left to tell samples apart, unless weights are drawn with that in mind.</summary>
    private static string Remedy(Activation f) =>
        Moments.Of(f) is var (mean, square, _) && mean * mean > square / 2 ? $"; {Initializer.Centred.Name} weights may help" : "";
}
