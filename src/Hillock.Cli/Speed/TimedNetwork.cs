namespace Hillock.Cli;

/// <summary>A network whose training is timed: those of shared/peers/torch_train_speed.py, random data, cross-entropy over ten classes.</summary>
/// <param name="Name">As typed after <c>--networks</c>.</param>
/// <param name="Plan">Its layers in words, or the name of a plan.</param>
/// <param name="Activation">What is put for <c>{act}</c>.</param>
/// <param name="Input">The shape of a sample.</param>
/// <param name="Batch">Samples per step.</param>
/// <param name="Optimizer">Makes its optimizer.</param>
internal sealed record TimedNetwork(string Name, string Plan, string Activation, SampleShape Input, int Batch, Func<Optimizer> Optimizer)
{
    private const int Classes = 10, DataSets = 16;
    private const double SmallStep = 0.01, Momentum = 0.9;
    private const string Perceptron = "dense 256, {act}, dense 128, {act}";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TimedNetwork> All { get; } =
    [
        new("mlp-relu", Perceptron, "relu", [784], 128, () => new Adam()),
        new("mlp-gelu", Perceptron, "gelu", [784], 128, () => new Adam()),
        new("cnn", "cnn", "relu", [28, 28, 1], 64, () => new Sgd(SmallStep, Momentum)),
        new("deep-tanh", "deep-mlp", "tanh", [64], 128, () => new Sgd(SmallStep)),
        new("lstm", "lstm 128 last", "tanh", [28, 28], 128, () => new Adam()),
        new("transformer", "repeat 2 (transformer 4 width 256 postnorm), globalpool", "gelu", [64, 64], 32, () => new Adam()),
    ];

    /// <summary>Its layers in words.</summary>
    public string Layers => Training.Plan.Parse(Plan).Text.Replace(Training.Plan.Placeholder, Activation, StringComparison.Ordinal);

    /// <summary>Those of a list of names.</summary>
    /// <exception cref="HillockException">There is no such network.</exception>
    public static IReadOnlyList<TimedNetwork> ParseList(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries).Distinct().Select(Named)];

    /// <summary>Times steps of training.</summary>
    /// <param name="threads">How many threads work together.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public TrainingTime Time(int threads, CancellationToken stop)
    {
        PeakMemory.Reset();
        using var crew = new Crew(threads);
        var network = Training.Plan.Parse(Plan).Build(Input, Classes, Catalog.Parse(Activation), crew);
        network.Initialize(1);
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), Optimizer());
        var draws = new Draws(1, "data");
        var data = Enumerable.Range(0, DataSets).Select(_ => (
            Inputs: Filled(Input.Count, () => (float)draws.NextNormal()), Labels: Filled(1, () => draws.Next(Classes)))).ToArray();
        // Labels move every epoch: nothing is memorised, gradients stay ordinary.
        var step = Timing.Of(
            i => trainer.Step(data[i % DataSets].Inputs, data[(i + (i / DataSets)) % DataSets].Labels), TimingPlan.Program, stop).Median;
        return new(Name, threads, Math.Round(Batch / step, 1), PeakMemory.Megabytes());
    }

    private Tensor Filled(int columns, Func<float> next)
    {
        var tensor = new Tensor(Batch, columns);
        foreach (ref var value in tensor.Values)
        {
            value = next();
        }
        return tensor;
    }

    private static TimedNetwork Named(string name) => All.FirstOrDefault(network => network.Name == name)
        ?? throw new HillockException(
            $"There is no network {Shown.Quoted(name)} to time; there are {string.Join(", ", All.Select(network => network.Name))}"
            + Nearest.DidYouMean(name, All.Select(network => network.Name)));
}

/// <summary>How fast a network trains.</summary>
/// <param name="Network">Its name.</param>
/// <param name="Threads">Threads that work together.</param>
/// <param name="SamplesPerSecond">Samples trained with in a second: forward, backward and update.</param>
/// <param name="PeakMegabytes">The most memory that the program had at a time, in 10⁶ bytes.</param>
internal sealed record TrainingTime(string Network, int Threads, double SamplesPerSecond, double PeakMegabytes);
