namespace Hillock.Lab.Tests;

/// <summary>A training of which it is known beforehand what is wrong with it, or that nothing is.</summary>
/// <param name="Fault">What was planted, in words; empty for a healthy one.</param>
/// <param name="Rules">Rules of which one must be found; none for a healthy one.</param>
/// <param name="Data">The data.</param>
/// <param name="Network">The network in words.</param>
/// <param name="Activation">The activation.</param>
public sealed record Planted(string Fault, IReadOnlyList<string> Rules, string Data, string Network, string Activation)
{
    private const int Rows = 400;

    public int Epochs { get; init; } = 40;

    public double? Rate { get; init; }

    public OptimizerChoice Optimizer { get; init; } = OptimizerChoice.Adam;

    public Initializer Init { get; init; } = Initializer.Auto;

    public Scaling Scaling { get; init; } = Scaling.Standard;

    public int DataRows { get; init; } = Rows;

    public double? Noise { get; init; }

    /// <summary>Inputs are multiplied by this.</summary>
    public float Inputs { get; init; } = 1;

    /// <summary>Targets are multiplied by this.</summary>
    public float Targets { get; init; } = 1;

    public bool IsHealthy => Rules.Count == 0;

    /// <summary>The finding that names the fault; <c>null</c> if none does.</summary>
    public Finding? Hit(IReadOnlyList<Finding> found) => found.FirstOrDefault(finding => Rules.Contains(finding.Rule));

    /// <summary>What is found in one run, notes left out: causes and consequences, one after the other.</summary>
    public IReadOnlyList<Finding> Find(CancellationToken stop) =>
        [.. Experiment().Run(stop: stop).Runs.Single().Findings.SelectMany(finding => finding.WithConsequences()).Where(finding => finding.Severity > Severity.Note)];

    public override string ToString() => $"{Data}, {Network}, {Activation}, {Optimizer.Name} {Recipe(Plan.Parse(Network)).LearningRate:R}, {Init.Name}";

    private Experiment Experiment()
    {
        var data = Multiplied(Datasets.Open(Data, new() { Seed = 1, Rows = DataRows, Noise = Noise }));
        var plan = Plan.Parse(Network);
        data = plan.Reconstructs ? data.Reconstructed() : data;
        return new() { Data = data, Recipes = [Recipe(plan.For(data))], Epochs = Epochs, Seeds = [1] };
    }

    private Recipe Recipe(Plan plan) => new()
    {
        Activation = Catalog.Parse(Activation),
        Network = plan,
        Optimizer = Optimizer,
        LearningRate = Rate ?? plan.LearningRate ?? Optimizer.LearningRate,
        Initializer = Init,
        Scaling = Scaling,
    };

    private Dataset Multiplied(Dataset data) => (Inputs, Targets) == (1, 1) ? data
        : new(data.Name, data.Task, Times(data.Inputs, Inputs), Times(data.Targets, Targets), data.FeatureNames, data.ClassNames) { Shape = data.Shape };

    private static float[] Times(float[] values, float factor) => factor == 1 ? values : [.. values.Select(value => value * factor)];
}
