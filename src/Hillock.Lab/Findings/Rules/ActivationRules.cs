using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>What activations make of their inputs.</summary>
internal static class ActivationRules
{
    /// <summary>Of a layer that is so dead nothing comes through.</summary>
    private const double AllDead = 0.9;

    /// <summary>What lets through what was held back.</summary>
    private static readonly IReadOnlyList<Func<Recipe, Remedy?>> Revivals =
        [Remedy.Activate("leaky_relu"), Remedy.Slower, Remedy.Activate("gelu"), Remedy.Initialize(Initializer.Auto)];

    public static Rule Dead { get; } = new(
        "dead units",
        "A unit that is off for every sample has no gradient: nothing brings it back, and its weights are lost to the network.",
        ["unscaled inputs", "unscaled targets", "poor initialisation", "learning rate too high", "exploding gradients", "dead units"],
        Die)
        { Remedies = Revivals };

    public static Rule Zeros { get; } = new(
        "zeros",
        "Where most outputs are zero, so are most gradients. Half of them is usual for relu and no harm.",
        ["dead units", "unscaled inputs", "learning rate too high"],
        seen => EachSite(seen, site => site.Outputs.Zeros, t => t.Zeros, (site, value, found, t) => new(
            Severity.Warning, "share of zeros", value, t.Zeros, Invariant($"{site.Name}: {100 * value:0} % of its outputs are 0, {Since(found)}"))))
        { Remedies = Revivals };

    public static Rule Saturated { get; } = new(
        "saturation",
        "Where the function is flat its slope is next to 0: the gradient of the layer, and of all layers before it, is multiplied by that.",
        ["unscaled inputs", "unscaled targets", "poor initialisation", "learning rate too high", "exploding gradients", "saturation"],
        seen => EachSite(seen, site => site.Saturated, t => t.Saturated, (site, value, found, t) => new(
            Severity.Warning, "share of saturated values", value, t.Saturated,
            Invariant($"{site.Name}: {100 * value:0} % of its values are where {site.Activation} is flat, {Since(found)}"))))
        { Remedies = [Remedy.Initialize(Initializer.Auto), Remedy.Activate("relu"), Remedy.Slower, Remedy.Normalized] };

    public static Rule Shifted { get; } = new(
        "shifted activations",
        "Outputs that are mostly their mean tell samples apart by a small rest; the next layer's gradients all point the same way.",
        ["unscaled inputs", "poor initialisation", "shifted activations"],
        seen => EachSite(seen, site => site.Outputs.Shift, t => t.Shift, (site, value, found, t) => new(
            Severity.Warning, "mean's part of the mean square", value, t.Shift,
            Invariant($"{site.Name}: outputs of {site.Activation} are {100 * value:0} % mean ({site.Outputs.Mean:0.###} ± {site.Outputs.Deviation:0.###}), {Since(found)}"))))
        { Remedies = [Remedy.Initialize(Initializer.Centred), Remedy.Activate("tanh"), Remedy.Normalized] };

    public static Rule Collapsed { get; } = new(
        "collapsed attention",
        "Where every position looks at one other alone, whatever it is, the softmax is flat: what it looks at is hardly learned any more, and training goes in leaps (Zhai et al. 2023, arXiv:2303.06296).",
        ["no value", "unscaled inputs", "poor initialisation", "learning rate too high", "exploding gradients"],
        Collapse)
        { Remedies = [Remedy.Slower, Remedy.Clipped] };

    /// <summary>How long something has been.</summary>
    public static string Since(Sighting found) => found.FirstStep == 0 ? "from the beginning" : found.FirstStep == 1 ? "from the first step on" : Invariant($"since step {found.FirstStep}");

    private static IEnumerable<Trouble> Die(Case seen)
    {
        var t = seen.Thresholds;
        foreach (var (i, place) in Watched(seen))
        {
            var series = seen.Series(check => check.Sites[i].DeadShare);
            var born = series.Count == 0 ? 0 : series[0].Value;
            if ((Sighting.Of(series, share => share - born >= t.Dead, t.Persistence) ?? Sighting.Of(series, share => share >= t.DeadInAll, t.Persistence)) is not { } found)
            {
                continue;
            }
            var site = seen.Checks[^1].Sites[i];
            yield return new Trouble(
                found.Value >= AllDead ? Severity.Critical : Severity.Warning, "share of dead units", found.Value, t.Dead,
                Invariant($"{site.Name}: {site.Dead.Count} of {site.Units} units are dead, off for every sample, {Since(found)}"))
                { Layer = place.Name, Units = site.Dead }.At(found);
        }
    }

    /// <summary>One head may well look at a single place, such as the one before: all heads of a layer at once are too many.</summary>
    private static IEnumerable<Trouble> Collapse(Case seen)
    {
        var t = seen.Thresholds;
        foreach (var layer in seen.Checks.SelectMany(check => check.Heads).Where(head => head.GreatestEntropy > 0).Select(head => head.Name).Distinct())
        {
            var series = seen.Series(check => check.Heads.Where(head => head.Name == layer).Max(head => head.Entropy / head.GreatestEntropy));
            if (Sighting.Of(series, share => share < t.AttentionEntropy, t.Persistence) is { } found)
            {
                yield return new Trouble(
                    Severity.Warning, "share of the greatest entropy", found.Value, t.AttentionEntropy,
                    Invariant($"{layer}: the attention of all heads has {100 * found.Value:0.##} % of the entropy it could have, {Since(found)}"))
                    { Layer = layer }.At(found);
            }
        }
    }

    /// <summary>A gate may well be closed or open; and where a function has no slope at all, that is what is to be told.</summary>
    private static IEnumerable<(int Index, ActivationPlace Place)> Watched(Case seen) =>
        seen.Sites.Index().Where(pair => !pair.Item.IsGate && pair.Item.Slope != SlopeKind.None);

    private static IEnumerable<Trouble> EachSite(
        Case seen, Func<SiteCheck, double> measure, Func<Thresholds, double> limit, Func<SiteCheck, double, Sighting, Thresholds, Trouble> tell)
    {
        var t = seen.Thresholds;
        foreach (var (i, place) in Watched(seen))
        {
            var series = seen.Series(check => measure(check.Sites[i]));
            if (Sighting.Of(series, value => value >= limit(t), t.Persistence) is { } found)
            {
                yield return tell(seen.Checks[^1].Sites[i], found.Value, found, t).At(found) with { Layer = place.Name };
            }
        }
    }
}
