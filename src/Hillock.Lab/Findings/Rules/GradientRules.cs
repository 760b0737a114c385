using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>What becomes of gradients on their way back.</summary>
internal static class GradientRules
{
    public static Rule Vanishing { get; } = new(
        "vanishing gradients",
        "Each layer multiplies the gradient by its slopes and weights; here the product shrinks, so the first layers hardly learn.",
        ["unscaled inputs", "unscaled targets", "poor initialisation", "saturation", "dead units", "no slope"],
        See)
        { Remedies = [Remedy.Initialize(Initializer.Auto), Remedy.Initialize(Initializer.Centred), Remedy.Activate("relu"), Remedy.Normalized] };

    public static Rule Exploding { get; } = new(
        "exploding gradients",
        "Each layer multiplies the gradient by its slopes and weights; here the product grows, and a step goes much too far.",
        ["no value", "unscaled inputs", "unscaled targets", "poor initialisation", "learning rate too high"],
        Explode)
        { Remedies = [Remedy.Initialize(Initializer.Auto), Remedy.Clipped, Remedy.Slower, Remedy.Normalized] };

    public static Rule NonFinite { get; } = new(
        "non-finite values",
        "A number beyond the format's range, or the difference of two such: from there on every weight it meets is spoilt.",
        ["no value", "unscaled inputs", "unscaled targets", "wrong output activation", "poor initialisation", "exploding gradients", "learning rate too high"],
        seen => seen.Breakdown is not { } end ? [] :
        [
            new(
                Severity.Critical, "values that are not finite", end.Outputs.NaN + end.Outputs.Positive + end.Outputs.Negative, 0,
                end.Layer is null ? Invariant($"the loss is no number from step {end.Step} on, though all layers put out numbers")
                    : Invariant($"{end.Layer} puts out {end.Outputs} from step {end.Step} on; the run ends there"))
                { Layer = end.Layer, FirstStep = end.Step },
        ])
        { Remedies = [Remedy.Slower, Remedy.Clipped, Remedy.Initialize(Initializer.Auto), Remedy.Normalized] };

    /// <summary>The first layer's gradients over the last's, per weight; NaN where there is but one, or nothing comes back at all.</summary>
    public static double Ratio(Check check)
    {
        LayerCheck[] layers = [.. check.Layers.Where(layer => layer.IsProduct)];
        return layers.Length < 2 || layers[^1].Gradient == 0 ? double.NaN : layers[0].Gradient / layers[^1].Gradient;
    }

    private static IEnumerable<Trouble> See(Case seen)
    {
        var t = seen.Thresholds;
        if (Sighting.Of(seen.Series(Ratio), ratio => ratio < t.Vanishing, t.Persistence) is { } found)
        {
            var first = seen.Checks[^1].Layers.First(layer => layer.IsProduct);
            yield return new Trouble(
                Severity.Critical, "gradient of the first layer over that of the last", found.Value, t.Vanishing,
                Invariant($"gradients vanish: {first.Name}'s are {WeightRules.Small(found.Value)} of the last layer's, {ActivationRules.Since(found)}"))
                { Layer = first.Name }.At(found);
        }
        else if (Sighting.Of(seen.Series(check => check.Layers.FirstOrDefault(layer => layer.IsProduct)?.Gradient ?? double.NaN), g => g < t.Faint, t.Persistence) is { } faint)
        {
            yield return new Trouble(
                Severity.Warning, "root mean square of the first layer's gradients", faint.Value, t.Faint,
                Invariant($"the first layer's gradients are {WeightRules.Small(faint.Value)}, {ActivationRules.Since(faint)}")).At(faint);
        }
    }

    private static IEnumerable<Trouble> Explode(Case seen)
    {
        var t = seen.Thresholds;
        // What ends a run needs no second sighting.
        var needed = seen.Diverged ? 1 : t.Persistence;
        if (Sighting.Of(seen.Series(Ratio), ratio => ratio > t.Exploding, needed) is { } found)
        {
            yield return new Trouble(
                Severity.Warning, "gradient of the first layer over that of the last", found.Value, t.Exploding,
                Invariant($"gradients explode: the first layer's are {WeightRules.Small(found.Value)} times the last's, {ActivationRules.Since(found)}")).At(found);
        }
        else if (Sighting.Of(seen.Series(Greatest), norm => norm > t.GradientNorm, needed) is { } large)
        {
            yield return new Trouble(
                Severity.Warning, "norm of a layer's gradients", large.Value, t.GradientNorm,
                Invariant($"gradients explode: their norm is {WeightRules.Small(large.Value)}, {ActivationRules.Since(large)}")).At(large);
        }
    }

    private static double Greatest(Check check) => check.Layers.Count == 0 ? double.NaN : check.Layers.Max(layer => layer.GradientNorm);
}
