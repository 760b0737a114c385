using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Lab.Tests;

/// <summary>Small experiments and made-up runs.</summary>
internal static class Support
{
    public static ExperimentResult Trained(this Experiment experiment) => experiment.Run(stop: TestContext.Current.CancellationToken);

    public static Experiment Experiment(
        string data, string activations, int seeds = 1, int epochs = 10, double rate = 0.01, int rows = 1000, double? noise = null) => new()
    {
        Data = Datasets.Open(data, new() { Seed = 1, Rows = rows, Noise = noise }),
        Recipes = [.. Catalog.ParseList(activations).Select(activation => Recipe(activation, rate))],
        Epochs = epochs,
        Seeds = [.. Enumerable.Range(1, seeds).Select(i => (ulong)i)],
    };

    public static Recipe Recipe(Activation activation, double rate = 0.01) =>
        new() { Activation = activation, Network = Plan.Perceptron(16, 16), LearningRate = rate };

    /// <summary>A finding of that kind.</summary>
    public static Finding Finding(string rule, string text, double value) =>
        new(rule, Severity.Warning, null, [], "measure", value, 0, 1, Evidence.Certain, text, "");

    /// <summary>A run of one epoch with a given outcome; NaN for one that diverged.</summary>
    public static RunRecord Run(Recipe recipe, int seed, double score, params IReadOnlyList<Finding> findings) =>
        new(recipe, (ulong)seed, [new(1, double.IsNaN(score) ? double.NaN : 1 - score, score, 0.5)], [], null, findings, 0.5);

    /// <summary>What differs when an experiment is repeated is the time, and nothing else may.</summary>
    public static string WithoutTimes(ExperimentResult result) => string.Join('\n', result.Runs.Select(run =>
        $"{run.Recipe.Name} {run.Seed}: "
        + string.Join(' ', run.Epochs.Select(e => $"{e.TrainLoss:R}/{e.TestLoss:R}/{e.Score:R}"))
        + $" {run.Breakdown} {JsonSerializer.Serialize(run.Checks, AllOfIt)} {JsonSerializer.Serialize(run.Findings, AllOfIt)}"));

    /// <summary>A record's own text has only the types of its lists.</summary>
    private static JsonSerializerOptions AllOfIt { get; } = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
}
