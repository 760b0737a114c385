using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock compare</c>: the same network, trained with one activation after the other.</summary>
internal sealed class CompareCommand
{
    private readonly TrainingChoice _training = new();

    private readonly Option<string> _activations = new("--activations")
    {
        Description = "What to compare: names, with parameters if you like, and formulas, separated by commas.",
        HelpName = "A,B,C",
        DefaultValueFactory = _ => "relu,leaky_relu,elu,gelu,silu,mish,tanh,sigmoid,linear",
    };

    private readonly Option<string?> _json = new("--json") { Description = "Write everything as JSON; - for stdout.", HelpName = "FILE|-" };

    private CompareCommand() => _activations.CompletionSources.Add([.. Catalog.Functions.Select(e => e.Name)]);

    public static Command Create()
    {
        var options = new CompareCommand();
        var command = new Command(
            "compare", "Train the same network with different activation functions and say which differences are more than chance.");
        foreach (var option in options._training.Options.Prepend(options._activations).Append(options._json))
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
        var split = experiment.Recipes[0].Scaling.Of(experiment.Split(experiment.Seeds[0]));
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

    private Experiment Experiment(ParseResult given)
    {
        var activations = Catalog.ParseList(given.GetRequiredValue(_activations));
        if (activations.CountBy(a => a.Name).FirstOrDefault(pair => pair.Value > 1).Key is { } twice)
        {
            throw new HillockException($"--activations: {twice} is there twice; once is enough.");
        }
        var experiment = _training.Experiment(given, activations);
        return experiment.Recipes[0].Network.IsOpen
            ? experiment
            : throw new HillockException(
                $"--network {Shown.Quoted(experiment.Recipes[0].Network.Text)}: the activation under comparison has no place; write {Plan.Placeholder} where it shall be.");
    }
}
