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
