using System.Collections.Concurrent;

namespace Hillock.Lab.Tests;

/// <summary>Whatever the catalog has, or a user types, trains in every network that has a name, or is said to have diverged.</summary>
public sealed class EveryActivationTests
{
    private const int Columns = 12;

    private static readonly Dictionary<string, Dataset[]> _data = new()
    {
        ["mlp"] = [FewRows.Features],
        ["deep-mlp"] = [FewRows.Values],
        ["cnn"] = [FewRows.Images],
        ["resnet-small"] = [FewRows.Images],
        ["lstm"] = [FewRows.Sequences, FewRows.Tokens],
        ["gru"] = [FewRows.Sequences, FewRows.Tokens],
        ["transformer"] = [FewRows.Sequences, FewRows.Tokens],
        ["siren"] = [FewRows.Values],
        ["autoencoder"] = [FewRows.Features],
    };

    private static readonly string[] _typed =
    [
        "x * sigmoid(beta * x); beta = trainable(1.5)",
        "x * sigmoid(beta * x); beta = trainable_per_unit(1.5)",
        "x > 0 ? x : expm1(x)",
        "x * tanh(exp(x))",
        "1 / x",
        "sqrt(x)",
    ];

    private static readonly string[] _everyday = ["relu", "leaky_relu", "elu", "selu", "gelu", "silu", "mish", "tanh", "sigmoid", "softplus"];

    public static TheoryData<string, string> Networks =>
        [.. NamedPlan.All.SelectMany(plan => _data[plan.Name].Select(data => (plan.Name, data.Name)))];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_activation_trains_or_is_said_to_diverge(string network, string data)
    {
        var (plan, rows) = (Plan.Parse(network), _data[network].Single(d => d.Name == data));
        rows = plan.Reconstructs ? rows.Reconstructed() : rows;
        var diverged = Train(Catalog.Functions.Select(f => f.Name).Concat(_typed).Select(text => Recipe(text, text, plan.For(rows))), rows);
        // The root of a negative number is no number, whatever comes after it; and who says so of everything says nothing.
        diverged.ShouldContain("sqrt(x)");
        diverged.ShouldNotContain(name => _everyday.Contains(name));
    }

    [Theory]
    [InlineData("mlp", "features", "trainable")]
    [InlineData("mlp", "features", "trainable_per_unit")]
    [InlineData("cnn", "images", "trainable_per_unit")]
    [InlineData("gru", "sequences", "trainable")]
    public void Every_parameter_can_be_trained(string network, string data, string way)
    {
        var texts = Catalog.Functions.SelectMany(f => f.Parameters.Select(parameter => $"{f.Name}({parameter.Name}={way})"));
        Train(texts.Select(text => Recipe(text, text, Plan.Parse(network))), _data[network].Single(d => d.Name == data));
    }

    [Theory]
    [InlineData("dense 12, {0}, dense 8, {act}", null)]
    [InlineData("dense 12, attention 3 scores {0}, {act}, globalpool", Columns)]
    [InlineData("dense 12, transformer 2 width 12 gated {0}, {act}, globalpool", Columns / 2)]
    public void Functions_of_rows_train_where_they_have_a_place(string text, int? outputs)
    {
        // Scores want as many numbers as come in, a gate half of them.
        var fitting = Catalog.RowFunctions.Where(f => f.Create().OutputColumns(Columns) is var made && made == (outputs ?? made)).ToArray();
        fitting.Length.ShouldBeGreaterThan(3);
        Train(fitting.Select(f => Recipe(f.Name, "tanh", Plan.Parse(text.Replace("{0}", f.Name, StringComparison.Ordinal)))), FewRows.Sequences);
    }

    private static Recipe Recipe(string name, string activation, Plan plan) =>
        new() { Name = name, Activation = Catalog.Parse(activation), Network = plan, BatchSize = 3, LearningRate = 0.01 };

    /// <summary>The names of those that diverged.</summary>
    private static string[] Train(IEnumerable<Recipe> recipes, Dataset data)
    {
        ConcurrentBag<string> failures = [], diverged = [];
        Parallel.ForEach(recipes, new() { MaxDegreeOfParallelism = 2 }, recipe =>
        {
            try
            {
                var run = new Experiment { Data = data, Recipes = [recipe], Epochs = 1, Seeds = [1] }.Trained().Runs.Single();
                if (run.Diverged)
                {
                    diverged.Add(recipe.Name);
                }
                var told = run.Diverged
                    ? run.Breakdown is not null && double.IsNaN(run.Score) && run.Findings.SelectMany(f => f.WithConsequences()).Any(f => f.Rule == "non-finite values")
                    : run.Breakdown is null && double.IsFinite(run.Score);
                if (!told)
                {
                    failures.Add($"{recipe.Name}: a score of {run.Score}, numbers ended at {run.Breakdown}, found {string.Join("; ", run.Findings)}");
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add($"{recipe.Name}: {e}");
            }
        });
        failures.ShouldBeEmpty();
        return [.. diverged];
    }
}
