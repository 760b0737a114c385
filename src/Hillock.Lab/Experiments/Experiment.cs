namespace Hillock.Lab;

/// <summary>Networks that differ in little, most often in their activation, trained on the same data.</summary>
/// <remarks>
/// Under one seed every contestant has the same split, the same batches in the same order, and the same random draws for its first weights,
/// scaled by the initializer's gain for its activation. What differs in the end is due to what differs in the recipes, and to chance that other
/// seeds draw anew.
/// </remarks>
public sealed record Experiment
{
    /// <summary>What is learned.</summary>
    public required Dataset Data { get; init; }

    /// <summary>The contestants, each with a name of its own.</summary>
    public required IReadOnlyList<Recipe> Recipes { get; init; }

    /// <summary>Passes over the training part; as <see cref="Budget.Epochs"/> says unless told.</summary>
    public required int Epochs { get; init; }

    /// <summary>The seeds; each repeats the whole experiment with other draws.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>How many threads work; no result but times depends on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Whether contestants are judged by a part of the training data that is kept for it: what is chosen by such a result has not seen the
    /// test part.
    /// </summary>
    public bool OnValidation { get; init; }

    /// <summary>What counts as trouble in a run.</summary>
    public Thresholds Thresholds { get; init; } = Thresholds.Default;

    /// <summary>What a network is judged by.</summary>
    public Measure Measure => Measure.For(Data.Criterion);

    /// <summary>How many runs it takes.</summary>
    public int Runs => Recipes.Count * Seeds.Count;

    /// <summary>The same experiment with every recipe changed in the same way.</summary>
    public Experiment With(Func<Recipe, Recipe> change) => this with { Recipes = [.. Recipes.Select(change)] };

    /// <summary>The parts of the data under a seed, in the data's own units.</summary>
    /// <exception cref="HillockException">The data cannot be split, or a class has no training row.</exception>
    public DataSplit Split(ulong seed)
    {
        var split = Data.Split(seed);
        split = OnValidation ? split.Train.Split(seed) : split;
        if (Data.TargetsPerRow > 1)
        {
            // A rare word of a text may well be missing in one part.
            return split;
        }
        var trained = split.Train.Targets.ToHashSet();
        return Data.ClassNames.Index().FirstOrDefault(c => !trained.Contains(c.Index)).Item is { } missing
            ? throw new HillockException(
                $"{Data.Name}: no row of class {Shown.Quoted(missing)} is in the part to train with; leave the class out, or add rows of it")
            : split;
    }

    /// <summary>The parts of the data as the first contestant gets them under the first seed: what is said of the data is said of these.</summary>
    /// <exception cref="HillockException">The data cannot be split, or a class has no training row.</exception>
    public DataSplit FirstSplit() => Split(Seeds[0], Recipes[0].Scaling);

    /// <summary>The parts of the data under a seed, as networks get them.</summary>
    internal DataSplit Split(ulong seed, Scaling scaling) => scaling.Of(Split(seed));

    /// <summary>Trains everything.</summary>
    /// <param name="watcher">Told of what happens.</param>
    /// <param name="stop">Ends the runs under way; those that are finished are given back.</param>
    /// <exception cref="HillockException">The data cannot be split, or a class has no training row.</exception>
    public ExperimentResult Run(IWatcher? watcher = null, CancellationToken stop = default) => Run(watcher, null, stop);

    /// <summary>Trains everything, and keeps it.</summary>
    /// <param name="watcher">Told of what happens.</param>
    /// <param name="kept">Where it is kept, as the next part; what is there already is not trained again. <c>null</c> keeps nothing.</param>
    /// <param name="stop">Ends the runs under way; those that are finished are given back.</param>
    /// <exception cref="HillockException">The data cannot be split, or a class has no training row; or something else is kept there.</exception>
    /// <exception cref="IOException">It cannot be kept.</exception>
    public ExperimentResult Run(IWatcher? watcher, ExperimentFolder? kept, CancellationToken stop = default)
    {
        var part = kept?.Next(this);
        using var work = new Workplace(this, watcher, part, stop);
        var result = new ExperimentResult(this, work.Run());
        part?.Conclude(result);
        return result;
    }
}
