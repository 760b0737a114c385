namespace Hillock.Training;

/// <summary>Ends a training that has stopped getting better, and remembers the network at its best.</summary>
/// <remarks>
/// Prechelt 1998, doi:10.1007/3-540-49430-8_3. Judge by samples that are not trained with. A <see cref="Checkpoint"/> keeps what it has seen, and the
/// best network.
/// </remarks>
public sealed class EarlyStopping
{
    private readonly int _patience;
    private readonly double _minDelta;

    /// <summary>A watch over a training that begins.</summary>
    /// <param name="network">The network that is trained.</param>
    /// <param name="patience">How many losses in a row may fail to be better before it ends; at least 1.</param>
    /// <param name="minDelta">By how much a loss must be below the best to count as better; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public EarlyStopping(Network network, int patience, double minDelta = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 1);
        if (!(minDelta >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(minDelta), minDelta, "The least improvement is at least 0.");
        }
        (_patience, _minDelta, BestNetwork) = (patience, minDelta, new(network));
    }

    /// <summary>The best loss so far; infinite before the first.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>When that was, counted in losses from 0; −1 before the first.</summary>
    public int Best { get; private set; } = -1;

    /// <summary>How many losses there have been.</summary>
    public int Seen { get; private set; }

    /// <summary>The network as it was then; as it was in the beginning before the first.</summary>
    internal NetworkState BestNetwork { get; }

    /// <summary>Takes the next loss, and a copy of the network if it is the best. One that is not a number is no better than any.</summary>
    /// <param name="loss">The loss of the network as it is now.</param>
    /// <returns>Whether it is time to end.</returns>
    public bool Ends(double loss)
    {
        if (loss < BestLoss - _minDelta || (Best < 0 && double.IsFinite(loss)))
        {
            (BestLoss, Best) = (loss, Seen);
            BestNetwork.Take();
        }
        return Seen++ - Best >= _patience;
    }

    /// <summary>Goes on from what was seen elsewhere.</summary>
    internal void Resume(int seen, int best, double bestLoss) => (Seen, Best, BestLoss) = (seen, best, bestLoss);

    /// <summary>Gives the network back its best weights.</summary>
    public void Restore() => BestNetwork.Restore();
}
