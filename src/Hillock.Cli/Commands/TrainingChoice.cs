using System.CommandLine;
using System.Globalization;

namespace Hillock.Cli;

/// <summary>The options that say what network is trained, and how.</summary>
internal sealed class TrainingChoice
{
    private const int MostEpochs = 100_000, MostBatch = 65_536, MostSeeds = 1000, MostThreads = 256, MostDepth = 1000;
    private const double MostLearningRate = 1000, MostNorm = 1e9;
    private const long MostRecords = 10_000_000;

    private readonly DataChoice _data = new();

    private readonly Option<string> _hidden = new("--hidden")
    {
        Description = "Units of the hidden layers; 32^20 for twenty layers of 32.",
        HelpName = "UNITS",
        DefaultValueFactory = _ => "64x64",
    };

    private readonly Option<string?> _network = new("--network")
    {
        Description =
            $"The network, instead of --hidden: {string.Join(", ", NamedPlan.All.Select(plan => plan.Name))}, or layers in words, such as "
            + $"\"conv 16 3x3, {Plan.Placeholder}, maxpool 2, dense 10\"; {Plan.Placeholder} stands for the activation.",
        HelpName = "NAME|LAYERS",
    };

    private readonly Option<int?> _epochs = Bounded.Whole(
        "--epochs", $"Passes over the data; unless told {Budget.EpochRule}.", 1, MostEpochs);

    private readonly Option<int?> _batch = Bounded.Whole(
        "--batch", $"Samples per step. [default: {Budget.BatchSize}]", 1, MostBatch);

    private readonly Option<int?> _microBatch = Bounded.Whole(
        "--micro-batch", "Samples that go through the network at a time; their gradients are added up to those of the batch, and a batch norm sees no more than these. [default: all]", 1, MostBatch);

    private readonly Option<string?> _depth = new("--depth")
    {
        Description = "Numbers of hidden layers to compare, separated by commas: of equal dense layers, or of what a network repeats.",
        HelpName = "A,B,C",
    };

    private readonly Option<string?> _rate = new("--lr")
    {
        Description = $"The learning rate, or several to compare. Unless told {Budget.RateRule}.",
        HelpName = "A,B,C",
    };

    private readonly Option<string> _schedule = new("--schedule")
    {
        Description = $"What becomes of the learning rate, or several to compare: {string.Join("; ", ScheduleChoice.All.Select(choice => $"{choice.Name}, {choice.Meaning}"))}.",
        HelpName = "A,B,C",
        DefaultValueFactory = _ => ScheduleChoice.Usual,
    };

    private readonly Option<string> _optimizer = new("--optimizer")
    {
        Description = "How weights are changed.",
        HelpName = string.Join('|', OptimizerChoice.All.Select(o => o.Name)),
        DefaultValueFactory = _ => OptimizerChoice.All[0].Name,
    };

    private readonly Option<double?> _clip = Bounded.Positive("--clip", "Gradients longer than this are scaled down to it.", MostNorm);

    private readonly Option<string> _init = new("--init")
    {
        Description = $"First weights, or several rules to compare: {string.Join(", ", Initializer.All.Select(rule => rule.Name))}.",
        HelpName = "A,B,C",
        DefaultValueFactory = _ => Initializer.All[0].Name,
    };

    private readonly Option<string> _scale = new("--scale")
    {
        Description = $"What is done to the data first: {string.Join("; ", Scaling.All.Select(scaling => $"{scaling.Name}, {scaling.Meaning}"))}.",
        HelpName = string.Join('|', Scaling.All.Select(scaling => scaling.Name)),
        DefaultValueFactory = _ => Scaling.All[0].Name,
    };

    private readonly Option<int?> _seeds = Bounded.Whole(
        "--seeds", $"How often to repeat everything with other draws; unless told {Budget.SeedRule}.", 1, MostSeeds);

    private readonly Option<int?> _seed = Bounded.Whole(
        "--seed", $"The first seed. [default: {Budget.FirstSeed}]", 0, int.MaxValue);

    private readonly Option<int?> _threads = Bounded.Whole(
        "--threads", "Threads; only times depend on it. [default: all processors]", 1, MostThreads);

    private readonly Option<string> _thresholds = new("--thresholds")
    {
        Description = $"From where on something is told: {string.Join(", ", Thresholds.All.Select(preset => preset.Name))}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Thresholds.All[0].Name,
    };

    public TrainingChoice()
    {
        _optimizer.CompletionSources.Add([.. OptimizerChoice.All.Select(o => o.Name)]);
        _schedule.CompletionSources.Add([.. ScheduleChoice.All.Select(choice => choice.Name)]);
        _init.CompletionSources.Add([.. Initializer.All.Select(rule => rule.Name)]);
        _scale.CompletionSources.Add([.. Scaling.All.Select(scaling => scaling.Name)]);
        _thresholds.CompletionSources.Add([.. Thresholds.All.Select(preset => preset.Name)]);
    }

