using System.Globalization;

namespace Hillock.Web;

/// <summary>A small picture of a function and, dashed, its slope.</summary>
internal static class Sketch
{
    private const double Width = 160, Height = 90;

    /// <summary>An SVG element for a page; what it shows is said beside it, so readers of screens pass it by.</summary>
    /// <param name="plot">The function and its slope.</param>
    public static string Of(Plot plot)
    {
        double X(double x) => Width * plot.X.Share(x);
        double Y(double y) => Height * (1 - plot.Y.Share(y));
        string Line(PlotCurve curve) => SvgPath.Of(curve.Within(plot.Y), p => new(X(p.X), Y(p.Y)));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg class="sketch" viewBox="0 0 {Width} {Height}" aria-hidden="true"><path class="axes" d="M0 {Y(0):0.#}H{Width}M{X(0):0.#} 0V{Height}"/><path class="slope" d="{Line(plot.Curves[1])}"/><path class="value" d="{Line(plot.Curves[0])}"/></svg>
            """);
    }
}
