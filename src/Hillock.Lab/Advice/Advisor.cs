namespace Hillock.Lab;

/// <summary>Ranks functions for a network by practice and theory.</summary>
/// <remarks>
/// Points are added: what is usual for the kind of network counts most, what theory says of its depth can outweigh it. They order
/// functions; they are no measure of how well one will do: that is what <c>hillock compare</c> is for.
/// </remarks>
public static class Advisor
{
    /// <summary>The functions that are looked at in any case.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "mish", "hard_swish", "relu6", "squared_relu", "tanh", "softsign", "sigmoid", "softplus", "sine",
    ];

    /// <summary>The advice for a network.</summary>
    /// <param name="question">The network.</param>
    /// <param name="activations">The candidates; the usual ones and what practice has for this kind of network unless told.</param>
    /// <exception cref="HillockException">There is none.</exception>
    public static Advice Advise(Question question, IReadOnlyList<Activation>? activations = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        Practice[] rows = [.. PracticeTable.Rows.Where(row => row.Fits(question))];
        var candidates = activations
            ?? [.. rows.Where(row => row.Activation.Length > 0).Select(row => row.Activation).Concat(Usual).Select(Catalog.Parse).DistinctBy(f => f.Name)];
        if (candidates.Count == 0)
        {
            throw new HillockException("no activation to advise on; name at least one");
        }
        var ranked = new RankedCandidate[candidates.Count];
        Parallel.For(0, ranked.Length, i => ranked[i] = Judge(Candidate.Of(candidates[i], question), question));
        return new(question, [.. ranked.OrderByDescending(one => Math.Round(one.Points, 6))], [.. rows.Where(row => row.Form.Length > 0)]);
    }

    private static RankedCandidate Judge(Candidate candidate, Question question) =>
        new(candidate, Criteria.Judge(question, candidate));
}
