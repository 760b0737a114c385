using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>How contestants learned, epoch by epoch, in the mean over seeds.</summary>
internal static class LearningCurves
{
    private const int MostRows = 60;

    public static string Draw(string name, IReadOnlyList<Standing> standings, Func<EpochRecord, double> of, Func<double, string> text)
    {
        Standing[] shown = [.. standings.Take(Plot.MostCurves)];
        (string Name, IReadOnlyList<PlotPoint> Points)[] series = [.. shown.Select(standing => (standing.Recipe.Name, Mean(standing, of)))];
        if (Plot.Of("epoch", name, series) is not { } plot)
        {
            return "";
        }
        var last = series.Max(one => one.Points.Count);
        var step = Math.Max(1, (last + MostRows - 1) / MostRows);
        var rows = Enumerable.Range(0, last).Where(i => i % step == 0 || i == last - 1).Select(i =>
            (IReadOnlyList<string>)[Invariant($"{i + 1}"), .. series.Select(one => i < one.Points.Count ? text(one.Points[i].Y) : "–")]);
        var left = standings.Count > shown.Length ? $"; the best {shown.Length} of {standings.Count}" : "";
        var best = series[0];
        return Html.Figure(
            SvgPlot.Draw(plot),
            $"{char.ToUpperInvariant(name[0])}{name[1..]} by epoch, mean over seeds{left}. {best.Name} goes from {text(best.Points[0].Y)} to {text(best.Points[^1].Y)}.",
            Html.Table($"{name} by epoch", [">epoch", .. series.Select(one => ">" + one.Name)], rows));
    }

    /// <summary>The mean of the runs that got as far.</summary>
    private static IReadOnlyList<PlotPoint> Mean(Standing standing, Func<EpochRecord, double> of) =>
    [
        .. Enumerable.Range(0, standing.Runs.Max(run => run.Epochs.Count)).Select(i => new PlotPoint(
            i + 1, standing.Runs.Where(run => i < run.Epochs.Count).Average(run => of(run.Epochs[i])))),
    ];
}
