namespace Hillock.Lab;

/// <summary>Lines with as few points as look the same.</summary>
internal static class Simplified
{
    /// <summary>Leaves out what lies within a tolerance of the line through what remains.</summary>
    /// <remarks>Ramer 1972, doi:10.1016/S0146-664X(72)80017-0; Douglas and Peucker 1973.</remarks>
    public static IReadOnlyList<PlotPoint> Line(IReadOnlyList<PlotPoint> points, double tolerance)
    {
        var keep = new bool[points.Count];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int First, int Last)>([(0, points.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (farthest, distance) = (0, tolerance);
            for (var i = part.First + 1; i < part.Last; i++)
            {
                if (Distance(points[i], points[part.First], points[part.Last]) is var d && d > distance)
                {
                    (farthest, distance) = (i, d);
                }
            }

            if (farthest > 0)
            {
                keep[farthest] = true;
                open.Push((part.First, farthest));
                open.Push((farthest, part.Last));
            }
        }

        return [.. points.Where((_, i) => keep[i])];
    }

    /// <summary>How far a point is from the line through two others, which stand from left to right.</summary>
    private static double Distance(PlotPoint p, PlotPoint from, PlotPoint to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        return length == 0 ? 0 : Math.Abs((dx * (p.Y - from.Y)) - (dy * (p.X - from.X))) / length;
    }
}
