namespace Hillock.Lab;

/// <summary>What the evidence supports, and what it does not.</summary>
/// <remarks>
/// <para>Runs of one seed share split, batches and draws, so activations are compared seed by seed, see <see cref="PairedTest"/>.</para>
/// <para>The best is known only after looking, so its lead is worth less than it seems, see <see cref="BestOfMany"/>: if all were equally
/// good, a difference would be told of in one experiment of twenty.</para>
/// </remarks>
public sealed class Conclusion
{
    private readonly Ranking _ranking;

    /// <summary>Draws the conclusion.</summary>
    public Conclusion(Ranking ranking)
    {
        _ranking = ranking;
        Standing[] whole = [.. ranking.Standings.Where(s => s.Diverged == 0 && s.Runs.Count == ranking.Experiment.Seeds.Count)];
        if (whole.Length > 0)
        {
            Best = whole[0];
            var p = AgainstBest(whole);
            Worse = [.. whole.Skip(1).Where((_, i) => p[i] < PairedTest.Alpha)];
            NotShown = [.. whole.Skip(1).Except(Worse)];
        }
    }

    /// <summary>The contestant with the best mean; <c>null</c> if every one diverged.</summary>
    public Standing? Best { get; }

    /// <summary>Those that the best is shown to be better than.</summary>
    public IReadOnlyList<Standing> Worse { get; } = [];

    /// <summary>Those that no difference to the best is shown for.</summary>
    public IReadOnlyList<Standing> NotShown { get; } = [];

    /// <summary>The conclusion in words.</summary>
    public override string ToString() => string.Join(' ', Sentences());

    /// <summary>The corrected p-value of each but the first against the first.</summary>
    private double[] AgainstBest(Standing[] whole)
    {
        var seeds = _ranking.Experiment.Seeds.Count;
        if (whole.Length < 2 || seeds < 2)
        {
            return [.. whole.Skip(1).Select(_ => 1.0)];
        }
        var lead = new BestOfMany(whole.Length, seeds);
        var test = new PairedTest([.. whole.Select(standing => standing.Runs.Select(run => run.Score).ToArray())], _ranking.Resolution);
        return [.. Enumerable.Range(1, whole.Length - 1).Select(other => lead.Corrected(test.PValue(0, other)))];
    }

    private IEnumerable<string> Sentences()
    {
        var seeds = _ranking.Experiment.Seeds.Count;
        if (Best is null)
        {
            yield return "Every network diverged; try a smaller learning rate.";
            yield break;
        }
        if (seeds == 1)
        {
            yield return "One seed shows no difference: it allows neither interval nor test; three seeds are the least, ten are better.";
        }
        else if (_ranking.Standings.Count == 1)
        {
            yield return $"There is only {Best.Recipe.Name}: nothing to compare it with.";
        }
        else
        {
            if (Worse.Count > 0)
            {
                yield return $"The evidence supports that {Best.Recipe.Name} is better than {Names(Worse, "and")}.";
            }
            if (NotShown.Count > 0)
            {
                yield return $"No difference is shown between {Best.Recipe.Name} and {Names(NotShown, "or")}.";
            }
            if (Worse.Count + NotShown.Count > 0)
            {
                var method = $"paired t-tests, scatter pooled, corrected for having picked the best of {1 + Worse.Count + NotShown.Count}";
                yield return FormattableString.Invariant($"({seeds} seeds, {method}, α = {PairedTest.Alpha}")
                    + (NotShown.Count > 0 ? "; more seeds show smaller differences.)" : ".)");
            }
        }
        foreach (var standing in _ranking.Standings.Where(standing => standing.Diverged > 0))
        {
            yield return $"{standing.Recipe.Name} diverged in {standing.Diverged} of {standing.Runs.Count} runs and is not compared.";
        }
    }

    private static string Names(IEnumerable<Standing> standings, string word)
    {
        string[] names = [.. standings.Select(standing => standing.Recipe.Name)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} {word} {names[^1]}";
    }
}
