using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock compare</c>: the same network, trained with one activation after the other.</summary>
internal sealed class CompareCommand
{
    private const int MostEpochs = 100_000, MostBatch = 65_536, MostSeeds = 1000, MostThreads = 256;
    private const double MostLearningRate = 1000;
    private const long MostRecords = 10_000_000;

    private readonly DataChoice _data = new();

    private readonly Option<string> _activations = new("--activations")
    {
        Description = "What to compare: names, with parameters if you like, and formulas, separated by commas.",
        HelpName = "A,B,C",
        DefaultValueFactory = _ => "relu,leaky_relu,elu,gelu,silu,mish,tanh,sigmoid,linear",
    };

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

    private readonly Option<double?> _rate = Bounded.Positive(
        "--lr", $"The learning rate at first; it falls to 0 in a straight line. Unless told {Budget.RateRule}.", MostLearningRate);

    private readonly Option<string> _optimizer = new("--optimizer")
    {
        Description = "How weights are changed.",
        HelpName = string.Join('|', OptimizerChoice.All.Select(o => o.Name)),
        DefaultValueFactory = _ => OptimizerChoice.All[0].Name,
    };

    private readonly Option<string> _init = new("--init")
    {
        Description = $"First weights: {string.Join(", ", Initializer.All.Select(rule => rule.Name))}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Initializer.All[0].Name,
    };

    private readonly Option<int?> _seeds = Bounded.Whole(
        "--seeds", $"How often to repeat everything with other draws; unless told {Budget.SeedRule}.", 1, MostSeeds);

    private readonly Option<int?> _seed = Bounded.Whole(
        "--seed", $"The first seed. [default: {Budget.FirstSeed}]", 0, int.MaxValue);

    private readonly Option<int?> _threads = Bounded.Whole(
        "--threads", "Threads; only times depend on it. [default: all processors]", 1, MostThreads);

    private readonly Option<string?> _json = new("--json") { Description = "Write everything as JSON; - for stdout.", HelpName = "FILE|-" };

    private CompareCommand()
    {
        _activations.CompletionSources.Add([.. Catalog.Functions.Select(e => e.Name)]);
        _optimizer.CompletionSources.Add([.. OptimizerChoice.All.Select(o => o.Name)]);
        _init.CompletionSources.Add([.. Initializer.All.Select(rule => rule.Name)]);
    }

    public static Command Create()
    {
        var options = new CompareCommand();
        var command = new Command(
            "compare", "Train the same network with different activation functions and say which differences are more than chance.");
        foreach (var option in options._data.Options.Concat([
            options._activations, options._hidden, options._network, options._epochs, options._batch, options._rate, options._optimizer,
            options._init, options._seeds, options._seed, options._threads, options._json]))
        {
            command.Add(option);
        }
        command.SetAction((given, stop) =>
            Task.Run(() => Run(options.Experiment(given), given.GetValue(options._json), stop), CancellationToken.None));
        return command;
    }

    private static int Run(Experiment experiment, string? json, CancellationToken stop)
    {
        var text = json == "-" ? TextWriter.Null : Console.Out;
        var file = json == "-" ? null : json;
        if (file is not null)
        {
            SafeFile.Check(file, "--json");
        }
        var split = experiment.Split(experiment.Seeds[0]);
        CompareReport.WriteHeader(text, experiment, split);
        var result = CompareProgress.Watch(experiment, watcher => experiment.Run(watcher, stop));
        var ranking = new Ranking(result);
        var conclusion = new Conclusion(ranking);
        if (ranking.Standings.Count > 0)
        {
            CompareReport.Write(text, ranking, conclusion, result.Stopped);
        }
        if (result.Stopped)
        {
            var noFile = json is null ? "" : "; no JSON written";
            Console.Error.WriteLine($"hillock: Stopped after {result.Runs.Count} of {experiment.Runs} runs{noFile}.");
            return ExitCode.Failed;
        }
        var document = CompareDocument.Of(result, split, ranking, conclusion);
        if (file is not null)
        {
            using var whole = new StringWriter { NewLine = "\n" };
            Json.Write(whole, document, JsonDocuments.Readable.CompareDocument);
            SafeFile.Write(file, whole.ToString());
        }
        else if (json == "-")
        {
            Json.Write(Console.Out, document, JsonDocuments.Readable.CompareDocument);
        }
        return result.Runs.All(run => run.Diverged) ? ExitCode.Failed : ExitCode.Done;
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
        var network = Plan.Parse(text);
        return network.IsOpen
            ? network
            : throw new HillockException($"--network {Shown.Quoted(text)}: the activation under comparison has no place; write {Plan.Placeholder} where it shall be.");
    }

    private Experiment Experiment(ParseResult given)
    {
        var activations = Catalog.ParseList(given.GetRequiredValue(_activations));
        if (activations.CountBy(a => a.Name).FirstOrDefault(pair => pair.Value > 1).Key is { } twice)
        {
            throw new HillockException($"--activations: {twice} is there twice; once is enough.");
        }
        var optimizer = OptimizerChoice.Named(given.GetRequiredValue(_optimizer));
        var initializer = Initializer.Named(given.GetRequiredValue(_init));
        var seed = (ulong)(given.GetValue(_seed) ?? Budget.FirstSeed);
        var batch = given.GetValue(_batch) ?? Budget.BatchSize;
        var plan = Network(given);
        var data = plan.Reconstructs ? _data.Open(given, seed).Reconstructed() : _data.Open(given, seed);
        var split = data.Split(seed);
        var network = plan.For(data);
        // Built once before anything is trained: what does not fit the data is said at once.
        var depth = network.Build(data.Shape, data.OutputShape, activations[0]).AllLayers.Count(layer => layer.Activation is not null);
        var experiment = new Experiment
        {
            Data = data,
            Activations = activations,
            Network = network,
            BatchSize = batch,
            Epochs = given.GetValue(_epochs) ?? Budget.Epochs(split.Train.Rows, batch),
            Optimizer = optimizer,
            LearningRate = given.GetValue(_rate) ?? network.LearningRate ?? Budget.LearningRate(optimizer, depth),
            Initializer = initializer,
            Seeds = [.. Enumerable.Range(0, given.GetValue(_seeds) ?? Budget.Seeds(split.Test.Rows)).Select(i => seed + (ulong)i)],
            Threads = given.GetValue(_threads) ?? Environment.ProcessorCount,
        };
        return (long)experiment.Runs * experiment.Epochs <= MostRecords
            ? experiment
            : throw new HillockException(FormattableString.Invariant(
                $"{experiment.Runs} runs of {experiment.Epochs} epochs are too much; together at most {MostRecords:N0} epochs can be had."));
    }
}
