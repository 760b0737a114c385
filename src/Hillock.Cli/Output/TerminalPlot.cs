using System.Text;

namespace Hillock.Cli;

/// <summary>A plot in the terminal: one picture of all curves, axes with ticks, and a legend.</summary>
internal sealed class TerminalPlot
{
    private const int MostColumns = 72, FewestColumns = 24, Rows = 20, SampleColumns = 8;

    // Of the 256 colours of terminals those nearest to the picture's that show on light and on dark grounds.
    private static readonly int[] Colours = [32, 166, 36, 169, 136, 74, 244];

    private static readonly Dictionary<MarkKind, char> Symbols =
        new() { [MarkKind.Kink] = '◆', [MarkKind.Attained] = '●', [MarkKind.Approached] = '○', [MarkKind.Measured] = '○' };

    private readonly Plot plot;
    private readonly bool inColour;
    private readonly int labelWidth, columns;
    private readonly BrailleCanvas canvas;

    private TerminalPlot(Plot plot, bool inColour, int width)
    {
        (this.plot, this.inColour) = (plot, inColour);
        labelWidth = 1 + plot.Y.Ticks().Max(tick => tick.ToString().Length);
        columns = Math.Clamp(width - labelWidth - 2, FewestColumns, MostColumns);
        canvas = new(columns, Rows);
    }

    /// <summary>Writes a plot.</summary>
    /// <param name="plot">What is to be seen.</param>
    /// <param name="writer">Where it goes.</param>
    /// <param name="inColour">Whether colours may be used.</param>
    /// <param name="width">How many columns there are.</param>
    public static void Write(Plot plot, TextWriter writer, bool inColour, int width) => new TerminalPlot(plot, inColour, width).Write(writer);

    private void Write(TextWriter writer)
    {
        foreach (var curve in plot.Curves)
        {
            foreach (var part in curve.Within(plot.Y))
            {
                canvas.Line([.. part.Select(Share)], PlotStyle.Dashes(curve.Dash), curve.Colour);
            }
        }

        foreach (var mark in plot.Marks.Where(mark => plot.Y.Contains(mark.At.Y)).OrderBy(mark => mark.Kind == MarkKind.Attained))
        {
            canvas.Mark(Share(mark.At), Symbols[mark.Kind], mark.Colour);
        }

        Curves(writer);
        Axis(writer);
        Legend(writer);
    }

    private void Curves(TextWriter writer)
    {
        var labels = plot.Y.Ticks().GroupBy(tick => Cell(0, tick.At).Row).ToDictionary(row => row.Key, row => row.First().ToString());
        var (zeroRow, zeroColumn) = (plot.Y.Contains(0) ? Cell(0, 0).Row : -1, plot.X.Contains(0) ? Cell(0, 0).Column : -1);
        for (var row = 0; row < Rows; row++)
        {
            var line = new StringBuilder(labels.TryGetValue(row, out var label) ? label.PadLeft(labelWidth) + " ┤" : new string(' ', labelWidth) + " │");
            for (var column = 0; column < columns; column++)
            {
                var (symbol, ink) = canvas[row, column];
                line.Append(ink is { } colour ? Painted(symbol.ToString(), colour)
                    : row == zeroRow ? "┈"
                    : column == zeroColumn ? "┊"
                    : " ");
            }

            writer.WriteLine(line.ToString().TrimEnd());
        }
    }

    private void Axis(TextWriter writer)
    {
        var line = Enumerable.Repeat('─', columns).ToArray();
        var labels = Enumerable.Repeat(' ', columns + labelWidth + 4).ToArray();
        foreach (var zone in plot.Saturated)
        {
            line.AsSpan()[Cell(zone.Low, 0).Column..(Cell(zone.High, 0).Column + 1)].Fill('▒');
        }

        foreach (var tick in plot.X.Ticks(Math.Max(2, columns / 10)))
        {
            var (column, text) = (Cell(tick.At, 0).Column, tick.ToString());
            line[column] = '┬';
            text.CopyTo(labels.AsSpan(Math.Clamp(labelWidth + 2 + column - (text.Length / 2), 0, labels.Length - text.Length)));
        }

        writer.WriteLine($"{new string(' ', labelWidth)} └{new string(line)}");
        writer.WriteLine(new string(labels).TrimEnd());
    }

    private void Legend(TextWriter writer)
    {
        foreach (var curve in plot.Curves)
        {
            var sample = new BrailleCanvas(SampleColumns, 1);
            sample.Line([new(0, 0.5), new(1, 0.5)], PlotStyle.Dashes(curve.Dash), curve.Colour);
            writer.WriteLine($"  {Painted(string.Concat(Enumerable.Range(0, SampleColumns).Select(column => sample[0, column].Symbol)), curve.Colour)}  {curve.Name}");
        }

        foreach (var (kind, name) in PlotText.MarkNames.Where(known => plot.Marks.Any(mark => mark.Kind == known.Kind)))
        {
            writer.WriteLine($"  {Symbols[kind],-SampleColumns}  {name}");
        }

        if (plot.Saturated.Count > 0)
        {
            writer.WriteLine($"  {new string('▒', SampleColumns)}  {PlotText.Saturated}");
        }
    }

    private string Painted(string text, int colour) => inColour ? $"\u001b[38;5;{Colours[colour % Colours.Length]}m{text}\u001b[0m" : text;

    private PlotPoint Share(PlotPoint p) => new(plot.X.Share(p.X), plot.Y.Share(p.Y));

    /// <summary>The cell of a point.</summary>
    private (int Row, int Column) Cell(double x, double y) => canvas.Cell(new(Within(plot.X.Share(x)), Within(plot.Y.Share(y))));

    private static double Within(double share) => Math.Clamp(share, 0, 1);
}
