using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>What <c>hillock diagnose</c> says to people.</summary>
internal static class DiagnoseReport
{
    private const int MostNamed = 6;

    /// <summary>How it went and what was found, causes first.</summary>
    public static void Write(TextWriter writer, Ranking ranking)
    {
        var (standing, measure) = (ranking.Standings[0], ranking.Experiment.Measure);
        var guessing = measure.Text(ranking.Level.Guessing);
        writer.WriteLine(standing.Diverged == standing.Runs.Count
            ? $"{standing.Recipe.Name} diverged."
            : $"{standing.Recipe.Name}: {measure.Name} {measure.Text(standing.Score)} (guessing: {guessing})");
        writer.WriteLine();
        var run = standing.Middle;
        if (run.Findings.Count == 0)
        {
            writer.WriteLine($"Nothing is wrong that could be seen: {run.Checks.Count} looks at {Places(run)}.");
            return;
        }
        foreach (var (i, finding) in run.Findings.Index())
        {
            Write(writer, i + 1, finding, [.. standing.Runs.Select(run => run.Findings)]);
        }
    }

    /// <summary>What was found, in a sentence.</summary>
    public static string Summary(Ranking ranking)
    {
        var rules = ranking.Standings[0].Runs.SelectMany(run => run.Findings).Select(finding => finding.Rule).Distinct().ToArray();
        return rules.Length == 0 ? "Nothing is wrong that could be seen." : $"Found: {string.Join(", ", rules)}.";
    }

    /// <summary>What each remedy changed.</summary>
    public static void Write(TextWriter writer, Proof proof, Measure measure, int seeds)
    {
        var table = new TextTable(CompareReport.Width, "tried", $">{measure.Name}", ">better by", ">time", "what changed");
        table.Add(proof.Original.Recipe.Name, Score(proof.Original, measure), "", "", "");
        foreach (var trial in proof.Trials)
        {
            table.Add(trial.Standing.Recipe.Name, Score(trial.Standing, measure), Gained(trial, measure), Invariant($"{trial.Cost:0.00}×"), Changed(trial));
        }
        writer.WriteLine("Tried beside it, over the same splits, batches and draws:");
        writer.WriteLine();
        table.Write(writer);
        writer.WriteLine();
        Paragraph.Write(writer, Conclusion(proof, seeds), CompareReport.Width);
    }

    /// <summary>What the evidence supports.</summary>
    public static string Conclusion(Proof proof, int seeds)
    {
        string[] Names(Func<TriedRemedy, bool> which) => [.. proof.Trials.Where(which).Select(trial => trial.Standing.Recipe.Name)];
        var helped = Names(trial => trial.Helps);
        var harmed = Names(trial => trial.Harms);
        var open = Names(trial => trial is { Helps: false, Harms: false });
        if (seeds == 1)
        {
            return "One seed shows no difference: it allows no test. Give --seeds 5 to prove what helps.";
        }
        return string.Join(' ', new[]
        {
            helped.Length > 0 ? $"Shown to help: {string.Join("; ", helped)}." : "No remedy is shown to help.",
            open.Length > 0 ? $"No difference is shown for: {string.Join("; ", open)}." : "",
            harmed.Length > 0 ? $"Made worse: {string.Join("; ", harmed)}." : "",
            Invariant($"({seeds} seeds, paired t-tests, scatter pooled, corrected by Holm for {proof.Trials.Count} comparisons, α = {PairedTest.Alpha})"),
        }.Where(sentence => sentence.Length > 0));
    }

    /// <summary>One finding.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="number">Its number in a list.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="runs">What was found in each run, this one included.</param>
    public static void Write(TextWriter writer, int number, Finding finding, IReadOnlyList<IReadOnlyList<Finding>> runs)
    {
        var others = runs.Count(run => Finding.Flattened(run).Any(f => f.Rule == finding.Rule));
        var times = runs.Count > 1 ? Invariant($", in {others} of {runs.Count} runs") : "";
        var looks = finding.Evidence.Of > 1 ? Invariant($", seen in {finding.Evidence.Seen} of {finding.Evidence.Of} looks") : "";
        writer.WriteLine($"{number}. {finding.Rule} ({Json.Camel($"{finding.Severity}")}{looks}{times})");
        Indented(writer, finding.Text);
        Indented(writer, finding.Why);
        if (finding.Consequences.Count > 0)
        {
            Indented(writer, "With it came: " + string.Join("; ", finding.Consequences.GroupBy(other => other.Rule).Select(Summary)) + ".");
        }
        if (finding.Remedies.Count > 0)
        {
            Indented(writer, "May help: " + string.Join("; ", finding.Remedies) + ".");
        }
        writer.WriteLine();
    }

    private static string Summary(IGrouping<string, Finding> kind)
    {
        string[] layers = [.. kind.Select(finding => finding.Layer).OfType<string>()];
        return layers.Length < 2 ? kind.First().Text
            : $"{kind.Key} ({string.Join(", ", layers.Take(MostNamed))}{(layers.Length > MostNamed ? Invariant($" and {layers.Length - MostNamed} more") : "")})";
    }

    private static void Indented(TextWriter writer, string text)
    {
        foreach (var line in Paragraph.Lines(text, CompareReport.Width - 3))
        {
            writer.WriteLine($"   {line}");
        }
    }

    private static string Score(Standing standing, Measure measure) => standing.Diverged == standing.Runs.Count ? "diverged"
        : measure.Text(standing.Score) + (standing.Diverged > 0 ? Invariant($" ({standing.Diverged} diverged)") : "");

    private static string Gained(TriedRemedy trial, Measure measure) =>
        (measure.IsShare ? Invariant($"{100 * trial.Gained:+0.0;−0.0} points") : Invariant($"{trial.Gained:+0.####;−0.####} {measure.Unit}").TrimEnd())
        + (trial.Helps || trial.Harms ? "" : " ?");

    private static string Changed(TriedRemedy trial) => string.Join("; ", new[]
    {
        trial.Gone.Count > 0 ? $"gone: {string.Join(", ", trial.Gone)}" : "",
        trial.Come.Count > 0 ? $"new: {string.Join(", ", trial.Come)}" : "",
    }.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "nothing else";

    private static string Places(RunRecord run) => run.Checks is [.., var last] ? Invariant($"{last.Sites.Count} places and {last.Layers.Count} layers") : "nothing";
}
