namespace Hillock.Cli;

/// <summary>A function or its slope on evenly spaced points.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="IsSlope">Whether it is a slope.</param>
/// <param name="Values">The values, from the left end of the range to the right.</param>
internal sealed record Curve(string Name, bool IsSlope, double[] Values)
{
    /// <summary>Samples a function, and its slope if wanted.</summary>
    public static IEnumerable<Curve> Of(Activation f, bool withSlope, PlotRange range, int points)
    {
        double[] x = [.. Enumerable.Range(0, points).Select(i => range.Low + ((range.High - range.Low) * i / (points - 1)))];
        var y = new double[points];
        f.Forward(x, y);
        yield return new(f.Name, false, y);
        if (withSlope)
        {
            var slope = new double[points];
            f.Backward(x, [.. x.Select(_ => 1d)], slope);
            yield return new(f.Name + "′", true, slope);
        }
    }
}

/// <summary>An interval of an axis.</summary>
internal readonly record struct PlotRange(double Low, double High)
{
    private const double Padding = 0.06;

    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    /// <summary>The span of all finite values, with a little air.</summary>
    public static PlotRange Around(IEnumerable<Curve> curves)
    {
        var values = curves.SelectMany(c => c.Values).Where(double.IsFinite).Append(0).ToList();
        var (low, high) = (values.Min(), values.Max());
        var air = high > low ? (high - low) * Padding : 1;
        return new(low - air, high + air);
    }

    /// <summary>Where a value lies, from 0 at the low end to 1 at the high end.</summary>
    public double Share(double value) => (value - Low) / (High - Low);

    /// <summary>Round numbers inside, about five of them.</summary>
    public IReadOnlyList<double> Ticks()
    {
        var rough = (High - Low) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * RoundSteps.First(m => m * power >= rough);
        var (first, high) = (Math.Ceiling(Low / step), High);
        return [.. Enumerable.Range(0, 12).Select(i => (first + i) * step).TakeWhile(t => t <= high)];
    }
}
