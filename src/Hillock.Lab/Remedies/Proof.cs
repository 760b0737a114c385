namespace Hillock.Lab;

/// <summary>Remedies tried beside the original, over the same splits, batches and draws.</summary>
/// <param name="Original">The recipe in trouble.</param>
/// <param name="Trials">Each remedy, those that helped most first.</param>
public sealed record Proof(Standing Original, IReadOnlyList<TriedRemedy> Trials)
{
    private const int MostRemedies = 8;

    /// <summary>The remedies for what was found, those for the first finding first, each once.</summary>
    /// <param name="findings">Findings of runs of the recipe.</param>
    /// <param name="recipe">The recipe.</param>
    public static IReadOnlyList<Remedy> For(IEnumerable<Finding> findings, Recipe recipe) =>
    [
        .. Finding.Flattened(findings).Where(finding => finding.Severity > Severity.Note)
            .Select(finding => finding.Rule).Distinct().SelectMany(rule => Remedy.For(rule, recipe)).DistinctBy(remedy => remedy.Text).Take(MostRemedies),
    ];

    /// <summary>The experiment that tries them: the original is the first contestant, each remedy another.</summary>
    public static Experiment Trying(Experiment original, IReadOnlyList<Remedy> remedies)
    {
        var recipe = original.Recipes[0] with { Name = "as it is" };
        return original with { Recipes = [recipe, .. remedies.Select(remedy => remedy.Recipe with { Name = remedy.Text })] };
    }

    /// <summary>What the experiment showed.</summary>
    /// <param name="result">All runs of <see cref="Trying"/>.</param>
    public static Proof Of(ExperimentResult result)
    {
        var ranking = new Ranking(result);
        var measure = result.Experiment.Measure;
        Standing Of(Recipe recipe) => ranking.Standings.First(standing => standing.Recipe.Name == recipe.Name);
        var original = Of(result.Experiment.Recipes[0]);
        Standing[] others = [.. result.Experiment.Recipes.Skip(1).Select(Of)];
        // A run that diverged counts as one that has learned nothing: it is what the user would get.
        double[] Scores(Standing standing) => [.. standing.Runs.Select(run => double.IsNaN(run.Score) ? ranking.Level.Guessing : run.Score)];
        var test = new PairedTest([Scores(original), .. others.Select(Scores)], ranking.Resolution);
        var p = Holm.Corrected([.. others.Select((_, i) => test.PValue(0, i + 1))]);
        return new(original, [.. others.Select((standing, i) => Tried(original, standing, p[i], Scores, measure)).OrderByDescending(trial => trial.Helps)
            .ThenByDescending(trial => trial.Gone.Count).ThenBy(trial => measure.Order(Sample.Mean(Scores(trial.Standing))))]);
    }

    private static TriedRemedy Tried(Standing original, Standing standing, double p, Func<Standing, double[]> scores, Measure measure)
    {
        var gained = Sample.Mean(scores(standing)) - Sample.Mean(scores(original));
        string[] before = Rules(original), after = Rules(standing);
        return new(
            standing, measure.HigherIsBetter ? gained : -gained, p, [.. before.Except(after)], [.. after.Except(before)],
            standing.SecondsPerEpoch / original.SecondsPerEpoch);
    }

    /// <summary>What is found in at least half of the runs.</summary>
    private static string[] Rules(Standing standing) =>
    [
        .. standing.Runs.SelectMany(run => Finding.Flattened(run.Findings).Where(finding => finding.Severity > Severity.Note).Select(finding => finding.Rule).Distinct())
            .CountBy(rule => rule).Where(pair => 2 * pair.Value >= standing.Runs.Count).Select(pair => pair.Key),
    ];
}

/// <summary>One remedy tried.</summary>
/// <param name="Standing">How it did.</param>
/// <param name="Gained">By how much its mean is better than the original's, in the measure's unit; negative if it is worse.</param>
/// <param name="PValue">The chance of such a difference between equals, corrected for the number of remedies (<see cref="Holm"/>).</param>
/// <param name="Gone">Rules that found something in most runs of the original and no longer do.</param>
/// <param name="Come">Rules that find something now and did not.</param>
/// <param name="Cost">The time of an epoch, in those of the original.</param>
public sealed record TriedRemedy(Standing Standing, double Gained, double PValue, IReadOnlyList<string> Gone, IReadOnlyList<string> Come, double Cost)
{
    /// <summary>Whether the evidence supports that it is better than the original.</summary>
    public bool Helps => Gained > 0 && PValue < PairedTest.Alpha;

    /// <summary>Whether the evidence supports that it is worse.</summary>
    public bool Harms => Gained < 0 && PValue < PairedTest.Alpha;
}
