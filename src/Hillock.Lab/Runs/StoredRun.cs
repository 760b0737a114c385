namespace Hillock.Lab;

/// <summary>An <see cref="EpochRecord"/> as a line of a file.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Step">The step of training that was its last.</param>
/// <param name="Checks">How often the network was looked at until then.</param>
/// <param name="TrainLoss">See <see cref="EpochRecord.TrainLoss"/>.</param>
/// <param name="TestLoss">See <see cref="EpochRecord.TestLoss"/>.</param>
/// <param name="Score">See <see cref="EpochRecord.Score"/>.</param>
/// <param name="Seconds">See <see cref="EpochRecord.Seconds"/>.</param>
public sealed record StoredEpoch(int Epoch, long Step, int Checks, double TrainLoss, double TestLoss, double Score, double Seconds)
{
    internal EpochRecord Record => new(TrainLoss, TestLoss, Score, Seconds);
}

/// <summary>How a run ended.</summary>
/// <param name="Epochs">How many epochs it has.</param>
/// <param name="Checks">How often it was looked at.</param>
/// <param name="Diverged">Whether a loss was no longer a number.</param>
/// <param name="Score">See <see cref="RunRecord.Score"/>.</param>
/// <param name="TestLoss">See <see cref="RunRecord.TestLoss"/>.</param>
/// <param name="Breakdown">Where numbers ended; <c>null</c> if they did not.</param>
/// <param name="Seconds">The time it took.</param>
public sealed record StoredResult(int Epochs, int Checks, bool Diverged, double Score, double TestLoss, Breakdown? Breakdown, double Seconds);
