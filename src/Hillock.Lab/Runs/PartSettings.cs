namespace Hillock.Lab;

/// <summary>All that an <see cref="Experiment"/> depends on, in words.</summary>
/// <param name="Data">What is learned.</param>
/// <param name="Measure">The name of what networks are judged by.</param>
/// <param name="OnValidation">Whether they are judged by a part of the training data.</param>
/// <param name="Epochs">Passes over the training part.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="ThresholdsVersion">The version of the table of thresholds.</param>
/// <param name="Thresholds">What counts as trouble.</param>
/// <param name="Threads">How many threads worked; nothing but times depends on it.</param>
/// <param name="Recipes">The contestants.</param>
public sealed record PartSettings(
    StoredData Data, string Measure, bool OnValidation, int Epochs, IReadOnlyList<ulong> Seeds, int ThresholdsVersion, Thresholds Thresholds,
    int Threads, IReadOnlyList<StoredRecipe> Recipes)
{
    /// <summary>Those of an experiment.</summary>
    public static PartSettings Of(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var data = experiment.Data;
        return new(
            new(data.Name, data.Task, data.Rows, data.Features, data.Fingerprint()), experiment.Measure.Name, experiment.OnValidation,
            experiment.Epochs, experiment.Seeds, Thresholds.Version, experiment.Thresholds, experiment.Threads,
            [.. experiment.Recipes.Select(StoredRecipe.Of)]);
    }

    /// <summary>What differs from others, each with both values; the threads do not count.</summary>
    public IReadOnlyList<Difference> DifferencesTo(PartSettings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Difference.Between(this, other with { Threads = Threads }, RunDocuments.Default.PartSettings);
    }
}

/// <summary>Data that was learned.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Task">What is predicted.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Features">How many features.</param>
/// <param name="Fingerprint">See <see cref="Dataset.Fingerprint"/>.</param>
public sealed record StoredData(string Name, LearningTask Task, int Rows, int Features, string Fingerprint);

/// <summary>A <see cref="Recipe"/> in words.</summary>
/// <param name="Name">What tells it from the others.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Network">The network.</param>
/// <param name="Initializer">The rule for the first weights.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="LearningRate">The learning rate where the schedule takes the whole of it.</param>
/// <param name="Clipping">How large gradients may be; <c>null</c> for as large as they are.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="Scaling">What is done to the data first.</param>
/// <param name="Schedule">What becomes of the learning rate; where nothing is written it is the usual.</param>
/// <param name="MicroBatch">How many samples go through the network at a time; 0 for a whole batch.</param>
public sealed record StoredRecipe(
    string Name, string Activation, string Network, string Initializer, string Optimizer, double LearningRate, string? Clipping, int BatchSize, string Scaling,
    string Schedule = ScheduleChoice.Usual, int MicroBatch = 0)
{
    /// <summary>A recipe in words.</summary>
    public static StoredRecipe Of(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return new(
            recipe.Name, recipe.Activation.Name, recipe.Network.Text, recipe.Initializer.Name, recipe.Optimizer.Name, recipe.LearningRate,
            recipe.Clipping?.ToString(), recipe.BatchSize, recipe.Scaling.Name, recipe.Schedule.Name, recipe.MicroBatch);
    }
}
