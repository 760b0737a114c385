namespace Hillock.Lab;

/// <summary>How one contestant did over all seeds.</summary>
/// <param name="Recipe">The contestant.</param>
/// <param name="Runs">Its finished runs.</param>
/// <param name="Measure">What it is judged by.</param>
public sealed record Standing(Recipe Recipe, IReadOnlyList<RunRecord> Runs, Measure Measure)
{
    /// <summary>How many runs diverged.</summary>
    public int Diverged => Runs.Count(run => run.Diverged);

    /// <summary>The measure over the runs that did not diverge.</summary>
    public ConfidenceInterval Score { get; } =
        ConfidenceInterval.Of([.. Runs.Where(run => !run.Diverged).Select(run => run.Score)], Measure.Least, Measure.Most);

    /// <summary>The mean loss on the test part over the runs that did not diverge.</summary>
    public double TestLoss => Sample.Mean([.. Runs.Where(run => !run.Diverged).Select(run => run.TestLoss)]);

    /// <summary>The median time of an epoch.</summary>
    public double SecondsPerEpoch => Sample.Median([.. Runs.SelectMany(run => run.Epochs).Select(epoch => epoch.Seconds)]);

    /// <summary>For each run that reached the level the first epoch that did.</summary>
    public IReadOnlyList<int> EpochsTo(Level level) => [.. Runs.Select(run => run.EpochsTo(Measure, level.Value)).OfType<int>()];

    /// <summary>The median of <see cref="EpochsTo"/>; NaN if no run reached the level.</summary>
    public double MedianEpochsTo(Level level) => Sample.Median([.. EpochsTo(level).Select(epoch => (double)epoch)]);

    /// <summary>The run in the middle, which stands for the others.</summary>
    public RunRecord Middle => Runs.OrderBy(run => Measure.Order(run.Score)).ElementAt(Runs.Count / 2);

    /// <summary>What was found, each kind once in its worst form, with the number of runs where it was not all.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. Runs.SelectMany(run => run.Findings.Where(finding => finding.Severity > Severity.Note)).GroupBy(finding => finding.Rule).Select(kind =>
            kind.MaxBy(finding => finding.Value)!.Text + (kind.Count() < Runs.Count ? $", in {kind.Count()} of {Runs.Count} runs" : "")),
    ];
}
