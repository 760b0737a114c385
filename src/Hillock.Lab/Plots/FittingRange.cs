namespace Hillock.Lab;

/// <summary>Which part of the plane shows what matters, where nobody has said.</summary>
internal static class FittingRange
{
    private const double Near = 1, Usual = 4, Farthest = 16;

    // What matters is not to lie at the very edge.
    private const double Margin = 1.15;

    // A function that turns more often than this is a wave, of which so many turns are to be seen.
    private const int Wave = 6, TurnsOfAWave = 4;

    // As far as saturation is waited for: sigmoid's is shown, the slow one of softsign is not.
    private const double FarthestSaturation = 5;

    /// <summary>How far the values may go beyond those of x before what runs off at the ends no longer sets the scale.</summary>
    private const double Steepest = 1.5;

    /// <summary>What must be left of a curve between its ends.</summary>
    private const double LeastLeft = 0.3;

    /// <summary>What rises so many times beyond that within so small a share of the width is a pole, which would flatten all else.</summary>
    private const double LowestPole = 10, WidestPole = 0.2;

    /// <summary>What is left free above and below, as a share of what is drawn.</summary>
    public const double Air = 0.06;

    private static readonly double[] Reaches = [0.125, 0.25, 0.5, Near, 2, Usual, 6, 8, 12, Farthest];

    /// <summary>The same distance to both sides of 0 for all functions.</summary>
    public static PlotRange Across(IEnumerable<(Shape? Shape, IReadOnlyList<Saturation> Saturated)> functions)
    {
        var reach = functions.Max(f => f.Shape is null ? Usual : Reach(f.Shape, f.Saturated));
        return new(-reach, reach);
    }

    /// <summary>All values that are to be seen, with a little air.</summary>
    public static PlotRange Up(IEnumerable<PlotCurve> curves, PlotRange x)
    {
        return Around(curves.SelectMany(curve => Seen(curve, x)).Append(0), Air);
    }

    /// <summary>From the least to the greatest, and some air.</summary>
    public static PlotRange Around(IEnumerable<double> values, double air)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        return high > low ? new(low - ((high - low) * air), high + ((high - low) * air)) : new(low - 1, high + 1);
    }

    private static double Reach(Shape shape, IEnumerable<Saturation> saturated)
    {
        double[] turns = [.. shape.Extremes.Select(turn => Math.Abs(turn.X.Value)).Order()];
        double[] breaks = [.. shape.Kinks.Concat(shape.Jumps).Select(place => Math.Abs(place.Value)).Where(size => size < Farthest)];
        if (turns.Length >= Wave)
        {
            return Rounded(Math.Max(turns[TurnsOfAWave - 1], breaks.DefaultIfEmpty().Max()));
        }

        // What is straight but for a little around 0 is shown from nearer.
        var farthest = breaks.Concat(turns).Where(size => size < Farthest).DefaultIfEmpty().Max();
        var bent = shape.Bends.Where(piece => piece.Direction != Direction.Constant)
            .Select(piece => Math.Max(-piece.From, piece.To)).Append(farthest).Max();
        return bent is > 0 and <= Near
            ? Rounded(bent + (Near / 2))
            : Math.Max(Usual, Rounded(Math.Max(farthest, Saturated(saturated))));
    }

    private static double Saturated(IEnumerable<Saturation> zones) =>
        zones.SelectMany(zone => new[] { zone.From, zone.To }).Select(Math.Abs).Where(edge => edge <= FarthestSaturation).DefaultIfEmpty().Max();

    private static double Rounded(double reach) => Reaches.FirstOrDefault(r => r >= reach * Margin, Farthest);

    /// <summary>The values without those that run off at the left and right end, or at a pole.</summary>
    private static IEnumerable<double> Seen(PlotCurve curve, PlotRange x)
    {
        var most = Steepest * Math.Max(Math.Abs(x.Low), Math.Abs(x.High));
        PlotPoint[] all = [.. curve.Strokes.SelectMany(stroke => stroke)];
        PlotPoint[] inner = [.. all.SkipWhile(IsOff).Reverse().SkipWhile(IsOff)];
        PlotPoint[] left = inner.Length > 0 && inner[0].X - inner[^1].X >= LeastLeft * x.Width ? [.. inner.Reverse()] : all;
        var off = left.Zip(left.Skip(1)).Where(pair => IsOff(pair.First) && IsOff(pair.Second)).Sum(pair => pair.Second.X - pair.First.X);
        var isPole = off < WidestPole * x.Width && left.Any(point => Math.Abs(point.Y) > LowestPole * most);
        return (isPole ? left.Where(point => !IsOff(point)) : left).Select(point => point.Y);

        bool IsOff(PlotPoint point) => Math.Abs(point.Y) > most;
    }
}
