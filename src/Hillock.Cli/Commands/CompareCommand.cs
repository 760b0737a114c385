using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock compare</c>: the same network, trained with one activation after the other.</summary>
internal sealed class CompareCommand
{
    private const int MostKept = 1000;

    /// <summary>Around the usual rate, half a decade apart.</summary>
    private static readonly double[] _around = [0.1, 0.3, 1, 3, 10];

    private readonly TrainingChoice _training = new();

    private readonly Option<string> _activations = new("--activations")
    {
        Description = "What to compare: names, with parameters if you like, and formulas, separated by commas.",
        HelpName = "A,B,C",
        DefaultValueFactory = _ => "relu,leaky_relu,elu,gelu,silu,mish,tanh,sigmoid,linear",
    };

    private readonly Option<string?> _vary = new("--vary")
    {
        Description = "Instead of --activations: one function with a range for a parameter, to see how much it matters.",
        HelpName = "\"leaky_relu(alpha=0..0.3)\"",
    };

    private readonly Option<bool> _tune = new("--tune")
    {
        Description = "Each activation with the learning rate that suits it, chosen on a part of the training data from those of --lr, or from five around the usual one.",
    };

    private readonly Option<int?> _keep = Bounded.Whole(
        "--keep", "Of many combinations train only so many to the end: the others are dropped on the way, by a part of the training data, on at least three seeds.",
        1, MostKept);

    private readonly Option<bool> _summary = new("--summary")
    {
        Description = "Train nothing: show each layer's output shape, parameters, multiply-adds and memory.",
    };

    private readonly OutputChoice _output = new();

    private readonly RunsChoice _runs;

    private CompareCommand()
    {
        _runs = new(Settings);
        _activations.CompletionSources.Add(FunctionNames.Elementwise);
    }

    /// <summary>What the experiment depends on.</summary>
    private IEnumerable<Option> Settings => [_activations, .. _training.Options, _vary, _tune, _keep];

    public static Command Create()
    {
        var options = new CompareCommand();
        var command = new Command(
            "compare", "Train the same network with different activation functions and say which differences are more than chance.");
        foreach (var option in options.Settings.Concat(options._runs.Options).Append(options._summary).Concat(options._output.Options))
        {
            command.Add(option);
        }
        command.SetAction((given, stop) =>
            Task.Run(() => options._runs.Keep(given, (given, kept) => options.Run(given, kept, stop), stop), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult given, ExperimentFolder? folder, CancellationToken stop)
    {
        ExperimentResult Run(Experiment some) => CompareProgress.Run(some, folder, stop);
        var experiment = Experiment(given);
        var text = _output.Text(given);
        _output.Check(given);
        var split = experiment.FirstSplit();
        if (given.GetValue(_summary))
        {
            CompareReport.WriteSummary(Console.Out, experiment.Recipes[0], split.Train);
            return ExitCode.Done;
        }
        CompareReport.WriteHeader(text, experiment, split);
        if (Chosen(given, experiment, text, Run) is not { } chosen)
        {
            Console.Error.WriteLine("hillock: Stopped.");
            return ExitCode.Failed;
        }
        experiment = chosen;
        var result = Run(experiment);
        var ranking = new Ranking(result);
        var conclusion = new Conclusion(ranking);
        if (ranking.Standings.Count > 0)
        {
            CompareReport.Write(text, ranking, conclusion, result.Stopped);
        }
        if (result.Stopped)
        {
            var noFile = _output.WantsJson(given) ? "; no JSON written" : "";
            Console.Error.WriteLine($"hillock: Stopped after {result.Runs.Count} of {experiment.Runs} runs{noFile}.");
            return ExitCode.Failed;
        }
        _output.Write(
            given, () => CompareDocument.Of(result, split, ranking, conclusion), JsonDocuments.Readable.CompareDocument,
            () => CompareReport.Page(ranking, conclusion.ToString(), split));
        return result.Runs.All(run => run.Diverged) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>The experiment with those contestants that are trained to the end; <c>null</c> if it was stopped before they were known.</summary>
    private Experiment? Chosen(ParseResult given, Experiment experiment, TextWriter text, Func<Experiment, ExperimentResult> run)
    {
        if (given.GetValue(_tune))
        {
            if (Halving.Best(experiment, recipe => (recipe.Activation, recipe.Initializer, recipe.Network, recipe.Schedule), 1, run) is not { } tuned)
            {
                return null;
            }
            Paragraph.Write(text, "Learning rates chosen on a part of the training data: " + string.Join(", ", tuned.Select(recipe => recipe.Name)) + ".", CompareReport.Width);
            text.WriteLine();
            experiment = experiment with { Recipes = tuned };
        }
        if (given.GetValue(_keep) is { } keep && keep < experiment.Recipes.Count)
        {
            if (Halving.Best(experiment, _ => 0, keep, run) is not { } kept)
            {
                return null;
            }
            Paragraph.Write(
                text, $"Dropped on the way, by a part of the training data: {string.Join("; ", experiment.Recipes.Except(kept).Select(recipe => recipe.Name))}.", CompareReport.Width);
            text.WriteLine();
            experiment = experiment with { Recipes = kept };
        }
        return experiment;
    }

    private IReadOnlyList<Activation> Activations(ParseResult given)
    {
        if (given.GetValue(_vary) is not { } variation)
        {
            return Catalog.ParseList(given.GetRequiredValue(_activations));
        }
        return given.GetResult(_activations) is { Implicit: false }
            ? throw new HillockException("--activations and --vary both say what is compared; give one of them.")
            : Variation.Parse(variation).Activations;
    }

    private Experiment Experiment(ParseResult given)
    {
        var activations = SideBySide.EachOnce(Activations(given), _activations.Name);
        var experiment = _training.Experiment(given, activations);
        if (given.GetValue(_tune) && _training.LearningRates(given).Count < 2)
        {
            double[] rates = [.. _around.Select(factor => factor * experiment.Recipes[0].LearningRate)];
            experiment = _training.Experiment(given, activations, rates);
        }
        return experiment.Recipes[0].Network.IsOpen
            ? experiment
            : throw new HillockException(
                $"--network {Shown.Quoted(experiment.Recipes[0].Network.Text)}: the activation under comparison has no place; write {Plan.Placeholder} where it shall be.");
    }
}
