namespace Hillock.Lab;

/// <summary>How one contestant of an experiment is made and trained: all in which contestants may differ.</summary>
public sealed record Recipe
{
    /// <summary>What tells it from the other contestants; the activation's name unless told.</summary>
    public string Name
    {
        get => field ?? Activation.Name;
        init;
    }

    /// <summary>What is put for <c>{act}</c> in the network.</summary>
    public required Activation Activation { get; init; }

    /// <summary>The network.</summary>
    public required Plan Network { get; init; }

    /// <summary>The rule for the first weights.</summary>
    public Initializer Initializer { get; init; } = Initializer.Auto;

    /// <summary>How the weights are changed.</summary>
    public OptimizerChoice Optimizer { get; init; } = OptimizerChoice.Adam;

    /// <summary>How far a step goes where the schedule takes the whole rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>What becomes of the learning rate.</summary>
    public ScheduleChoice Schedule { get; init; } = ScheduleChoice.Linear;

    /// <summary>How large gradients may be; <c>null</c> leaves them as they are.</summary>
    public Clipping? Clipping { get; init; }

    /// <summary>Samples per step.</summary>
    public int BatchSize { get; init; } = Budget.BatchSize;

    /// <summary>How many of them go through the network at a time, see <see cref="TrainerOptions.MicroBatch"/>; 0 for all.</summary>
    public int MicroBatch { get; init; }

    /// <summary>What is done to the data first.</summary>
    public Scaling Scaling { get; init; } = Scaling.Standard;

    /// <summary>The usual way to train a network on data: its own learning rate, or the optimizer's, less for a deep one.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="network">The network; what does not fit the data is said at once, since it is built once.</param>
    /// <param name="data">The data.</param>
    /// <param name="optimizer">How the weights are changed.</param>
    /// <param name="depths">Depths that the network shall have besides its own: the learning rate suits the greatest.</param>
    /// <exception cref="HillockException">The network does not fit the data.</exception>
    public static Recipe Usual(Activation activation, Plan network, Dataset data, OptimizerChoice optimizer, IEnumerable<int>? depths = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optimizer);
        var depth = network.Build(data.Shape, data.OutputShape, activation).AllLayers.Count(layer => layer.Activation is not null);
        return new()
        {
            Activation = activation,
            Network = network,
            Optimizer = optimizer,
            LearningRate = network.LearningRate ?? Budget.LearningRate(optimizer, (depths ?? []).Append(depth).Max()),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
