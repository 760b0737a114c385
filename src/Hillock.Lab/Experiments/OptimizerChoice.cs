namespace Hillock.Lab;

/// <summary>An optimizer by name.</summary>
/// <param name="Name">As typed after <c>--optimizer</c>.</param>
/// <param name="LearningRate">The rate unless told.</param>
/// <param name="Create">Makes one that begins afresh.</param>
public sealed record OptimizerChoice(string Name, double LearningRate, Func<double, Optimizer> Create)
{
    private const double Momentum = 0.9;

    /// <summary>Adam with the paper's decay rates.</summary>
    public static OptimizerChoice Adam { get; } = new("adam", 0.003, rate => new Adam(rate));

    /// <summary>Stochastic gradient descent with momentum 0.9.</summary>
    public static OptimizerChoice Sgd { get; } = new("sgd", 0.03, rate => new Sgd(rate, Momentum));

    /// <summary>Adam with decoupled weight decay.</summary>
    public static OptimizerChoice AdamW { get; } = new("adamw", 0.003, rate => new AdamW(rate));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OptimizerChoice> All { get; } =
    [
        Adam, Sgd, AdamW,
        new("nesterov", 0.03, rate => new Sgd(rate, Momentum, nesterov: true)),
        new("rmsprop", 0.001, rate => new RmsProp(rate)),
        // A third to a tenth of AdamW's rate, says the paper.
        new("lion", 0.0003, rate => new Lion(rate)),
    ];

    /// <summary>The optimizer of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static OptimizerChoice Named(string name) => Lab.Named.Exactly(All, choice => choice.Name, "There is no optimizer", name);
}
