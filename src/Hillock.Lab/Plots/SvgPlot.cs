using System.Globalization;
using System.Net;
using System.Text;

namespace Hillock.Lab;

/// <summary>A plot as an SVG picture: light or dark as its reader has it, without scripts and fonts from elsewhere.</summary>
public sealed class SvgPlot
{
    private const int FontSize = 12, Digit = 7, Padding = 12;

    private readonly Plot plot;
    private readonly SvgLegend legend;
    private readonly StringBuilder svg = new();
    private readonly int width, height, left, right, top, bottom;

    private SvgPlot(Plot plot, int width, int height)
    {
        (this.plot, this.width, this.height) = (plot, width, height);
        legend = new(plot, width - (2 * Padding));
        left = (3 * Padding) + (Digit * plot.Y.Ticks(YTicks).Max(tick => tick.ToString().Length));
        (right, top, bottom) = (width - Padding - 4, Padding + (SvgLegend.RowHeight * legend.Rows), height - (3 * Padding) - 4);
    }

    private static int YTicks => 6;

    private int XTicks => Math.Max(4, (right - left) / 60);

    /// <summary>Draws a plot.</summary>
    /// <param name="plot">What is to be seen.</param>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <returns>An SVG document, which may also stand within a page of HTML.</returns>
    public static string Draw(Plot plot, int width = 720, int height = 440)
    {
        ArgumentNullException.ThrowIfNull(plot);
        return new SvgPlot(plot, width, height).Draw();
    }

    private string Draw()
    {
        Add($"""
            <svg xmlns="http://www.w3.org/2000/svg" class="hillock" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="system-ui,sans-serif" font-size="{FontSize}" role="img">
            <title>{Escaped(PlotText.Title(plot))}</title>
            <desc>{Escaped(PlotText.Description(plot))}</desc>
            <style>{SvgStyle.Css(plot.Curves.Select(curve => curve.Colour))}</style>
            <rect class="p" width="{width}" height="{height}" rx="6" fill="#fff"/>

            """);
        Saturation();
        Axes();
        foreach (var curve in plot.Curves)
        {
            // Later ones have gaps, through which those below are seen where both are the same.
            Add($"""<path {SvgStyle.Line(curve)} d="{SvgPath.Of(curve.Within(plot.Y), p => new(X(p.X), Y(p.Y)))}"/>""");
        }

        foreach (var mark in plot.Marks.Where(mark => plot.Y.Contains(mark.At.Y)).OrderBy(mark => mark.Kind == MarkKind.Attained))
        {
            Add(SvgStyle.Mark(mark.Kind, mark.Colour, X(mark.At.X), Y(mark.At.Y)));
        }

        legend.Draw(Add, Padding, Padding - 2);
        return svg.Append("</svg>\n").ToString();
    }

    private void Saturation()
    {
        foreach (var zone in plot.Saturated)
        {
            Add($"""<rect class="z" x="{Text(X(zone.Low))}" y="{top}" width="{Text(X(zone.High) - X(zone.Low))}" height="{bottom - top}" fill="#8c959f" opacity=".2"/>""");
        }
    }

    private void Axes()
    {
        var (across, up) = (plot.X.Ticks(XTicks), plot.Y.Ticks(YTicks));
        Lines("g", "#dfe3e8", across.Where(t => t.At != 0), up.Where(t => t.At != 0));
        Lines("a", "#8c959f", across.Where(t => t.At == 0), up.Where(t => t.At == 0));
        Add("""<g class="t" fill="#57606a" text-anchor="middle">""");
        foreach (var tick in across)
        {
            Add($"""<text x="{Text(X(tick.At))}" y="{bottom + 16}">{tick}</text>""");
        }

        Add($"""<text x="{(left + right) / 2}" y="{height - 6}" font-style="italic">{Escaped(plot.XName)}</text>""");
        Add($"""<text transform="translate({Padding + 2} {(top + bottom) / 2})rotate(-90)" font-style="italic">{Escaped(plot.YName)}</text></g>""");
        Add("""<g class="t" fill="#57606a" text-anchor="end">""");
        foreach (var tick in up)
        {
            Add($"""<text x="{left - 6}" y="{Text(Y(tick.At) + 4)}">{tick}</text>""");
        }

        Add("</g>");
    }

    private void Lines(string style, string colour, IEnumerable<PlotTick> across, IEnumerable<PlotTick> up)
    {
        var lines = across.Select(t => $"M{Text(X(t.At))} {top}V{bottom}").Concat(up.Select(t => $"M{left} {Text(Y(t.At))}H{right}"));
        Add($"""<path class="{style}" stroke="{colour}" d="{string.Concat(lines)}"/>""");
    }

    private double X(double x) => left + ((right - left) * plot.X.Share(x));

    private double Y(double y) => bottom - ((bottom - top) * plot.Y.Share(y));

    private void Add(string line) => svg.Append(line.TrimEnd('\r', '\n')).Append('\n');

    internal static string Text(double pixels) => SvgPath.Text(pixels);

    internal static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
