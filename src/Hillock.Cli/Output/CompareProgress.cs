using Spectre.Console;

namespace Hillock.Cli;

/// <summary>How an experiment is watched: bars on a terminal, otherwise a line per finished run; on stderr.</summary>
internal static class CompareProgress
{
    /// <summary>Runs an experiment and shows how it goes.</summary>
    public static ExperimentResult Watch(Experiment experiment, Func<IWatcher, ExperimentResult> run) => StandardError.Watch(
        () => run(new RunLines(experiment, Console.Error.WriteLine)),
        (context, console) => run(new RunBars(experiment, context, new RunLines(experiment, line => console.WriteLine(line)))));
}
