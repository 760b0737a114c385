namespace Hillock.Lab;

/// <summary>What a report tells of: an experiment that has just ended, or one that is kept.</summary>
/// <param name="Title">In a line.</param>
/// <param name="Measure">What networks are judged by.</param>
/// <param name="Seeds">How often everything was repeated.</param>
/// <param name="Level">What the epochs to reach it are counted for.</param>
/// <param name="Standings">The contestants, the best first.</param>
internal sealed record Reported(string Title, Measure Measure, int Seeds, Level Level, IReadOnlyList<Standing> Standings)
{
    /// <summary>One that has just ended.</summary>
    public static Reported Of(Ranking ranking)
    {
        var experiment = ranking.Experiment;
        return new(TitleOf([.. experiment.Recipes.Select(recipe => recipe.Name)], experiment.Data.Name), experiment.Measure, experiment.Seeds.Count, ranking.Level, ranking.Standings);
    }

    /// <summary>One that is kept and finished. The data is not looked at: the figures that need it are kept too.</summary>
    /// <exception cref="HillockException">A file is broken.</exception>
    public static Reported Of(PartFolder part, StoredConclusion conclusion)
    {
        var (settings, measure) = (part.Settings, Measure.Named(part.Settings.Measure));
        var records = settings.Recipes.Index().DistinctBy(pair => pair.Item.Name).ToDictionary(
            pair => pair.Item.Name,
            pair => new Lazy<Standing>(() =>
            {
                var recipe = RecipeOf(pair.Item);
                return new(recipe, [.. settings.Seeds.Select(seed => RecordOf(part.Of(pair.Index, seed), recipe))], measure);
            }));
        Standing[] standings = [.. conclusion.Ranking.Select(standing => records.TryGetValue(standing.Name, out var found) ? found.Value : throw Broken(part))];
        return standings.Length == 0 ? throw Broken(part)
            : new(
                TitleOf([.. settings.Recipes.Select(recipe => recipe.Name)], settings.Data.Name), measure, settings.Seeds.Count,
                new(conclusion.Level, conclusion.Guessing, standings[0].Score.Mean), standings);
    }

    private static string TitleOf(IReadOnlyList<string> names, string data) => names.Count == 1 ? $"{names[0]} on {data}" : $"{names.Count} networks on {data}";

    private static Recipe RecipeOf(StoredRecipe stored) => new()
    {
        Name = stored.Name,
        Activation = Catalog.Parse(stored.Activation),
        Network = Plan.Parse(stored.Network),
        LearningRate = stored.LearningRate,
    };

    private static RunRecord RecordOf(RunFolder run, Recipe recipe) => run.Result() is { } result && run.Epochs() is { Count: > 0 } epochs
        ? new(recipe, run.Seed, [.. epochs.Select(epoch => epoch.Record)], run.Checks(), result.Breakdown, run.Findings() ?? [], result.Seconds)
        : throw new HillockException($"{StoredFile.Named(run.Path)}: is broken: the run has no end");

    private static HillockException Broken(PartFolder part) => new($"{StoredFile.Named(part.Path)}: is broken: ranking and settings do not go together");
}
