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

    /// <summary>The zones with |f′| &lt; threshold, from left to right, as seen on a grid of 1/32 from −64 to 64; single points do not count.</summary>
    /// <param name="f">The function.</param>
    /// <param name="threshold">The least slope that counts as alive.</param>
    public static IReadOnlyList<Saturation> Of(Activation f, double threshold = Threshold)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        bool IsSmall(double slope) => Math.Abs(slope) < threshold;
        var slopes = f.Slopes(Grid);
        var zones = new List<Saturation>();
        double? from = IsSmall(slopes[0]) ? double.NegativeInfinity : null;
        for (var i = 1; i < Grid.Length; i++)
        {
            if (IsSmall(slopes[i]) == from is not null)
            {
                continue;
            }

            var edge = Edge(x => IsSmall(f.Slope(x)), Grid[i - 1], Grid[i]);
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

        return [.. zones.Where(zone => zone.To - zone.From > 1.0 / PerUnit)];
    }

    private static double Edge(Func<double, bool> small, double low, double high)
    {
        var atLow = small(low);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = small(middle) == atLow ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
