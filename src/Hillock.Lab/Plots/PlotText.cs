namespace Hillock.Lab;

/// <summary>A plot in words: its legend, and what those hear who do not see it.</summary>
public static class PlotText
{
    /// <summary>What the marks are called.</summary>
    public static IReadOnlyList<(MarkKind Kind, string Name)> MarkNames { get; } =
        [(MarkKind.Kink, "kink"), (MarkKind.Attained, "value at the jump"), (MarkKind.Approached, "not attained"), (MarkKind.Measured, "measured")];

    /// <summary>What the shaded zones are called.</summary>
    public static string Saturated => FormattableString.Invariant($"|f′| < {Saturation.Threshold}");

    /// <summary>What is drawn.</summary>
    internal static string Title(Plot plot) =>
        $"{string.Join(", ", plot.Curves.Select(curve => curve.Name))} from {PlotTick.Short(plot.X.Low)} to {PlotTick.Short(plot.X.High)}";

    /// <summary>What is to be seen.</summary>
    internal static string Description(Plot plot)
    {
        var curves = plot.Curves.Where(curve => curve.Strokes.Count > 0).Select(curve =>
        {
            PlotPoint[] points = [.. curve.Strokes.SelectMany(stroke => stroke)];
            return $"{curve.Name} goes from {Short(points[0].Y)} to {Short(points[^1].Y)}, between {Short(points.Min(p => p.Y))} and {Short(points.Max(p => p.Y))}.";
        });
        return string.Join(' ', [
            .. curves,
            .. Places("Kinks", plot, MarkKind.Kink),
            .. Places("Jumps", plot, MarkKind.Attained),
            .. plot.Saturated.Count == 0 ? Array.Empty<string>() :
                [$"{Saturated} {string.Join(" and ", plot.Saturated.Select(zone => $"from {Short(zone.Low)} to {Short(zone.High)}"))}."],
        ]);
    }

    private static IEnumerable<string> Places(string what, Plot plot, MarkKind kind)
    {
        var places = plot.Marks.Where(mark => mark.Kind == kind).Select(mark => Short(mark.At.X)).Distinct().ToList();
        return places.Count == 0 ? [] : [$"{what} at {string.Join(", ", places)}."];
    }

    private static string Short(double value) => PlotTick.Short(value);
}
