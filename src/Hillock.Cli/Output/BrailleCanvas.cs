namespace Hillock.Cli;

/// <summary>A picture of dots in the terminal: every Braille character has 2 × 4.</summary>
internal sealed class BrailleCanvas(int columns, int rows)
{
    private const int DotsAcross = 2, DotsDown = 4;
    private const char Blank = '\u2800';

    // The bit of each dot of a Braille character, by row and column (Unicode 3.0, block 2800).
    private static readonly int[][] Bits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

    private readonly (char Symbol, int? Ink)[][] cells = [.. Enumerable.Range(0, rows).Select(_ => new (char, int?)[columns])];

    /// <summary>What stands in a cell, blank where nothing does, and the number of its colour.</summary>
    public (char Symbol, int? Ink) this[int row, int column] => cells[row][column] is { Symbol: not '\0' } cell ? cell : (' ', null);

    /// <summary>Draws a line through points of a unit square, with a pattern of strokes and gaps that goes on along it.</summary>
    public void Line(IReadOnlyList<PlotPoint> points, IReadOnlyList<int> dashes, int ink)
    {
        var walked = 0.0;
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (Dot(points[i - 1]), Dot(points[i]));
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var steps = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(dx), Math.Abs(dy))));
            for (var step = 0; step <= steps; step++)
            {
                var share = step / (double)steps;
                if (IsStroke(dashes, walked + (share * Math.Sqrt((dx * dx) + (dy * dy)))))
                {
                    Set((int)Math.Round(from.X + (share * dx)), (int)Math.Round(from.Y + (share * dy)), ink);
                }
            }

            walked += Math.Sqrt((dx * dx) + (dy * dy));
        }
    }

    /// <summary>Writes a character over what is there.</summary>
    public void Mark(PlotPoint at, char symbol, int ink)
    {
        var (x, y) = Dot(at);
        cells[(int)Math.Round(y) / DotsDown][(int)Math.Round(x) / DotsAcross] = (symbol, ink);
    }

    /// <summary>The row and the column of a point of the unit square.</summary>
    public (int Row, int Column) Cell(PlotPoint at)
    {
        var (x, y) = Dot(at);
        return ((int)Math.Round(y) / DotsDown, (int)Math.Round(x) / DotsAcross);
    }

    private static bool IsStroke(IReadOnlyList<int> dashes, double walked)
    {
        var rest = walked % Math.Max(1, dashes.Sum());
        for (var i = 0; i < dashes.Count; i++)
        {
            rest -= dashes[i];
            if (rest < 0)
            {
                return i % 2 == 0;
            }
        }

        return true;
    }

    private (double X, double Y) Dot(PlotPoint p) => (p.X * ((columns * DotsAcross) - 1), (1 - p.Y) * ((rows * DotsDown) - 1));

    /// <summary>Sets a dot; the curve that came first keeps its colour.</summary>
    private void Set(int x, int y, int ink)
    {
        ref var cell = ref cells[y / DotsDown][x / DotsAcross];
        var before = cell.Symbol == '\0' ? Blank : cell.Symbol;
        cell = ((char)(before | Bits[y % DotsDown][x % DotsAcross]), cell.Ink ?? ink);
    }
}
