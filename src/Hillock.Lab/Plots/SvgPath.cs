using System.Globalization;

namespace Hillock.Lab;

/// <summary>Pieces of a curve as the <c>d</c> of an SVG path, with as few points as look the same.</summary>
public static class SvgPath
{
    // Half a pixel of a fine screen.
    private const double Tolerance = 0.12;

    /// <summary>The text of a path.</summary>
    /// <param name="parts">The pieces, each from left to right.</param>
    /// <param name="place">Where a point of the curve lies in the picture, in pixels.</param>
    public static string Of(IEnumerable<IReadOnlyList<PlotPoint>> parts, Func<PlotPoint, PlotPoint> place) =>
        string.Concat(parts.Select(part => "M" + string.Join(' ', Simplified.Line([.. part.Select(place)], Tolerance).Select(p => $"{Text(p.X)} {Text(p.Y)}"))));

    /// <summary>A coordinate in tenths of a pixel.</summary>
    internal static string Text(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
