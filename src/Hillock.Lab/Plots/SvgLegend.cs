namespace Hillock.Lab;

/// <summary>What the lines, marks and zones of a picture mean, in rows above it.</summary>
internal sealed class SvgLegend
{
    /// <summary>The height of a row.</summary>
    public const int RowHeight = 20;

    private const int Sample = 30, Gap = 6, Between = 16;

    // The mean of common fonts at 12 pixels, with something to spare.
    private const double Letter = 7;

    private readonly List<(int Row, double X, string Name, Func<double, double, string> Sample)> entries = [];
    private readonly int width;
    private double x;

    public SvgLegend(Plot plot, int width)
    {
        this.width = width;
        foreach (var curve in plot.Curves)
        {
            Add(curve.Name, (x, y) => $"""<path {SvgStyle.Line(curve)} d="M{SvgPlot.Text(x)} {SvgPlot.Text(y)}h{Sample}"/>""");
        }

        var colour = plot.Marks.Select(mark => mark.Colour).FirstOrDefault();
        foreach (var (kind, name) in PlotText.MarkNames.Where(known => plot.Marks.Any(mark => mark.Kind == known.Kind)))
        {
            Add(name, (x, y) => SvgStyle.Mark(kind, colour, x + (Sample / 2.0), y));
        }

        if (plot.Saturated.Count > 0)
        {
            Add(PlotText.Saturated, (x, y) => $"""<rect class="z" x="{SvgPlot.Text(x)}" y="{SvgPlot.Text(y - 6)}" width="{Sample}" height="12" fill="#8c959f" opacity=".2"/>""");
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; } = 1;

    /// <summary>Draws the entries from a corner on.</summary>
    public void Draw(Action<string> add, int left, int top)
    {
        foreach (var entry in entries)
        {
            add(entry.Sample(left + entry.X, top + (RowHeight * entry.Row) + (RowHeight / 2.0)));
        }

        add("""<g class="t" fill="#57606a">""");
        foreach (var entry in entries)
        {
            add($"""<text x="{SvgPlot.Text(left + entry.X + Sample + Gap)}" y="{top + (RowHeight * entry.Row) + (RowHeight / 2) + 4}">{SvgPlot.Escaped(entry.Name)}</text>""");
        }

        add("</g>");
    }

    private void Add(string name, Func<double, double, string> sample)
    {
        var most = (int)((width - Sample - Gap) / Letter);
        var shown = name.Length > most ? name[..(most - 1)] + "…" : name;
        var space = Sample + Gap + (Letter * shown.Length);
        if (x > 0 && x + space > width)
        {
            (x, Rows) = (0, Rows + 1);
        }

        entries.Add((Rows - 1, x, shown, sample));
        x += space + Between;
    }
}
