using System.Numerics.Tensors;

namespace Hillock.Lab;

/// <summary>Looks at places where an activation is at work. What is read lies in the same memory each time: fresh memory costs more than the look.</summary>
/// <param name="thresholds">From where on a slope counts as none.</param>
internal sealed class SiteLook(Thresholds thresholds)
{
    /// <summary>Outputs that differ by less than this part of the largest are the same for all samples.</summary>
    private const double SameOutput = 1e-3;

    /// <summary>Numbers in a histogram: one of as many is as good as one of all.</summary>
    private const int Counted = 2048;

    /// <summary>Numbers that are worth the call of a sweep over them.</summary>
    private const int Sweep = 256;

    private float[] _outputs = [], _slopes = [], _inputs = [];

    /// <summary>What it is like after a forward pass.</summary>
    /// <param name="site">The place.</param>
    /// <param name="thorough">Whether to take what is dear, too.</param>
    public SiteCheck At(ActivationSite site, bool thorough)
    {
        var count = site.Rows * site.Units;
        Span<float> outputs = Room(ref _outputs, count), slopes = Room(ref _slopes, count), inputs = Room(ref _inputs, count);
        site.ReadOutputs(outputs);
        site.ReadSlopes(slopes);
        var known = site.TryReadPreActivations(inputs);
        // Of a function that is trained as a whole no more is known than what is seen.
        var portrait = site.Activation is { } f ? Portrait.Of(f) : null;
        var faint = thresholds.FaintSlope * Math.Abs(portrait?.GreatestSlope.Value ?? TensorPrimitives.MaxMagnitude<float>(slopes));
        var (spread, before) = (Spread.Of(outputs), known ? Spread.Of(inputs) : default);
        var (small, off) = Eight.Small(slopes, outputs, (float)faint);
        return new(
            site.Name, site.Activation?.Name ?? "trained as a whole", site.Units,
            spread, known ? before : null,
            Histogram.Of(Some(outputs), spread.Least, spread.Greatest), known ? Histogram.Of(Some(inputs), before.Least, before.Greatest) : null,
            small < site.Rows ? [] : Dead(outputs, slopes, site.Units, faint),
            (double)small / count,
            // A slope and an output of exactly 0 are a rectifier that is off: sparse, not saturated.
            portrait is { Bounded: true } && faint > 0 ? (double)(small - off) / count : 0,
            thorough && !site.IsGate ? EffectiveRank.Of(outputs, site.Units) : double.NaN);
    }

    private static Span<float> Room(ref float[] kept, int count)
    {
        if (kept.Length < count)
        {
            kept = new float[count];
        }
        return kept.AsSpan(0, count);
    }

    private static ReadOnlySpan<float> Some(ReadOnlySpan<float> values) => values[..Math.Min(values.Length, Counted)];

    /// <summary>Units without a slope and with the same output for all rows.</summary>
    private static IReadOnlyList<int> Dead(ReadOnlySpan<float> outputs, ReadOnlySpan<float> slopes, int units, double faint)
    {
        var steepest = Folded(slopes, units, static (x, y, to) => TensorPrimitives.MaxMagnitude(x, y, to));
        int[] flat = [.. Enumerable.Range(0, units).Where(unit => Math.Abs(steepest[unit]) < faint)];
        if (flat.Length == 0)
        {
            return [];
        }
        var (least, greatest) = (Folded(outputs, units, static (x, y, to) => TensorPrimitives.Min(x, y, to)), Folded(outputs, units, static (x, y, to) => TensorPrimitives.Max(x, y, to)));
        return [.. flat.Where(unit =>
            greatest[unit] - least[unit] <= SameOutput * Math.Max(1, Math.Max(Math.Abs(least[unit]), Math.Abs(greatest[unit]))))];
    }

    private delegate void Pairwise(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> to);

    /// <summary>One number for each unit, from all rows: many narrow rows are swept over as fewer wide ones.</summary>
    private static float[] Folded(ReadOnlySpan<float> values, int units, Pairwise fold)
    {
        var width = Math.Min(values.Length, units * Math.Max(1, Sweep / units));
        float[] folded = [.. values[..width]];
        for (var i = width; i < values.Length; i += width)
        {
            var row = values[i..Math.Min(i + width, values.Length)];
            fold(folded.AsSpan(0, row.Length), row, folded.AsSpan(0, row.Length));
        }
        for (var i = units; i < width; i += units)
        {
            fold(folded.AsSpan(0, units), folded.AsSpan(i, units), folded.AsSpan(0, units));
        }
        return folded;
    }
}
