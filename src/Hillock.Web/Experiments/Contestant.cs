namespace Hillock.Web;

/// <summary>One contestant of an experiment, as far as it has come.</summary>
/// <param name="Recipe">How it is made and trained.</param>
/// <param name="Measure">What it is judged by.</param>
/// <param name="Standing">Its place in the end; <c>null</c> before.</param>
/// <param name="Runs">Its runs, seed after seed.</param>
public sealed record Contestant(StoredRecipe Recipe, Measure Measure, StoredStanding? Standing, IReadOnlyList<RunView> Runs)
{
    /// <summary>The measure: in the end with its interval, before with that of the runs that are done, or of what all have now.</summary>
    public ConfidenceInterval Score => Standing?.Score ?? (Scores(done: true) is { Length: > 0 } ended ? Interval(ended) : Interval(Scores(done: false)));

    /// <summary>The run in the middle, which stands for the others; <c>null</c> while none is done.</summary>
    public RunView? Middle
    {
        get
        {
            RunView[] done = [.. Runs.Where(run => run.Result is not null).OrderBy(run => Measure.Order(run.Result!.Score))];
            return done.Length == 0 ? null : done[done.Length / 2];
        }
    }

    /// <summary>The name of the function's page; <c>null</c> for a formula.</summary>
    public string? Function => Catalog.TryFind(Recipe.Activation.Split('(')[0].Trim(), out var entry) ? entry.Name : null;

    /// <summary>The mean of something, epoch by epoch, of the runs that got as far; <c>null</c> where it is no number.</summary>
    public IReadOnlyList<double?> Mean(Func<StoredEpoch, double> of) =>
    [
        .. Enumerable.Range(0, Runs.Select(run => run.Epochs.Count).DefaultIfEmpty(0).Max()).Select(i =>
            Runs.Where(run => i < run.Epochs.Count).Average(run => of(run.Epochs[i])) is var mean && double.IsFinite(mean) ? mean : (double?)null),
    ];

    private double[] Scores(bool done) =>
        [.. Runs.Where(run => done ? run.Result is { Diverged: false } : run.Epochs.Count > 0).Select(run => run.Epochs[^1].Score).Where(double.IsFinite)];

    private ConfidenceInterval Interval(double[] scores) => ConfidenceInterval.Of(scores, Measure.Least, Measure.Most);
}
