using System.Text;
using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>An experiment as one page that needs nothing else: no script, no network; light, dark, narrow, wide and printed.</summary>
public static class HtmlReport
{
    private const int MostDetailed = 12;

    /// <summary>The page.</summary>
    /// <param name="ranking">What came out.</param>
    /// <param name="conclusion">What follows from it.</param>
    /// <param name="settings">What was run, line by line.</param>
    /// <param name="proof">Remedies that were tried, if any.</param>
    public static string Of(Ranking ranking, string conclusion, IReadOnlyList<string> settings, Proof? proof = null)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return Of(Reported.Of(ranking), conclusion, settings, proof);
    }

    /// <summary>The page of an experiment that is kept.</summary>
    /// <param name="part">The part to tell of.</param>
    /// <param name="settings">What was run, line by line.</param>
    /// <exception cref="HillockException">It is not finished, or a file is broken.</exception>
    public static string Of(PartFolder part, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(part);
        var conclusion = part.Conclusion() ?? throw new HillockException("The experiment is not finished; a report can be made when it is.");
        return Of(Reported.Of(part, conclusion), conclusion.Text, settings, null);
    }

    private static string Of(Reported ranking, string conclusion, IReadOnlyList<string> settings, Proof? proof)
    {
        var measure = ranking.Measure;
        var title = ranking.Title;
        var page = new StringBuilder($"""
            <!doctype html>
            <html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>{Html.Text(title)} – Hillock</title>
            <style>{ReportStyle.Css}</style></head><body>
            <header><p class=soft>Hillock: activation functions for .NET</p><h1>{Html.Text(title)}</h1></header>
            <main>
            <p class=conclusion>{Html.Text(conclusion)}</p>

            """);
        if (proof is not null)
        {
            page.Append("<h2>Remedies tried</h2>\n").Append(Remedies(proof, measure))
                .Append(Intervals([proof.Original, .. proof.Trials.Select(trial => trial.Standing)], ranking));
        }
        page.Append(ranking.Standings.Count > 1 ? "<h2>Ranking</h2>\n" : "<h2>Result</h2>\n").Append(RankingTable(ranking)).Append(Intervals(ranking.Standings, ranking));
        page.Append("<h2>Learning curves</h2>\n")
            .Append(LearningCurves.Draw(measure.Name, ranking.Standings, epoch => measure.IsShare ? 100 * epoch.Score : epoch.Score, value => Invariant($"{value:G4}")))
            .Append(LearningCurves.Draw("training loss", ranking.Standings, epoch => epoch.TrainLoss, value => Invariant($"{value:G4}")));
        page.Append("<h2>Inside</h2>\n").AppendJoin("", ranking.Standings.Take(MostDetailed).Select(standing => Inside(standing, measure, ranking.Standings.Count == 1)));
        page.Append("<h2>What was run</h2>\n").AppendJoin("", settings.Select(line => $"<p>{Html.Text(line)}</p>\n"));
        return page.Append("</main></body></html>\n").ToString();
    }

    /// <summary>The table above it has the numbers.</summary>
    private static string Intervals(IReadOnlyList<Standing> standings, Reported ranking)
    {
        var (measure, seeds) = (ranking.Measure, ranking.Seeds);
        var spread = seeds > 1 ? Invariant($": mean and {100 * ConfidenceInterval.Confidence} % interval over {seeds} seeds") : "";
        return standings.Count < 2 ? ""
            : $"<figure>{IntervalPicture.Draw(standings, measure)}<figcaption>{Html.Text($"{measure.Name}{spread}. Guessing gives {measure.Text(ranking.Level.Guessing)}.")}</figcaption></figure>\n";
    }

    private static string RankingTable(Reported ranking)
    {
        var measure = ranking.Measure;
        return Html.Table("Best first", [">#", "network", $">{measure.Name}", ">from", ">to", ">test loss", ">epochs to level", ">ms an epoch", "what was found"],
            ranking.Standings.Select((standing, i) => (IReadOnlyList<string>)
            [
                Invariant($"{i + 1}"), Html.Text(standing.Recipe.Name), measure.Text(standing.Score.Mean), measure.Text(standing.Score.Low), measure.Text(standing.Score.High),
                Invariant($"{standing.TestLoss:0.0000}"), standing.MedianEpochsTo(ranking.Level) is var epochs && double.IsNaN(epochs) ? "never" : Invariant($"{epochs}"),
                Invariant($"{1000 * standing.SecondsPerEpoch:0.0}"), Html.Text(string.Join("; ", standing.Notes)),
            ]));
    }

    private static string Inside(Standing standing, Measure measure, bool isOpen)
    {
        var run = standing.Middle;
        var findings = run.Findings.Count == 0 ? "<p>Nothing is wrong that could be seen.</p>\n" : string.Concat(run.Findings.Select(Finding));
        return Html.Folded(
            Invariant($"{standing.Recipe.Name}, seed {run.Seed}: {(run.Diverged ? "diverged" : measure.Text(run.Score))}, {run.Findings.Count} finding{(run.Findings.Count == 1 ? "" : "s")}"),
            $"<h3>Findings</h3>\n{findings}<h3>Outputs of each layer at the end</h3>\n{LayerPictures.Histograms(run)}<h3>Over time</h3>\n"
            + LayerPictures.Gradients(run) + LayerPictures.Updates(run) + LayerPictures.Dead(run),
            isOpen);
    }

    private static string Finding(Finding finding)
    {
        var consequences = finding.Consequences.Count == 0 ? "" : $"<p>With it came: {Html.Text(string.Join("; ", finding.Consequences.Select(other => other.Text)))}.</p>";
        var remedies = finding.Remedies.Count == 0 ? "" : $"<p>May help: {Html.Text(string.Join("; ", finding.Remedies))}.</p>";
        return $"<div class=\"finding{(finding.Severity == Severity.Note ? " note" : "")}\"><p><b>{Html.Text(finding.Rule)}</b>: {Html.Text(finding.Text)}</p><p class=soft>{Html.Text(finding.Why)}</p>{consequences}{remedies}</div>\n";
    }

    private static string Remedies(Proof proof, Measure measure) => Html.Table(
        "Beside the original, over the same splits, batches and draws", ["tried", $">{measure.Name}", ">better by", ">p", ">time", "gone", "new"],
        proof.Trials.Select(trial => (IReadOnlyList<string>)
        [
            Html.Text(trial.Standing.Recipe.Name), measure.Text(trial.Standing.Score.Mean), Invariant($"{(measure.IsShare ? 100 : 1) * trial.Gained:+0.###;−0.###}"),
            Invariant($"{trial.PValue:0.000}"), Invariant($"{trial.Cost:0.00}×"), Html.Text(string.Join(", ", trial.Gone)), Html.Text(string.Join(", ", trial.Come)),
        ]));
}
