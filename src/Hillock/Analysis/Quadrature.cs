namespace Hillock;

/// <summary>Gauss and Legendre's rule of five points on intervals of a standard normal; it is exact up to the ninth power.</summary>
internal sealed class Quadrature
{
    /// <summary>Nodes and weights on [−1, 1].</summary>
    private static readonly (double Node, double Weight)[] Rule =
    [
        (0, 128.0 / 225),
        (Math.Sqrt(5 - (2 * Math.Sqrt(10.0 / 7))) / 3, (322 + (13 * Math.Sqrt(70))) / 900),
        (-Math.Sqrt(5 - (2 * Math.Sqrt(10.0 / 7))) / 3, (322 + (13 * Math.Sqrt(70))) / 900),
        (Math.Sqrt(5 + (2 * Math.Sqrt(10.0 / 7))) / 3, (322 - (13 * Math.Sqrt(70))) / 900),
        (-Math.Sqrt(5 + (2 * Math.Sqrt(10.0 / 7))) / 3, (322 - (13 * Math.Sqrt(70))) / 900),
    ];

    private readonly double[] nodes, masses;

    /// <summary>The rule on each of some intervals.</summary>
    public Quadrature(params ReadOnlySpan<(double Low, double High)> intervals)
    {
        (nodes, masses) = (new double[intervals.Length * Rule.Length], new double[intervals.Length * Rule.Length]);
        for (var i = 0; i < nodes.Length; i++)
        {
            var ((low, high), (node, weight)) = (intervals[i / Rule.Length], Rule[i % Rule.Length]);
            nodes[i] = ((low + high) / 2) + (node * (high - low) / 2);
            masses[i] = weight * (high - low) / 2 * Math.Exp(-nodes[i] * nodes[i] / 2) / Math.Sqrt(2 * Math.PI);
        }
    }

    /// <summary>What each interval adds to the moments of a function of the normal times its deviation.</summary>
    public Moments[] Over(Activation f, double deviation)
    {
        var x = new double[nodes.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = nodes[i] * deviation;
        }

        double[] y = f.Values(x), slopes = f.Slopes(x);
        var sums = new Moments[x.Length / Rule.Length];
        for (var i = 0; i < x.Length; i++)
        {
            // Where there is no value there is no slope either.
            var (square, slope) = (masses[i] * y[i] * y[i], double.IsNaN(y[i]) ? y[i] : slopes[i]);
            sums[i / Rule.Length] = sums[i / Rule.Length].Plus(
                new(masses[i] * y[i], square, masses[i] * slope * slope) { Widening = square * ((nodes[i] * nodes[i]) - 1) });
        }

        return sums;
    }
}
