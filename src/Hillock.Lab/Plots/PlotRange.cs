using System.Globalization;

namespace Hillock.Lab;

/// <summary>An interval of an axis.</summary>
/// <param name="Low">Its left or lower end.</param>
/// <param name="High">Its right or upper end.</param>
public readonly record struct PlotRange(double Low, double High)
{
    // 0.7 is not quite seven steps of 0.1.
    private const double Rounding = 1e-6;

    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    /// <summary>How long it is.</summary>
    public double Width => High - Low;

    /// <summary>Where a value lies, from 0 at the low end to 1 at the high end.</summary>
    public double Share(double value) => (value - Low) / Width;

    /// <summary>What lies at a share of the way from the low end to the high end.</summary>
    public double At(double share) => Low + (Width * share);

    /// <summary>Whether a value lies in it.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Round numbers in it at equal distances of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="most">How many there may be.</param>
    public IReadOnlyList<PlotTick> Ticks(int most = 8)
    {
        var rough = Width / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * RoundSteps.First(m => m * power >= rough);
        var (first, last) = (Math.Ceiling((Low / step) - Rounding), Math.Floor((High / step) + Rounding));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => new PlotTick((first + i) * step))];
    }
}

/// <summary>A number on an axis.</summary>
/// <param name="At">The number.</param>
public readonly record struct PlotTick(double At)
{
    private const double LeastPlain = 1e-4, MostPlain = 1e6;

    /// <summary>The number as people write it, with a true minus sign.</summary>
    public override string ToString() => Text(At, "0.##########");

    /// <summary>A value in a sentence, in four digits.</summary>
    internal static string Short(double value) =>
        Text(double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), "0.####");

    private static string Text(double value, string plain)
    {
        var size = Math.Abs(value);
        var format = size is 0 or >= LeastPlain and < MostPlain ? plain : "0.###e0";
        var text = size.ToString(format, CultureInfo.InvariantCulture);
        return value < 0 && text != "0" ? "−" + text : text;
    }
}
