using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>Means and their intervals, one under the other.</summary>
internal static class IntervalPicture
{
    private const int Width = 640, Row = 26, Left = 220, Right = 20, Letter = 7;

    public static string Draw(IReadOnlyList<Standing> standings, Measure measure)
    {
        Standing[] shown = [.. standings.Where(standing => !double.IsNaN(standing.Score.Mean))];
        if (shown.Length == 0)
        {
            return "";
        }
        var range = FittingRange.Around(shown.SelectMany(s => new[] { s.Score.Mean, Low(s), High(s) }), FittingRange.Air);
        double X(double value) => Left + ((Width - Left - Right) * range.Share(value));
        var height = (Row * shown.Length) + Row;
        var rows = shown.Select((standing, i) => Bar(standing, (Row * i) + (Row / 2), X));
        var ticks = range.Ticks(5).Select(tick => Invariant(
            $"<path class=axis d=\"M{X(tick.At):0.#} 0V{height - Row}\"/><text class=label x=\"{X(tick.At):0.#}\" y=\"{height - 8}\" text-anchor=middle>{measure.Text(tick.At)}</text>"));
        return $"<svg viewBox=\"0 0 {Width} {height}\" width={Width} height={height} role=img><title>{Html.Text(measure.Name)} with intervals</title>{string.Concat(ticks)}{string.Concat(rows)}</svg>";
    }

    private static string Bar(Standing standing, int y, Func<double, double> x)
    {
        var name = standing.Recipe.Name;
        var most = Left / Letter;
        var shown = name.Length > most ? name[..(most - 1)] + "…" : name;
        return Invariant($"<text class=label x=\"{Left - 10}\" y=\"{y + 4}\" text-anchor=end>{Html.Text(shown)}</text>")
            + Invariant($"<path class=\"bar\" d=\"M{x(Low(standing)):0.#} {y - 3}H{x(High(standing)):0.#}v6H{x(Low(standing)):0.#}z\" opacity=\".45\"/>")
            + Invariant($"<circle class=bar cx=\"{x(standing.Score.Mean):0.#}\" cy=\"{y}\" r=\"5\"/>");
    }

    private static double Low(Standing standing) => double.IsNaN(standing.Score.Low) ? standing.Score.Mean : standing.Score.Low;

    private static double High(Standing standing) => double.IsNaN(standing.Score.High) ? standing.Score.Mean : standing.Score.High;
}
