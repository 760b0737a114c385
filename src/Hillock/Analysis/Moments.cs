namespace Hillock;

/// <summary>What an activation does to a normal input z of mean 0: of variance 1 unless told otherwise.</summary>
/// <param name="Mean">E f(z).</param>
/// <param name="Square">E f(z)², the second moment.</param>
/// <param name="SlopeSquare">E f′(z)².</param>
public readonly record struct Moments(double Mean, double Square, double SlopeSquare)
{
    /// <summary>How far from 0 is integrated: what lies beyond has a probability below 4e-33.</summary>
    private const int Reach = 12;

    /// <summary>Panels per unit before any is halved.</summary>
    private const int PanelsPerUnit = 8;

    /// <summary>How often a panel is halved around a kink or a jump, which then takes up a 2⁻³⁵ of it.</summary>
    private const int Halvings = 35;

    /// <summary>What halving a panel may change without another try, and by what ratio.</summary>
    private const double Settled = 1e-15;
    private const double SettledRatio = 1e-13;

    /// <summary>How many panels are looked at more closely; a wave of very high frequency would take them all.</summary>
    private const int MostTries = 10_000;

    /// <summary>Nodes and weights of Gauss and Legendre's rule of five points on [−1, 1]; it is exact up to the ninth power.</summary>
    private static readonly (double Node, double Weight)[] Rule =
    [
        (0, 128.0 / 225),
        (Math.Sqrt(5 - (2 * Math.Sqrt(10.0 / 7))) / 3, (322 + (13 * Math.Sqrt(70))) / 900),
        (-Math.Sqrt(5 - (2 * Math.Sqrt(10.0 / 7))) / 3, (322 + (13 * Math.Sqrt(70))) / 900),
        (Math.Sqrt(5 + (2 * Math.Sqrt(10.0 / 7))) / 3, (322 - (13 * Math.Sqrt(70))) / 900),
        (-Math.Sqrt(5 + (2 * Math.Sqrt(10.0 / 7))) / 3, (322 - (13 * Math.Sqrt(70))) / 900),
    ];

    /// <summary>The moments by composite quadrature, with panels halved where the function bends or jumps; NaN or infinite where it is.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="variance">The variance of its inputs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is negative or not finite.</exception>
    public static Moments Of(Activation activation, double variance = 1)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(variance), false, nameof(variance));
        return Of(activation, z => z * Math.Sqrt(variance));
    }

    private static Moments Of(Activation activation, Func<double, double> input)
    {
        var (sum, tries) = (default(Moments), MostTries);
        for (var panel = -Reach * PanelsPerUnit; panel < Reach * PanelsPerUnit; panel++)
        {
            var (low, high) = (panel / (double)PanelsPerUnit, (panel + 1) / (double)PanelsPerUnit);
            sum = Sum(sum, Between(activation, input, low, high, Panel(activation, input, low, high), Halvings, ref tries));
        }

        return sum;
    }

    /// <summary>The contribution of the inputs from low to high, given that of the rule over all of them.</summary>
    private static Moments Between(Activation activation, Func<double, double> input, double low, double high, Moments whole, int halvings, ref int tries)
    {
        var middle = (low + high) / 2;
        var (left, right) = (Panel(activation, input, low, middle), Panel(activation, input, middle, high));
        var both = Sum(left, right);
        return halvings == 0 || tries-- <= 0 || !whole.DiffersFrom(both)
            ? both
            : Sum(
                Between(activation, input, low, middle, left, halvings - 1, ref tries),
                Between(activation, input, middle, high, right, halvings - 1, ref tries));
    }

    private static Moments Panel(Activation activation, Func<double, double> input, double low, double high)
    {
        var (sum, half) = (default(Moments), (high - low) / 2);
        foreach (var (node, weight) in Rule)
        {
            var z = low + half + (node * half);
            var mass = weight * half * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
            var x = input(z);
            var (y, slope) = (activation.Of(x), activation.Slope(x));
            sum = Sum(sum, new(mass * y, mass * y * y, mass * slope * slope));
        }

        return sum;
    }

    private static Moments Sum(Moments left, Moments right) =>
        new(left.Mean + right.Mean, left.Square + right.Square, left.SlopeSquare + right.SlopeSquare);

    private bool DiffersFrom(Moments other) =>
        Differ(Mean, other.Mean) || Differ(Square, other.Square) || Differ(SlopeSquare, other.SlopeSquare);

    private static bool Differ(double one, double other) => Math.Abs(one - other) > Settled + (SettledRatio * Math.Abs(other));
}
