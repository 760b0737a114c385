namespace Hillock.Lab;

/// <summary>One pass over the training part and what the network could do after it.</summary>
/// <param name="TrainLoss">The mean loss of the samples, each when its batch came.</param>
/// <param name="TestLoss">The mean loss on the test part after the pass.</param>
/// <param name="Score">The <see cref="Measure"/> on the test part after the pass.</param>
/// <param name="Seconds">The time of the pass, without the test.</param>
public readonly record struct EpochRecord(double TrainLoss, double TestLoss, double Score, double Seconds)
{
    /// <summary>Whether the losses are numbers.</summary>
    public bool IsFinite => double.IsFinite(TrainLoss) && double.IsFinite(TestLoss);
}

/// <summary>One activation trained with one seed.</summary>
/// <param name="Activation">The activation.</param>
/// <param name="Seed">The seed of split, batches and first weights.</param>
/// <param name="Epochs">Each epoch; fewer than asked for when the run diverged.</param>
/// <param name="Layers">What the hidden layers are like in the end.</param>
/// <param name="Findings">What is wrong with them.</param>
/// <param name="Seconds">The time of the whole run.</param>
public sealed record RunRecord(
    Activation Activation,
    ulong Seed,
    IReadOnlyList<EpochRecord> Epochs,
    IReadOnlyList<LayerState> Layers,
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
