namespace Hillock.Lab;

/// <summary>Finds the best of many contestants without training all of them to the end.</summary>
/// <remarks>
/// <para>Successive halving (Jamieson and Talwalkar 2016, arXiv:1502.07943), with thirds: all are trained for a ninth of the epochs, the better third of
/// each group for a third of them. What is given back is then trained to the end by a plain experiment, so that nothing of the choice is in
/// its result.</para>
/// <para>Nobody is dropped on fewer than three seeds: a single one may have been unlucky. The choice is made on a part of the training data that
/// is kept for it, never on the part that the experiment is judged by.</para>
/// </remarks>
public static class Halving
{
    /// <summary>What is kept of a group at each rung, and how much longer the next rung is.</summary>
    public const int Factor = 3;

    /// <summary>The least seeds that a choice is made on.</summary>
    public const int FewestSeeds = 3;

    private const int Rungs = 2, FewestEpochs = 2;

    /// <summary>The contestants that are left, at least one of each group, in their order.</summary>
    /// <param name="experiment">Who contends, and for how many epochs in the end.</param>
    /// <param name="group">Contestants of different groups do not push each other out.</param>
    /// <param name="left">How many of a group may be left.</param>
    /// <param name="run">Runs an experiment to its end.</param>
    /// <returns><c>null</c> if an experiment was stopped.</returns>
    public static IReadOnlyList<Recipe>? Best(
        Experiment experiment, Func<Recipe, object> group, int left, Func<Experiment, ExperimentResult> run)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var recipes = experiment.Recipes;
        ulong[] seeds = [.. experiment.Seeds, .. Enumerable.Range(1, Math.Max(0, FewestSeeds - experiment.Seeds.Count)).Select(i => experiment.Seeds[^1] + (ulong)i)];
        for (int rung = 0, share = (int)Math.Pow(Factor, Rungs); rung < Rungs; rung++, share /= Factor)
        {
            if (recipes.GroupBy(group).All(several => several.Count() <= left))
            {
                break;
            }
            var result = run(experiment with
            {
                Recipes = recipes, Seeds = seeds, Epochs = Math.Max(FewestEpochs, experiment.Epochs / share), OnValidation = true,
            });
            if (result.Stopped)
            {
                return null;
            }
            var last = rung == Rungs - 1;
            var kept = new Ranking(result).Standings.GroupBy(standing => group(standing.Recipe))
                .SelectMany(several => several.Take(last ? left : Math.Max(left, (several.Count() + Factor - 1) / Factor)))
                .Select(standing => standing.Recipe.Name).ToHashSet();
            recipes = [.. recipes.Where(recipe => kept.Contains(recipe.Name))];
        }
        return recipes;
    }
}
