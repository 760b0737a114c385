namespace Hillock.Lab;

/// <summary>Points of a curve, close together and in pieces without jumps.</summary>
internal static class Sampling
{
    /// <summary>Two or more for each pixel of a picture.</summary>
    public const int Points = 1601;

    // Smaller steps from one point to the next, as shares of all that the curve covers, need no closer look: they cannot be seen.
    private const double Visible = 1e-3;

    private const int Halvings = 45;

    // A single place without a value, as where a quotient is 0/0, is no gap.
    private const int LongestHole = 2;

    // What is left of a difference when the points come together: of a steep slope less and less, of a jump most of it.
    private const double Left = 0.3;

    /// <summary>Evenly spaced places, and the corners among them.</summary>
    public static double[] Places(PlotRange x, IEnumerable<double> corners) =>
    [
        .. Enumerable.Range(0, Points).Select(i => i == Points - 1 ? x.High : x.At(i / (Points - 1.0)))
            .Concat(corners.Where(x.Contains)).Distinct().Order(),
    ];

    /// <summary>A curve at these places, cut where it jumps or has no value.</summary>
    public static IReadOnlyList<IReadOnlyList<PlotPoint>> Strokes(Activation f, CurveKind kind, double[] places)
    {
        (int Index, PlotPoint Point)[] points =
            [.. kind.Of(f, places).Select((y, i) => (i, new PlotPoint(places[i], y))).Where(p => double.IsFinite(p.Item2.Y))];
        var strokes = new List<IReadOnlyList<PlotPoint>>();
        if (points.Length == 0)
        {
            return strokes;
        }

        var visible = Visible * (points.Max(p => p.Point.Y) - points.Min(p => p.Point.Y));
        var stroke = new List<PlotPoint> { points[0].Point };
        for (var i = 1; i < points.Length; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            if (to.Index - from.Index > LongestHole)
            {
                Cut();
            }
            else if (Math.Abs(to.Point.Y - from.Point.Y) > visible && Jump(x => kind.Of(f, x)[0], from.Point, to.Point) is { } jump)
            {
                stroke.Add(jump.Left);
                Cut();
                stroke.Add(jump.Right);
            }

            stroke.Add(to.Point);
        }

        Cut();
        return strokes;

        void Cut()
        {
            // A lone point between two jumps is no line; it is marked.
            if (stroke[^1].X > stroke[0].X)
            {
                strokes.Add(stroke);
            }

            stroke = [];
        }
    }

    /// <summary>The two sides of a jump between two points; <c>null</c> where the curve goes from one to the other.</summary>
    private static (PlotPoint Left, PlotPoint Right)? Jump(Func<double, double> f, PlotPoint left, PlotPoint right)
    {
        var least = Left * Math.Abs(right.Y - left.Y);
        for (var i = 0; i < Halvings && Math.Abs(right.Y - left.Y) > least; i++)
        {
            var x = left.X + ((right.X - left.X) / 2);
            var middle = new PlotPoint(x, f(x));
            if (x == left.X || x == right.X || !double.IsFinite(middle.Y))
            {
                break;
            }

            (left, right) = Math.Abs(middle.Y - left.Y) > Math.Abs(right.Y - middle.Y) ? (left, middle) : (middle, right);
        }

        return Math.Abs(right.Y - left.Y) > least ? (left, right) : null;
    }
}
