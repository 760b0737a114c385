using System.Globalization;
using System.Net;
using System.Text;

namespace Hillock.Cli;

/// <summary>Curves as an SVG picture.</summary>
internal static class SvgPlot
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 48;
    private const int Right = 590;
    private const int Top = 18;
    private const int Bottom = 390;

    // Okabe and Ito 2008: eight colours that people with any colour vision tell apart; yellow is too light on white.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];

    public static string Draw(IReadOnlyList<Curve> curves, PlotRange x)
    {
        var y = PlotRange.Around(curves);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="system-ui, sans-serif" font-size="13" role="img">
            <title>{Escape(string.Join(", ", curves.Select(c => c.Name)))}</title>
            <rect width="{Width}" height="{Height}" rx="8" fill="#fff"/>

            """);
        foreach (var tick in x.Ticks())
        {
            Line(svg, Across(x, tick), Top, Across(x, tick), Bottom, tick);
            Text(svg, Across(x, tick), Bottom + 18, "middle", "#555", tick.ToString("0.####", CultureInfo.InvariantCulture));
        }

        foreach (var tick in y.Ticks())
        {
            Line(svg, Left, Up(y, tick), Right, Up(y, tick), tick);
            Text(svg, Left - 8, Up(y, tick) + 4, "end", "#555", tick.ToString("0.####", CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < curves.Count; i++)
        {
            Draw(svg, curves, i, y);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, IReadOnlyList<Curve> curves, int index, PlotRange y)
    {
        var curve = curves[index];
        var functions = curves.Take(index + 1).Count(c => !c.IsSlope);
        var colour = Colours[(functions - 1) % Colours.Length];
        var dash = curve.IsSlope ? " stroke-dasharray=\"6 4\"" : "";
        var points = curve.Values
            .Select((value, i) => (X: Left + ((Right - Left) * i / (curve.Values.Length - 1.0)), Value: value))
            .Where(p => double.IsFinite(p.Value))
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.##},{Up(y, p.Value):0.##}"));
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{string.Join(' ', points)}" fill="none" stroke="{colour}" stroke-width="2.2" stroke-linejoin="round"{dash}/>""").Append('\n');
        var legend = Top + 14 + (22 * index);
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{Right + 14}" y1="{legend - 4}" x2="{Right + 38}" y2="{legend - 4}" stroke="{colour}" stroke-width="2.2"{dash}/>""").Append('\n');
        Text(svg, Right + 44, legend, "start", "#222", curve.Name);
    }

    private static double Across(PlotRange x, double value) => Left + ((Right - Left) * x.Share(value));

    private static double Up(PlotRange y, double value) => Bottom - ((Bottom - Top) * y.Share(value));

    private static void Line(StringBuilder svg, double x1, double y1, double x2, double y2, double tick) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}" stroke="{(tick == 0 ? "#888" : "#e4e4e4")}"/>""").Append('\n');

    private static void Text(StringBuilder svg, double x, double y, string anchor, string colour, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.##}" y="{y:0.##}" text-anchor="{anchor}" fill="{colour}">{Escape(text)}</text>""").Append('\n');

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
