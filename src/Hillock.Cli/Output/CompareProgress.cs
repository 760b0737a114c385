using Spectre.Console;

namespace Hillock.Cli;

/// <summary>How an experiment is watched: bars on a terminal, otherwise a line per finished run; on stderr.</summary>
internal static class CompareProgress
{
    /// <summary>Runs an experiment and shows how it goes.</summary>
    public static ExperimentResult Watch(Experiment experiment, Func<IWatcher, ExperimentResult> run)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Ansi)
        {
            return run(new RunLines(experiment, Console.Error.WriteLine));
        }
        return console.Progress()
            .HideCompleted(true)
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context => run(new RunBars(experiment, context, new RunLines(experiment, line => console.WriteLine(line)))));
    }
}
