namespace Hillock.Lab;

/// <summary>What is advised for a network before it is trained.</summary>
/// <param name="Question">The network.</param>
/// <param name="Ranked">The candidates, the best first.</param>
/// <param name="AlsoUsual">What else is usual there that is no elementwise function: gated pairs.</param>
public sealed record Advice(Question Question, IReadOnlyList<RankedCandidate> Ranked, IReadOnlyList<Practice> AlsoUsual)
{
    /// <summary>The advice for the first of the ranking.</summary>
    public RankedCandidate Best => Ranked[0];

    /// <summary>What to watch with a candidate.</summary>
    public IReadOnlyList<WatchPoint> Watch(RankedCandidate ranked) => [.. WatchPoint.All.Where(point => point.Applies(Question, ranked.Candidate))];

    /// <summary>Where what is said of a candidate is written.</summary>
    public IReadOnlyList<string> Sources(RankedCandidate ranked) =>
    [
        .. ranked.Reasons.Select(reason => reason.Source).Append(ranked.Candidate.Initialisation.Source).Append(Question.Task.Source)
            .SelectMany(source => source.Split("; ")).Where(source => source.Length > 0).Distinct(),
    ];
}

/// <summary>A candidate and what speaks for and against it.</summary>
/// <param name="Candidate">The function with its figures.</param>
/// <param name="Reasons">What speaks for or against it, the weightiest first.</param>
public sealed record RankedCandidate(Candidate Candidate, IReadOnlyList<Reason> Reasons)
{
    /// <summary>All points together.</summary>
    public double Points => Reasons.Sum(reason => reason.Points);

    /// <summary>Whether networks can be trained with it at all.</summary>
    public bool IsUseful => Reasons.All(reason => reason.Points > Criteria.Useless);
}
