namespace Hillock.Training;

/// <summary>The digits as a pen draws them: each some polylines in a box of width and height 1, y downwards.</summary>
internal static class GlyphStrokes
{
    private const int SegmentsPerTurn = 20;

    /// <summary>The strokes of the digits 0 to 9.</summary>
    public static IReadOnlyList<(double X, double Y)[][]> Digits { get; } =
    [
        [Arc(0.5, 0.5, 0.32, 0.5, 0, 1)],
        [[(0.28, 0.22), (0.54, 0), (0.54, 1)]],
        [[.. Arc(0.5, 0.28, 0.32, 0.28, 0.5, 1.1), (0.16, 1), (0.86, 1)]],
        [[.. Arc(0.46, 0.25, 0.31, 0.25, 0.55, 1.25), .. Arc(0.46, 0.74, 0.36, 0.26, 0.75, 1.45)]],
        [[(0.66, 1), (0.66, 0), (0.12, 0.68), (0.9, 0.68)]],
        [[(0.82, 0), (0.26, 0), (0.2, 0.45), .. Arc(0.47, 0.68, 0.35, 0.32, 0.63, 1.43)]],
        [[(0.7, 0), .. Arc(0.5, 0.68, 0.32, 0.32, 0.58, -0.42), (0.2, 0.55)]],
        [[(0.14, 0), (0.86, 0), (0.4, 1)]],
        [Arc(0.5, 0.25, 0.27, 0.25, 0, 1), Arc(0.5, 0.75, 0.33, 0.25, 0, 1)],
        [[.. Arc(0.5, 0.3, 0.3, 0.3, 0, 1), (0.8, 0.3), (0.64, 1)]],
    ];

    /// <summary>Part of an ellipse, from turn to turn; as y points down, turns go clockwise from the right.</summary>
    private static (double X, double Y)[] Arc(double x, double y, double radiusX, double radiusY, double from, double to)
    {
        int segments = (int)Math.Ceiling(Math.Abs(to - from) * SegmentsPerTurn);
        return [.. Enumerable.Range(0, segments + 1).Select(i =>
        {
            var (cos, sin) = UnitCircle.At(from + (to - from) * i / segments);
            return (x + radiusX * cos, y + radiusY * sin);
        })];
    }
}
