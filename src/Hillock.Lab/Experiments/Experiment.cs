namespace Hillock.Lab;

/// <summary>The same network, trained with one activation after the other on the same data.</summary>
/// <remarks>
/// Under one seed every activation has the same split, the same batches in the same order, and the same random draws for its first weights,
/// scaled by the initializer's gain for that activation. What differs in the end is due to the activation, and to chance that other
/// seeds draw anew.
/// </remarks>
public sealed record Experiment
{
    /// <summary>What is learned.</summary>
    public required Dataset Data { get; init; }

    /// <summary>What is compared, each with a name of its own.</summary>
    public required IReadOnlyList<Activation> Activations { get; init; }

    /// <summary>The network in which they are compared: each takes the place of <c>{act}</c>.</summary>
    public required Plan Network { get; init; }

    /// <summary>Samples per step.</summary>
    public int BatchSize { get; init; } = Budget.BatchSize;

    /// <summary>Passes over the training part; as <see cref="Budget.Epochs"/> says unless told.</summary>
    public required int Epochs { get; init; }

    /// <summary>How the weights are changed.</summary>
    public OptimizerChoice Optimizer { get; init; } = OptimizerChoice.Adam;

    /// <summary>How far the first step goes. From there the rate falls in a straight line, so that the last step is next to nothing: where
    /// a run ends is then no accident of its last batches.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The rule for the first weights.</summary>
    public Initializer Initializer { get; init; } = Initializer.Auto;

    /// <summary>The seeds; each repeats the whole experiment with other draws.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>How many threads work; no result but times depends on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What a network is judged by.</summary>
    public Measure Measure => Measure.For(Data.Criterion);

    /// <summary>How many runs it takes.</summary>
    public int Runs => Activations.Count * Seeds.Count;

    /// <summary>The parts of the data under a seed, standardised.</summary>
    /// <exception cref="HillockException">The data cannot be split, or a class has no training row.</exception>
    public DataSplit Split(ulong seed)
    {
        var split = Data.Split(seed);
        if (Data.TargetsPerRow > 1)
        {
            // A rare word of a text may well be missing in one part.
            return split.Standardize();
        }
        var trained = split.Train.Targets.ToHashSet();
        if (Data.ClassNames.Index().FirstOrDefault(c => !trained.Contains(c.Index)).Item is { } missing)
        {
            throw new HillockException(
                $"{Data.Name}: no row of class {Shown.Quoted(missing)} is in the part to train with; leave the class out, or add rows of it");
        }
        return split.Standardize();
    }

    /// <summary>Trains everything.</summary>
    /// <param name="watcher">Told of what happens.</param>
    /// <param name="stop">Ends the runs under way; those that are finished are given back.</param>
    /// <exception cref="HillockException">The data cannot be split, or a class has no training row.</exception>
    public ExperimentResult Run(IWatcher? watcher = null, CancellationToken stop = default)
    {
        using var work = new Workplace(this, watcher, stop);
        return new(this, work.Run());
    }
}
