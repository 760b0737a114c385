namespace Hillock.Lab;

/// <summary>Two experiments side by side: what differs in what was run, and in what came out.</summary>
/// <param name="First">The name of the first.</param>
/// <param name="Second">The name of the second.</param>
/// <param name="Settings">What differs in what was run.</param>
/// <param name="Measure">What the first is judged by.</param>
/// <param name="Results">The contestants of either.</param>
/// <param name="SameRuns">How many runs of the same contestant and seed have the same losses to the last bit.</param>
/// <param name="CommonRuns">How many runs there are in both.</param>
public sealed record RunsComparison(
    string First, string Second, IReadOnlyList<Difference> Settings, string Measure, IReadOnlyList<ComparedResult> Results, int SameRuns, int CommonRuns)
{
    /// <summary>Compares the last parts, which the others lead to.</summary>
    /// <exception cref="HillockException">One has not begun, or a file is broken.</exception>
    public static RunsComparison Of(ExperimentFolder first, ExperimentFolder second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (Last(first), Last(second));
        var (before, after) = (Standings(a), Standings(b));
        var common = a.Runs.Join(b.Runs, Key, Key, (one, other) => one.Epochs().Select(Numbers).SequenceEqual(other.Epochs().Select(Numbers))).ToArray();
        return new(
            first.Id!, second.Id!, a.Settings.DifferencesTo(b.Settings), a.Settings.Measure,
            [.. before.Keys.Union(after.Keys).Select(name => new ComparedResult(name, before.GetValueOrDefault(name)?.Score, after.GetValueOrDefault(name)?.Score))],
            common.Count(same => same), common.Length);
    }

    private static PartFolder Last(ExperimentFolder folder) =>
        folder.Parts() is [.., var last] ? last : throw new HillockException($"{folder.Id}: nothing was run.");

    private static Dictionary<string, StoredStanding> Standings(PartFolder part) => (part.Conclusion()?.Ranking ?? []).DistinctBy(s => s.Name).ToDictionary(s => s.Name);

    private static (string, ulong) Key(RunFolder run) => (run.Recipe.Name, run.Seed);

    private static (double, double, double) Numbers(StoredEpoch epoch) => (epoch.TrainLoss, epoch.TestLoss, epoch.Score);
}

/// <summary>A contestant in both.</summary>
/// <param name="Name">The contestant.</param>
/// <param name="First">Its measure in the first; <c>null</c> where it is not in it, or was not finished.</param>
/// <param name="Second">Its measure in the second.</param>
public sealed record ComparedResult(string Name, ConfidenceInterval? First, ConfidenceInterval? Second)
{
    /// <summary>By how much the second's mean is larger.</summary>
    public double? Difference => Second?.Mean - First?.Mean;
}
