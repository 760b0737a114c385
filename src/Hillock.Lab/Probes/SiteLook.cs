using System.Numerics.Tensors;

namespace Hillock.Lab;

/// <summary>A look at one place where an activation is at work.</summary>
internal static class SiteLook
{
    /// <summary>Outputs that differ by less than this part of the largest are the same for all samples.</summary>
    private const double SameOutput = 1e-3;

    /// <summary>Numbers in a histogram.</summary>
    private const int Counted = 8192;

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
            Histogram.Of(Some(outputs), spread.Least, spread.Greatest), known ? Histogram.Of(Some(inputs), before.Least, before.Greatest) : null,
            Dead(outputs, slopes, site.Units, faint),
            Eight.Share(slopes, (float)faint),
            portrait is { Bounded: true } ? Saturated(outputs, slopes, faint) : 0,
            thorough && !site.IsGate ? EffectiveRank.Of(outputs, site.Units) : double.NaN);
    }

    /// <summary>A histogram of as many as these is as good as one of all.</summary>
    private static ReadOnlySpan<float> Some(float[] values) => values.AsSpan(0, Math.Min(values.Length, Counted));

    /// <summary>Units without a slope and with the same output for all rows, found in one pass along the rows.</summary>
    private static IReadOnlyList<int> Dead(float[] outputs, float[] slopes, int units, double faint)
    {
        float[] steepest = new float[units], least = [.. outputs.AsSpan(0, Math.Min(units, outputs.Length))], greatest = [.. least];
        for (var row = 0; row < slopes.Length; row += units)
        {
            TensorPrimitives.MaxMagnitude(steepest, slopes.AsSpan(row, units), steepest);
            TensorPrimitives.Min(least, outputs.AsSpan(row, units), least);
            TensorPrimitives.Max(greatest, outputs.AsSpan(row, units), greatest);
        }
        return [.. Enumerable.Range(0, least.Length).Where(unit => Math.Abs(steepest[unit]) < faint
            && greatest[unit] - least[unit] <= SameOutput * Math.Max(1, Math.Max(Math.Abs(least[unit]), Math.Abs(greatest[unit]))))];
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
