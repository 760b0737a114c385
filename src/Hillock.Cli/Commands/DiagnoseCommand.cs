using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock diagnose</c>: train a network, say what is wrong with it, and prove what helps.</summary>
internal sealed class DiagnoseCommand
{
    private readonly TrainingChoice _training = new();

    private readonly Option<string> _activation = new("--activation")
    {
        Description = "The activation of the network: a name, with parameters if you like, or a formula.",
        HelpName = "FUNCTION",
        DefaultValueFactory = _ => "relu",
    };

    private readonly Option<bool> _prove = new("--prove")
    {
        Description = "Train each proposed remedy beside the original, over the seeds, and show what changed.",
    };

    private readonly OutputChoice _output = new();

    private readonly RunsChoice _runs;

    private DiagnoseCommand()
    {
        _runs = new(Settings);
        _activation.CompletionSources.Add(FunctionNames.Elementwise);
    }

    /// <summary>What the experiment depends on.</summary>
    private IEnumerable<Option> Settings => [_activation, .. _training.Options, _prove];

    public static Command Create()
    {
        var options = new DiagnoseCommand();
        var command = new Command("diagnose", "Train a network, watch every layer, say what is wrong and why, and what may help; --prove tries it.");
        foreach (var option in options.Settings.Concat(options._runs.Options).Concat(options._output.Options))
        {
            command.Add(option);
        }
        command.SetAction((given, stop) => Task.Run(() => options._runs.Keep(given, (given, kept) => options.Run(given, kept, stop), stop), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult given, ExperimentFolder? kept, CancellationToken stop)
    {
        _output.Check(given);
        var experiment = _training.Experiment(given, [Catalog.Parse(given.GetRequiredValue(_activation))]);
        if (experiment.Recipes.Count > 1)
        {
            throw new HillockException("diagnose looks at one network; give one learning rate, one rule for first weights and one depth. compare takes several.");
        }
        var text = _output.Text(given);
        var split = experiment.FirstSplit();
        CompareReport.WriteHeader(text, experiment, split);
        var result = CompareProgress.Run(experiment, kept, stop);
        if (result.Runs.Count == 0)
        {
            throw new OperationCanceledException(stop);
        }
        var ranking = new Ranking(result);
        DiagnoseReport.Write(text, ranking);
        var remedies = Proof.For(result.Runs.SelectMany(run => run.Findings), experiment.Recipes[0]);
        Proof? proof = null;
        if (given.GetValue(_prove) && remedies.Count > 0 && !result.Stopped)
        {
            var tried = CompareProgress.Run(Proof.Trying(experiment, remedies), kept, stop);
            if (!tried.Stopped)
            {
                proof = Proof.Of(tried);
                DiagnoseReport.Write(text, proof, experiment.Measure, experiment.Seeds.Count);
            }
        }
        if (result.Stopped || (given.GetValue(_prove) && remedies.Count > 0 && proof is null))
        {
            Console.Error.WriteLine("hillock: Stopped.");
            return ExitCode.Failed;
        }
        var conclusion = proof is null ? DiagnoseReport.Summary(ranking) : DiagnoseReport.Conclusion(proof, experiment.Seeds.Count);
        _output.Write(
            given, () => DiagnoseDocument.Of(experiment, split, ranking, proof), JsonDocuments.Readable.DiagnoseDocument,
            () => CompareReport.Page(ranking, conclusion, split, proof));
        return result.Runs.All(run => run.Diverged) && proof is null ? ExitCode.Failed : ExitCode.Done;
    }
}
