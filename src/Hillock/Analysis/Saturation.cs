namespace Hillock;

/// <summary>Where a function saturates: its slope is so small that hardly any gradient passes.</summary>
/// <param name="From">The left end; −∞ where it never ends.</param>
/// <param name="To">The right end; ∞ where it never ends.</param>
public readonly record struct Saturation(double From, double To)
{
    /// <summary>Below this a slope counts as saturated, unless told otherwise.</summary>
    public const double Threshold = 0.01;

    private const int Reach = 64;
    private const int PerUnit = 32;
    private const int Halvings = 50;

    private static readonly double[] Grid = [.. Enumerable.Range(-Reach * PerUnit, (2 * Reach * PerUnit) + 1).Select(i => i / (double)PerUnit)];

    // Around an extreme every slope is small. So near to each other, inputs on both sides of it are alive.
    private const double Narrowest = 0.25;

    /// <summary>The zones with |f′| &lt; threshold, from left to right, as seen on a grid of 1/32 from −64 to 64.</summary>
    /// <remarks>A zone counts if it is ¼ wide or more, or flat all through: near an extreme every slope is small, and what lies beside it is alive.</remarks>
    /// <param name="f">The function.</param>
    /// <param name="threshold">The least slope that counts as alive.</param>
    public static IReadOnlyList<Saturation> Of(Activation f, double threshold = Threshold)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        double[] slopes = [.. f.Slopes(Grid).Zip(f.Values(Grid), (slope, value) => double.IsNaN(value) ? value : slope)];
        var zones = Where(slopes, x => double.IsNaN(f.Of(x)) ? double.NaN : f.Slope(x), slope => Math.Abs(slope) < threshold);
        return [.. zones.Where(zone => zone.To - zone.From >= Narrowest || IsFlat(f, zone))];
    }

    /// <summary>The zones in which a function has no number for a value (NaN), seen on the same grid: the logarithm's is all below 0.</summary>
    /// <param name="f">The function.</param>
    public static IReadOnlyList<Saturation> Undefined(Activation f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Where(f.Values(Grid), f.Of, double.IsNaN);
    }

    private static List<Saturation> Where(double[] onGrid, Func<double, double> curve, Func<double, bool> holds)
    {
        var zones = new List<Saturation>();
        double? from = holds(onGrid[0]) ? double.NegativeInfinity : null;
        for (var i = 1; i < Grid.Length; i++)
        {
            if (holds(onGrid[i]) == from is not null)
            {
                continue;
            }

            var edge = Edge(x => holds(curve(x)), Grid[i - 1], Grid[i]);
            if (from is { } start)
            {
                zones.Add(new(start, edge));
                from = null;
            }
            else
            {
                from = edge;
            }
        }

        if (from is { } last)
        {
            zones.Add(new(last, double.PositiveInfinity));
        }

        return zones;
    }

    private static bool IsFlat(Activation f, Saturation zone)
    {
        const int Parts = 8;
        var width = zone.To - zone.From;
        return width > 1.0 / PerUnit && Enumerable.Range(1, Parts - 1).All(i => f.Slope(zone.From + (i * width / Parts)) == 0);
    }

    private static double Edge(Func<double, bool> holds, double low, double high)
    {
        var atLow = holds(low);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) == atLow ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
