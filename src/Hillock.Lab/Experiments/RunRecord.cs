namespace Hillock.Lab;

/// <summary>One contestant trained with one seed.</summary>
/// <param name="Recipe">The contestant.</param>
/// <param name="Seed">The seed of split, batches and first weights.</param>
/// <param name="Epochs">Each epoch; fewer than asked for when the run diverged.</param>
/// <param name="Checks">What was seen of the network from time to time.</param>
/// <param name="Breakdown">Where numbers ended; <c>null</c> if they did not.</param>
/// <param name="Findings">What is wrong, causes first.</param>
/// <param name="Seconds">The time of the whole run.</param>
public sealed record RunRecord(
    Recipe Recipe,
    ulong Seed,
    IReadOnlyList<EpochRecord> Epochs,
    IReadOnlyList<Check> Checks,
    Breakdown? Breakdown,
    IReadOnlyList<Finding> Findings,
    double Seconds)
{
    /// <summary>Whether a loss was no longer a number.</summary>
    public bool Diverged => !Epochs[^1].IsFinite;

    /// <summary>The measure on the test part in the end: after the last epoch, not the best one; NaN if the run diverged.</summary>
    public double Score => Diverged ? double.NaN : Epochs[^1].Score;

    /// <summary>The loss on the test part in the end.</summary>
    public double TestLoss => Epochs[^1].TestLoss;

    /// <summary>The first epoch, from 1, that reached a level; <c>null</c> if none did.</summary>
    public int? EpochsTo(Measure measure, double level) =>
        Epochs.Index().Where(e => measure.Reaches(e.Item.Score, level)).Select(e => (int?)e.Index + 1).FirstOrDefault();
}
