namespace Hillock.Lab;

/// <summary>What an experiment showed, as it was said when it ended.</summary>
/// <param name="Level">The level that epochs are counted to; NaN where nothing was learned.</param>
/// <param name="Guessing">What comes of looking at no feature.</param>
/// <param name="Ranking">The contestants, the best first.</param>
/// <param name="Text">What the evidence supports.</param>
public sealed record StoredConclusion(double Level, double Guessing, IReadOnlyList<StoredStanding> Ranking, string Text)
{
    /// <summary>That of a finished experiment.</summary>
    public static StoredConclusion Of(ExperimentResult result)
    {
        var ranking = new Ranking(result);
        return new(
            ranking.Level.Value, ranking.Level.Guessing, [.. ranking.Standings.Select(standing => StoredStanding.Of(standing, ranking.Level))],
            $"{new Conclusion(ranking)}");
    }
}

/// <summary>A <see cref="Standing"/> in numbers.</summary>
/// <param name="Name">The contestant.</param>
/// <param name="Score">The measure with its interval, over the runs that did not diverge.</param>
/// <param name="TestLoss">The mean loss on the test part.</param>
/// <param name="Runs">How many runs there are.</param>
/// <param name="Diverged">How many of them diverged.</param>
/// <param name="EpochsToLevel">The median of the epochs to the level; NaN if no run reached it.</param>
/// <param name="SecondsPerEpoch">The median time of an epoch.</param>
/// <param name="Notes">What was found.</param>
public sealed record StoredStanding(
    string Name, ConfidenceInterval Score, double TestLoss, int Runs, int Diverged, double EpochsToLevel, double SecondsPerEpoch, IReadOnlyList<string> Notes)
{
    internal static StoredStanding Of(Standing standing, Level level) => new(
        standing.Recipe.Name, standing.Score, standing.TestLoss, standing.Runs.Count, standing.Diverged,
        standing.MedianEpochsTo(level), standing.SecondsPerEpoch, standing.Notes);
}
