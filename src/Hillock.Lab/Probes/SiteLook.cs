namespace Hillock.Lab;

/// <summary>A look at one place where an activation is at work.</summary>
internal static class SiteLook
{
    /// <summary>Outputs that differ by less than this part of the largest are the same for all samples.</summary>
    private const double SameOutput = 1e-3;

    /// <summary>What it is like after a forward pass.</summary>
    public static SiteCheck At(ActivationSite site, Thresholds thresholds, bool thorough)
    {
        var count = site.Rows * site.Units;
        var (outputs, slopes, inputs) = (new float[count], new float[count], new float[count]);
        site.ReadOutputs(outputs);
        site.ReadSlopes(slopes);
        var known = site.TryReadPreActivations(inputs);
        // Of a function that is trained as a whole no more is known than what is seen.
        var portrait = site.Activation is { } f ? Portrait.Of(f) : null;
        var faint = thresholds.FaintSlope * Math.Abs(portrait?.GreatestSlope.Value ?? slopes.Max(Math.Abs));
        var (spread, before) = (Spread.Of(outputs), Spread.Of(inputs));
        return new(
            site.Name, site.Activation?.Name ?? "trained as a whole", site.Units,
            spread, known ? before : null,
            Histogram.Of(outputs, spread.Least, spread.Greatest), known ? Histogram.Of(inputs, before.Least, before.Greatest) : null,
            [.. Enumerable.Range(0, site.Units).Where(unit => IsDead(outputs, slopes, unit, site.Units, faint))],
            slopes.Length == 0 ? 0 : (double)slopes.Count(slope => Math.Abs(slope) < faint) / slopes.Length,
            portrait is { Bounded: true } ? Saturated(outputs, slopes, faint) : 0,
            thorough ? EffectiveRank.Of(outputs, site.Units) : double.NaN);
    }

    private static bool IsDead(float[] outputs, float[] slopes, int unit, int units, double faint)
    {
        float least = float.PositiveInfinity, greatest = float.NegativeInfinity;
        for (var i = unit; i < slopes.Length; i += units)
        {
            if (!(Math.Abs(slopes[i]) < faint))
            {
                return false;
            }
            (least, greatest) = (Math.Min(least, outputs[i]), Math.Max(greatest, outputs[i]));
        }
        return greatest - least <= SameOutput * Math.Max(1, Math.Max(Math.Abs(least), Math.Abs(greatest)));
    }

    /// <summary>A slope and an output of exactly 0 are a rectifier that is off: sparse, not saturated.</summary>
    private static double Saturated(float[] outputs, float[] slopes, double faint)
    {
        var count = 0;
        for (var i = 0; i < slopes.Length; i++)
        {
            count += Math.Abs(slopes[i]) < faint && (slopes[i], outputs[i]) is not (0, 0) ? 1 : 0;
        }
        return (double)count / slopes.Length;
    }
}
