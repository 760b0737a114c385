using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>Two pictures side by side: the variance map, and gradients over depth, predicted as lines and measured as rings.</summary>
public static class PropagationPlot
{
    // Sizes that differ by more than this are drawn by their logarithms.
    private const double Wide = 30;
    private const int Steps = 64, Width = 480, Height = 400;

    /// <summary>Draws functions' propagation, and what was measured of it.</summary>
    /// <param name="functions">What theory says, and what was measured; <c>null</c> where nothing was.</param>
    /// <returns>An SVG document.</returns>
    public static string Draw(IReadOnlyList<(SignalPropagation Predicted, MeasuredSignal? Measured)> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentOutOfRangeException.ThrowIfZero(functions.Count);
        string[] plots = [.. new[] { Map(functions), Gradients(functions) }.OfType<Plot>().Select(plot => SvgPlot.Draw(plot, Width, Height))];
        var placed = plots.Select((svg, i) => svg.Replace("<svg xmlns", Invariant($"<svg x=\"{i * Width}\" xmlns"), StringComparison.Ordinal));
        return Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {plots.Length * Width} {Height}\" width=\"{plots.Length * Width}\" height=\"{Height}\">\n")
            + string.Concat(placed) + "</svg>\n";
    }

    private static Plot? Map(IReadOnlyList<(SignalPropagation Predicted, MeasuredSignal? Measured)> functions)
    {
        double[] sizes = [.. functions.SelectMany(one => one.Predicted.Variances.Concat(one.Measured?.Variances ?? [])).Where(size => size > 0 && double.IsFinite(size))];
        if (sizes.Length == 0)
        {
            return null;
        }
        var (low, high) = (sizes.Min() / 2, sizes.Max() * 2);
        var isWide = high / low > Wide;
        double Drawn(double size) => isWide ? Math.Log10(size) : size;
        double[] places = [.. Enumerable.Range(0, Steps + 1).Select(i => low * Math.Pow(high / low, i / (double)Steps))];
        var name = isWide ? "log₁₀ of the variance" : "variance";
        var plot = Plot.Of(
            $"{name} of a layer's inputs to the activation", $"{name}, next layer",
            [
                .. functions.Select(one => (one.Predicted.Map.Activation.Name, (IReadOnlyList<PlotPoint>)[.. places.Select(q => new PlotPoint(Drawn(q), Drawn(one.Predicted.Map.Next(q))))])),
                ("unchanged", [.. places.Select(q => new PlotPoint(Drawn(q), Drawn(q)))]),
            ]);
        return Marked(plot, functions, signal => signal.Variances.Zip(signal.Variances.Skip(1)).Select(pair => new PlotPoint(Drawn(pair.First), Drawn(pair.Second))));
    }

    private static Plot? Gradients(IReadOnlyList<(SignalPropagation Predicted, MeasuredSignal? Measured)> functions)
    {
        static IEnumerable<PlotPoint> Points(IReadOnlyList<double> norms) => norms.Select((norm, i) => new PlotPoint(i + 1, Math.Log10(norm)));
        var plot = Plot.Of(
            "layer", "log₁₀ of the gradient, as a share of the last layer's",
            [.. functions.Select(one => (one.Predicted.Map.Activation.Name, (IReadOnlyList<PlotPoint>)[.. Points(one.Predicted.Gradients)]))]);
        return Marked(plot, functions, signal => Points(signal.Gradients));
    }

    /// <summary>The plot with what was measured, and with room for all of it.</summary>
    private static Plot? Marked(Plot? plot, IReadOnlyList<(SignalPropagation Predicted, MeasuredSignal? Measured)> functions, Func<MeasuredSignal, IEnumerable<PlotPoint>> points)
    {
        PlotMark[] marks =
        [
            .. functions.SelectMany((one, i) => (one.Measured is { } measured ? points(measured) : []).Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))
                .Select(point => new PlotMark(point, MarkKind.Measured, i))),
        ];
        return plot is null ? null : plot with { Marks = marks, Y = FittingRange.Around([plot.Y.Low, plot.Y.High, .. marks.Select(mark => mark.At.Y)], FittingRange.Air / 2) };
    }
}
