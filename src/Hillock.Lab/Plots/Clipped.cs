namespace Hillock.Lab;

/// <summary>The parts of a stroke that lie between two heights.</summary>
internal static class Clipped
{
    public static IEnumerable<IReadOnlyList<PlotPoint>> Parts(IReadOnlyList<PlotPoint> stroke, PlotRange y)
    {
        List<PlotPoint> part = [];
        for (var i = 0; i < stroke.Count; i++)
        {
            var isIn = y.Contains(stroke[i].Y);
            if (i > 0 && isIn != y.Contains(stroke[i - 1].Y))
            {
                part.Add(Crossing(stroke[i - 1], stroke[i], y));
            }

            if (isIn)
            {
                part.Add(stroke[i]);
            }
            else if (part.Count > 1)
            {
                yield return part;
                part = [];
            }
        }

        if (part.Count > 1)
        {
            yield return part;
        }
    }

    /// <summary>Where the line between a point inside and a point outside leaves.</summary>
    private static PlotPoint Crossing(PlotPoint a, PlotPoint b, PlotRange y)
    {
        var edge = Math.Max(a.Y, b.Y) > y.High ? y.High : y.Low;
        return new(a.X + ((b.X - a.X) * ((edge - a.Y) / (b.Y - a.Y))), edge);
    }
}