    /// <summary>The options, for the command.</summary>
    public IEnumerable<Option> Options =>
        [.. _data.Options, _hidden, _network, _depth, _epochs, _batch, _microBatch, _rate, _schedule, _optimizer, _clip, _init, _scale, _seeds, _seed, _threads, _thresholds];

    /// <summary>The learning rates that were given; empty if none was.</summary>
    /// <exception cref="HillockException">One is no positive number.</exception>
    public IReadOnlyList<double> LearningRates(ParseResult given) => Listed(given.GetValue(_rate), "--lr", text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= MostLearningRate ? rate
            : throw new HillockException(FormattableString.Invariant($"--lr {Shown.Quoted(text)} is not a number above 0 and at most {MostLearningRate}.")));

    /// <summary>The experiment they ask for, with a contestant for each activation, rule for first weights, learning rate and depth.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="activations">The activations.</param>
    /// <param name="rates">Learning rates instead of those that were typed.</param>
    /// <exception cref="HillockException">Something does not fit together.</exception>
    public Experiment Experiment(ParseResult given, IReadOnlyList<Activation> activations, IReadOnlyList<double>? rates = null)
    {
        var grid = new Grid
        {
            Activations = activations,
            Initializers = Listed(given.GetRequiredValue(_init), "--init", Initializer.Named),
            Schedules = Listed(given.GetRequiredValue(_schedule), "--schedule", ScheduleChoice.Named),
            LearningRates = rates ?? LearningRates(given),
            Depths = Listed(given.GetValue(_depth), "--depth", Depth),
        };
        var optimizer = OptimizerChoice.Named(given.GetRequiredValue(_optimizer));
        var seed = (ulong)(given.GetValue(_seed) ?? Budget.FirstSeed);
        var batch = given.GetValue(_batch) ?? Budget.BatchSize;
        var microBatch = given.GetValue(_microBatch) ?? 0;
        if (microBatch > batch)
        {
            throw new HillockException($"--micro-batch {microBatch}: a batch has only {batch} samples; give less, or a larger --batch.");
        }
        var plan = Network(given);
        var data = plan.Reconstructs ? _data.Open(given, seed).Reconstructed() : _data.Open(given, seed);
        var split = data.Split(seed);
        var network = plan.For(data);
        var first = Recipe.Usual(activations[0], network, data, optimizer, grid.Depths) with
        {
            BatchSize = batch,
            MicroBatch = microBatch,
            Clipping = given.GetValue(_clip) is { } norm ? Clipping.ByNorm(norm) : null,
            Scaling = Scaling.Named(given.GetRequiredValue(_scale)),
        };
        var experiment = new Experiment
        {
            Data = data,
            Recipes = grid.Of(first),
            Epochs = given.GetValue(_epochs) ?? Budget.Epochs(split.Train.Rows, batch),
            Seeds = [.. Enumerable.Range(0, given.GetValue(_seeds) ?? Budget.Seeds(split.Test.Rows)).Select(i => seed + (ulong)i)],
            Threads = given.GetValue(_threads) ?? Environment.ProcessorCount,
            Thresholds = Thresholds.Named(given.GetRequiredValue(_thresholds)),
        };
        return (long)experiment.Runs * experiment.Epochs <= MostRecords
            ? experiment
            : throw new HillockException(FormattableString.Invariant(
                $"{experiment.Runs} runs of {experiment.Epochs} epochs are too much; together at most {MostRecords:N0} epochs can be had."));
    }

    private static int Depth(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var layers) && layers is >= 1 and <= MostDepth ? layers
            : throw new HillockException($"--depth {Shown.Quoted(text)} is no whole number from 1 to {MostDepth}.");

    /// <summary>What stands between commas, each once.</summary>
    private static IReadOnlyList<T> Listed<T>(string? text, string option, Func<string, T> read)
    {
        string[] parts = text is null ? [] : text.Split(',', StringSplitOptions.TrimEntries);
        T[] all = [.. parts.Select(read)];
        return all.Distinct().Count() == all.Length ? all : throw new HillockException($"{option} {Shown.Quoted(text!)}: something is there twice; once is enough.");
    }

    private Plan Network(ParseResult given)
    {
        if (given.GetValue(_network) is not { } text)
        {
            return Plan.Perceptron(HiddenLayers.Parse(given.GetRequiredValue(_hidden)));
        }
        if (given.GetResult(_hidden) is { Implicit: false })
        {
            throw new HillockException("--network and --hidden both say what the network is; give one of them.");
        }
        return Plan.Parse(text);
    }
}
