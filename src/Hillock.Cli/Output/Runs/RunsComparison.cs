using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>Two experiments side by side: what <c>hillock runs compare</c> says.</summary>
/// <param name="First">The name of the first.</param>
/// <param name="Second">The name of the second.</param>
/// <param name="Settings">What differs in what was run.</param>
/// <param name="Measure">What the first is judged by.</param>
/// <param name="Results">The contestants of either.</param>
/// <param name="SameRuns">How many runs of the same contestant and seed have the same losses to the last bit.</param>
/// <param name="CommonRuns">How many runs there are in both.</param>
internal sealed record RunsComparison(
    string First, string Second, IReadOnlyList<Difference> Settings, string Measure, IReadOnlyList<ComparedResult> Results, int SameRuns, int CommonRuns)
{
    /// <summary>Compares the last parts, which the others lead to.</summary>
    /// <exception cref="HillockException">One has not begun, or a file is broken.</exception>
    public static RunsComparison Of(ExperimentFolder first, ExperimentFolder second)
    {
        var (a, b) = (Last(first), Last(second));
        var (before, after) = (Standings(a), Standings(b));
        var common = a.Runs.Join(b.Runs, Key, Key, (one, other) => one.Epochs().Select(Numbers).SequenceEqual(other.Epochs().Select(Numbers))).ToArray();
        return new(
            first.Id!, second.Id!, a.Settings.DifferencesTo(b.Settings), a.Settings.Measure,
            [.. before.Keys.Union(after.Keys).Select(name => new ComparedResult(name, before.GetValueOrDefault(name)?.Score, after.GetValueOrDefault(name)?.Score))],
            common.Count(same => same), common.Length);
    }

    /// <summary>For people.</summary>
    public void Write(TextWriter writer)
    {
        writer.WriteLine(Settings.Count == 0 ? "The same was run." : "What differs in what was run:");
        if (Settings.Count > 0)
        {
            writer.WriteLine();
            var settings = new TextTable("setting", First, Second);
            foreach (var difference in Settings)
            {
                settings.Add(difference.Name, Shown.Plain(difference.First), Shown.Plain(difference.Second));
            }
            settings.Write(writer);
        }
        writer.WriteLine();
        var measure = Lab.Measure.Named(Measure);
        var results = new TextTable("name", $">{First}", $">{Second}", ">difference");
        foreach (var result in Results)
        {
            results.Add(result.Name, Score(result.First, measure), Score(result.Second, measure), Difference(result.Difference, measure));
        }
        results.Write(writer);
        writer.WriteLine();
        writer.WriteLine(Invariant($"{SameRuns} of {CommonRuns} common runs have the same losses to the last bit."));
    }

    private static PartFolder Last(ExperimentFolder folder) =>
        folder.Parts() is [.., var last] ? last : throw new HillockException($"{folder.Id}: nothing was run.");

    private static Dictionary<string, StoredStanding> Standings(PartFolder part) => (part.Conclusion()?.Ranking ?? []).DistinctBy(s => s.Name).ToDictionary(s => s.Name);

    private static (string, ulong) Key(RunFolder run) => (run.Recipe.Name, run.Seed);

    private static (double, double, double) Numbers(StoredEpoch epoch) => (epoch.TrainLoss, epoch.TestLoss, epoch.Score);

    private static string Score(ConfidenceInterval? score, Measure measure) => score is { } value ? CompareReport.Score(value, measure) : "–";

    private static string Difference(double? difference, Measure measure) => difference is not { } value ? "–"
        : measure.IsShare ? Invariant($"{100 * value:+0.0;−0.0;0} points") : Invariant($"{value:+0.####;−0.####;0} {measure.Unit}").TrimEnd();
}

/// <summary>A contestant in both; null where it is in one only, or was not finished.</summary>
internal sealed record ComparedResult(string Name, ConfidenceInterval? First, ConfidenceInterval? Second)
{
    /// <summary>By how much the second's mean is larger.</summary>
    public double? Difference => Second?.Mean - First?.Mean;
}
