using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>What can be read off a function's values: extremes, limits, direction, what it does to a standard normal.</summary>
/// <param name="AtZero">f(0).</param>
/// <param name="Low">The limit at −∞; NaN where there is none.</param>
/// <param name="High">The limit at ∞; NaN where there is none.</param>
/// <param name="Minimum">The least value seen, and where.</param>
/// <param name="Maximum">The greatest value seen, and where.</param>
/// <param name="GreatestSlope">The greatest |f′| seen, and where.</param>
/// <param name="LeastSlope">The least f′ seen, and where.</param>
/// <param name="Moments">Mean and second moments of f and f′ under a standard normal input.</param>
public sealed record Portrait(
    double AtZero, double Low, double High, Place Minimum, Place Maximum, Place GreatestSlope, Place LeastSlope, Moments Moments)
{
    private const int Reach = 20;
    private const int PointsPerUnit = 64;
    private const int Refinements = 40;

    /// <summary>Where it is looked at, from 0 outwards: of equal values the first counts.</summary>
    private static readonly double[] Grid =
        [.. Enumerable.Range(-Reach * PointsPerUnit, (2 * Reach * PointsPerUnit) + 1).Select(i => i / (double)PointsPerUnit).OrderBy(Math.Abs)];

    /// <summary>Fifty layers ask for the same one.</summary>
    private static readonly ConditionalWeakTable<Activation, Portrait> Known = [];

    // A slope that touches 0 is rounded to either side of it.
    private const double Rounding = 1e-12;

    /// <summary>Whether the values rise everywhere or stay; seen, not proved.</summary>
    public bool Monotone => LeastSlope.Value >= -Rounding;

    /// <summary>Whether both limits and all values seen are finite.</summary>
    public bool Bounded => double.IsFinite(Low) && double.IsFinite(High) && double.IsFinite(Minimum.Value) && double.IsFinite(Maximum.Value);

    /// <summary>Whether the outputs' mean is 0 when the inputs' is.</summary>
    public bool ZeroCentred => Math.Abs(Moments.Mean) < 1e-9;

    /// <summary>Looks at a function between −20 and 20.</summary>
    public static Portrait Of(Activation f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return Known.GetValue(f, Look);
    }

    private static Portrait Look(Activation f)
    {
        double[] values = f.Values(Grid), slopes = f.Slopes(Grid);
        return new(
            f.Of(0),
            f.Of(double.NegativeInfinity),
            f.Of(double.PositiveInfinity),
            Least(values, f.Of, y => y),
            Negated(Least(values, f.Of, y => -y)),
            Negated(Least(slopes, f.Slope, slope => -Math.Abs(slope))),
            Least(slopes, f.Slope, slope => slope),
            Moments.Of(f));
    }

    private static Place Negated(Place place) => place with { Value = -place.Value };

    /// <summary>The least value of some quantity on the grid, then between the neighbours of that point by thirds.</summary>
    private static Place Least(double[] onGrid, Func<double, double> curve, Func<double, double> quantity)
    {
        double At(double x) => quantity(curve(x));
        var best = Grid[Enumerable.Range(0, Grid.Length).MinBy(i => quantity(onGrid[i]))];
        var (low, high) = (best - (1.0 / PointsPerUnit), best + (1.0 / PointsPerUnit));
        for (var i = 0; i < Refinements; i++)
        {
            var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = At(left) <= At(right) ? (low, right) : (left, high);
        }

        var refined = (low + high) / 2;
        return At(refined) < At(best) ? new(refined, At(refined)) : new(best, At(best));
    }
}

/// <summary>A value and where it was found.</summary>
/// <param name="X">The input.</param>
/// <param name="Value">The value there.</param>
public readonly record struct Place(double X, double Value);
