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
        var deviation = Math.Sqrt(variance);
        return Of(activation, deviation, Edges(activation, deviation));
    }

    /// <summary>Where panels end: a kink between the last node of one and its end would not be noticed.</summary>
    private static double[] Edges(Activation activation, double deviation) =>
    [
        .. Enumerable.Range(-Reach * PanelsPerUnit, (2 * Reach * PanelsPerUnit) + 1).Select(i => i / (double)PanelsPerUnit)
            .Concat((activation.Function?.Kinks ?? []).Select(kink => kink / deviation).Where(kink => Math.Abs(kink) < Reach))
            .Order(),
    ];

    /// <summary>All panels at once, as vectors are faster; those in which something bends one by one.</summary>
    private static Moments Of(Activation activation, double deviation, double[] edges)
    {
        var panels = edges.Zip(edges.Skip(1)).Where(panel => panel.First < panel.Second).ToArray();
        double[] z = [.. panels.SelectMany(panel => Parts(panel.First, panel.Second)).SelectMany(part => Nodes(part.Low, part.High))];
        double[] x = [.. z.Select(node => node * deviation)], ones = new double[x.Length], y = new double[x.Length], slopes = new double[x.Length];
        Array.Fill(ones, 1);
        activation.Forward(x, y);
        activation.Backward(x, ones, slopes);
        var (sum, tries, next) = (default(Moments), MostTries, 0);
        foreach (var (low, high) in panels)
        {
            var found = new Moments[3];
            foreach (var (part, ends) in Parts(low, high).Index())
            {
                for (var node = 0; node < Rule.Length; node++, next++)
                {
                    found[part] = Sum(found[part], Mass(node, z[next], ends.High - ends.Low, y[next], slopes[next]));
                }
            }

            sum = Sum(sum, Refined(activation, deviation, low, high, found[0], found[1], found[2], Halvings, ref tries));
        }

        return sum;
    }

    /// <summary>A panel and its halves.</summary>
    private static (double Low, double High)[] Parts(double low, double high) => [(low, high), (low, (low + high) / 2), ((low + high) / 2, high)];

    private static IEnumerable<double> Nodes(double low, double high) => Rule.Select(rule => ((low + high) / 2) + (rule.Node * (high - low) / 2));

    /// <summary>What one node of the rule adds.</summary>
    private static Moments Mass(int node, double z, double width, double y, double slope)
    {
        var mass = Rule[node].Weight * width / 2 * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        return new(mass * y, mass * y * y, mass * slope * slope);
    }

    /// <summary>The contribution of the inputs from low to high, given that of the rule over all of them.</summary>
    private static Moments Between(Activation activation, double deviation, double low, double high, Moments whole, int halvings, ref int tries)
    {
        var middle = (low + high) / 2;
        var (left, right) = (Panel(activation, deviation, low, middle), Panel(activation, deviation, middle, high));
        return halvings == 0 || tries-- <= 0 ? Sum(left, right) : Refined(activation, deviation, low, high, whole, left, right, halvings, ref tries);
    }

    /// <summary>That of both halves, each halved again where they do not add up to the whole.</summary>
    private static Moments Refined(
        Activation activation, double deviation, double low, double high, Moments whole, Moments left, Moments right, int halvings, ref int tries)
    {
        var (middle, both) = ((low + high) / 2, Sum(left, right));
        return !whole.DiffersFrom(both)
            ? both
            : Sum(
                Between(activation, deviation, low, middle, left, halvings - 1, ref tries),
                Between(activation, deviation, middle, high, right, halvings - 1, ref tries));
    }

    private static Moments Panel(Activation activation, double deviation, double low, double high)
    {
        var sum = default(Moments);
        foreach (var (node, z) in Nodes(low, high).Index())
        {
            sum = Sum(sum, Mass(node, z, high - low, activation.Of(z * deviation), activation.Slope(z * deviation)));
        }

        return sum;
    }

    private static Moments Sum(Moments left, Moments right) =>
        new(left.Mean + right.Mean, left.Square + right.Square, left.SlopeSquare + right.SlopeSquare);

    private bool DiffersFrom(Moments other) =>
        Differ(Mean, other.Mean) || Differ(Square, other.Square) || Differ(SlopeSquare, other.SlopeSquare);

    private static bool Differ(double one, double other) => Math.Abs(one - other) > Settled + (SettledRatio * Math.Abs(other));
}
