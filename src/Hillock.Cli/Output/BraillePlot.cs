using System.Globalization;

namespace Hillock.Cli;

/// <summary>Curves in the terminal: every Braille character is 2 × 4 dots.</summary>
internal static class BraillePlot
{
    private const int Columns = 72;
    private const int Rows = 20;
    private const int DotsAcross = 2;
    private const int DotsDown = 4;
    private const char Blank = '\u2800';

    // The bit of each dot of a Braille character, by row and column (Unicode 3.0, block 2800).
    private static readonly int[][] Bits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

    /// <summary>How many points a curve should have.</summary>
    public static int Points => Columns * DotsAcross;

    public static void Write(IReadOnlyList<Curve> curves, PlotRange x, TextWriter writer)
    {
        var y = PlotRange.Around(curves);
        foreach (var curve in curves)
        {
            writer.WriteLine(curve.Name);
            var picture = Draw(curve, y);
            for (var row = 0; row < Rows; row++)
            {
                var label = row == 0 ? y.High : row == Rows - 1 ? y.Low : double.NaN;
                writer.WriteLine($"{(double.IsNaN(label) ? "" : label.ToString("0.##", CultureInfo.InvariantCulture)),8} ┤{new string(picture[row]).TrimEnd(Blank)}");
            }

            var (low, high) = (x.Low.ToString("0.##", CultureInfo.InvariantCulture), x.High.ToString("0.##", CultureInfo.InvariantCulture));
            writer.WriteLine($"{"",10}{low}{high.PadLeft(Columns - low.Length)}");
        }
    }

    private static char[][] Draw(Curve curve, PlotRange y)
    {
        var picture = Enumerable.Range(0, Rows).Select(_ => Enumerable.Repeat(Blank, Columns).ToArray()).ToArray();
        int? previous = null;
        for (var i = 0; i < curve.Values.Length; i++)
        {
            if (!double.IsFinite(curve.Values[i]))
            {
                previous = null;
                continue;
            }

            var dot = (int)Math.Round((1 - y.Share(curve.Values[i])) * ((Rows * DotsDown) - 1));
            var from = previous ?? dot;
            for (var d = Math.Min(from, dot); d <= Math.Max(from, dot); d++)
            {
                picture[d / DotsDown][i / DotsAcross] |= (char)Bits[d % DotsDown][i % DotsAcross];
            }

            previous = dot;
        }

        return picture;
    }
}
