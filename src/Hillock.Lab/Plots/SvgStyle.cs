using System.Globalization;

namespace Hillock.Lab;

/// <summary>How the parts of an SVG picture look. Attributes hold the light colours, for viewers that know no style sheets.</summary>
internal static class SvgStyle
{
    private const string Light = "--paper:#fff;--text:#57606a;--grid:#dfe3e8;--axis:#8c959f", Dark = "--paper:#0d1117;--text:#9da7b3;--grid:#262c36;--axis:#656d76";

    public static string Css(IEnumerable<int> ofCurves)
    {
        int[] colours = [.. ofCurves.Select(Index).Distinct().Order()];
        return $".hillock{{{Light}{Variables(c => c.Light)}}}"
            + $"@media(prefers-color-scheme:dark){{.hillock{{{Dark}{Variables(c => c.Dark)}}}}}"
            + ".hillock .p{fill:var(--paper)}.hillock .t{fill:var(--text)}.hillock .g{stroke:var(--grid)}.hillock .a{stroke:var(--axis)}.hillock .z{fill:var(--axis)}"
            + string.Concat(colours.Select(c => $".hillock .c{c}{{stroke:var(--c{c})}}.hillock .f{c}{{fill:var(--c{c})}}"));

        string Variables(Func<(string Light, string Dark), string> of) => string.Concat(colours.Select(c => $";--c{c}:{of(PlotStyle.Colours[c])}"));
    }

    /// <summary>The attributes of a curve's line.</summary>
    public static string Line(PlotCurve curve)
    {
        var dashes = PlotStyle.Dashes(curve.Dash);
        var pattern = dashes.Count == 0 ? "" : $" stroke-dasharray=\"{string.Join(' ', dashes)}\"";
        return $"class=\"c{Index(curve.Colour)}\" fill=\"none\" stroke=\"{Colour(curve.Colour)}\" stroke-width=\"{(curve.Kind == CurveKind.Value ? "2.2" : "1.7")}\" stroke-linejoin=\"round\"{pattern}";
    }

    /// <summary>A diamond at a kink; at a jump a dot that is full where the value is attained.</summary>
    public static string Mark(MarkKind kind, int colour, double x, double y)
    {
        var (index, hex) = (Index(colour), Colour(colour));
        return kind == MarkKind.Kink
            ? string.Create(CultureInfo.InvariantCulture, $"""<path class="f{index}" fill="{hex}" d="M{x:0.#} {y - 4:0.#}l4 4-4 4-4-4z"/>""")
            : kind == MarkKind.Attained
            ? string.Create(CultureInfo.InvariantCulture, $"""<circle class="f{index}" fill="{hex}" cx="{x:0.#}" cy="{y:0.#}" r="3.5"/>""")
            : string.Create(CultureInfo.InvariantCulture, $"""<circle class="p c{index}" fill="#fff" stroke="{hex}" stroke-width="1.5" cx="{x:0.#}" cy="{y:0.#}" r="3"/>""");
    }

    private static int Index(int colour) => colour % PlotStyle.Colours.Count;

    private static string Colour(int colour) => PlotStyle.Colours[Index(colour)].Light;
}
