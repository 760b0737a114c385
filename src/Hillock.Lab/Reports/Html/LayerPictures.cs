using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>What layers are like: histograms at the end, and gradients, dead and saturated units over time.</summary>
internal static class LayerPictures
{
    private const int Width = 200, Height = 92, Foot = 18, MostSites = 24;

    /// <summary>A small histogram for each place where an activation is at work.</summary>
    public static string Histograms(RunRecord run)
    {
        if (run.Checks is not [.., var last] || last.Sites.Count == 0)
        {
            return "";
        }
        var pictures = last.Sites.Take(MostSites).Select(site => $"<figure>{Histogram(site)}<figcaption>{Html.Text(Caption(site))}</figcaption></figure>");
        var rows = last.Sites.Select(site => (IReadOnlyList<string>)
        [
            Html.Text(site.Name), Html.Text(site.Activation), Invariant($"{site.Units}"), Number(site.Outputs.Mean), Number(site.Outputs.Deviation),
            site.Inputs is { } z ? Invariant($"{Number(z.Least)} to {Number(z.Greatest)}") : "–", Share(site.Outputs.Zeros), Invariant($"{site.Dead.Count}"),
            Share(site.Saturated), Share(site.Faint), double.IsNaN(site.Rank) ? "–" : Share(site.Rank), Html.Text(site.Outputs.Bad.Any ? site.Outputs.Bad.ToString() : "none"),
        ]);
        string[] header = ["place", "activation", ">units", ">mean", ">deviation", ">inputs", ">zeros", ">dead", ">saturated", ">faint slopes", ">rank used", "not finite"];
        return $"<div class=row>{string.Concat(pictures)}</div>\n" + Html.Folded("The numbers", Html.Table(Invariant($"After step {last.Step}"), header, rows));
    }

    /// <summary>Gradients of each layer over time.</summary>
    public static string Gradients(RunRecord run) => OverTime(
        run, "log₁₀ of the gradient per weight", "Gradients of each layer over time: lines far below the others are layers that hardly learn.",
        check => check.Layers.Where(layer => layer.IsProduct).Select(layer => (layer.Name, Math.Log10(layer.Gradient))));

    /// <summary>Relative changes of weights over time.</summary>
    public static string Updates(RunRecord run) => OverTime(
        run, "log₁₀ of the relative change", "Changes of weights in a step, relative to the weights: about −3 is usual.",
        check => check.Layers.Where(layer => layer.IsProduct).Select(layer => (layer.Name, Math.Log10(layer.Update))));

    /// <summary>Shares of dead units over time; nothing if none ever was.</summary>
    public static string Dead(RunRecord run) => run.Checks.Any(check => check.Sites.Any(site => site.Dead.Count > 0))
        ? OverTime(run, "share of dead units", "Dead units of each layer over time.", check => check.Sites.Select(site => (site.Name, site.DeadShare))) : "";

    private static string OverTime(RunRecord run, string name, string caption, Func<Check, IEnumerable<(string Name, double Value)>> of)
    {
        var series = run.Checks.SelectMany(check => of(check).Select(layer => (layer.Name, Point: new PlotPoint(check.Step, layer.Value))))
            .GroupBy(pair => pair.Name).Select(layer => (layer.Key, (IReadOnlyList<PlotPoint>)[.. layer.Select(pair => pair.Point)])).ToArray();
        // Of many layers some show what becomes of all.
        var every = Math.Max(1, (series.Length + Plot.MostCurves - 1) / Plot.MostCurves);
        (string Name, IReadOnlyList<PlotPoint> Points)[] shown = [.. series.Where((_, i) => i % every == 0)];
        if (Plot.Of("step", name, shown) is not { } plot)
        {
            return "";
        }
        var steps = shown.SelectMany(layer => layer.Points.Select(point => point.X)).Distinct().Order();
        var rows = steps.Select(step => (IReadOnlyList<string>)
            [Invariant($"{step}"), .. shown.Select(layer => layer.Points.Where(point => point.X == step).Select(point => Number(point.Y)).FirstOrDefault("–"))]);
        return Html.Figure(SvgPlot.Draw(plot), caption, Html.Table(name, [">step", .. shown.Select(layer => ">" + layer.Name)], rows));
    }

    private static string Histogram(SiteCheck site)
    {
        var counts = site.OutputHistogram.Counts;
        var (bar, most) = ((double)Width / counts.Count, Math.Max(1, counts.Max()));
        var bars = string.Concat(counts.Select((count, i) => Invariant($"M{i * bar:0.#} {Height - Foot}v{-(Height - Foot - 4.0) * count / most:0.#}h{bar - 1:0.#}V{Height - Foot}z")));
        return Invariant($"<svg viewBox=\"0 0 {Width} {Height}\" width={Width} height={Height} role=img><title>{Html.Text(Caption(site))}</title><path class=bar d=\"{bars}\"/>")
            + Invariant($"<path class=axis d=\"M0 {Height - Foot}H{Width}\"/><text class=label x=0 y={Height - 4}>{Number(site.OutputHistogram.Low)}</text>")
            + Invariant($"<text class=label x={Width} y={Height - 4} text-anchor=end>{Number(site.OutputHistogram.High)}</text></svg>");
    }

    private static string Caption(SiteCheck site) =>
        Invariant($"{site.Name}, {site.Activation}: {Share(site.Outputs.Zeros)} zeros, {site.Dead.Count} of {site.Units} dead, {Share(site.Saturated)} saturated");

    private static string Number(double value) => double.IsFinite(value) ? PlotTick.Short(value) : "–";

    private static string Share(double share) => Invariant($"{100 * share:0.#} %");
}
