using Spectre.Console;

namespace Hillock.Cli;

/// <summary>How an experiment is watched: bars on a terminal, otherwise a line per finished run; on stderr.</summary>
internal static class CompareProgress
{
    /// <summary>Runs an experiment and shows how it goes.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="kept">Where it is kept; <c>null</c> keeps nothing.</param>
    /// <param name="stop">Ends the runs under way.</param>
    public static ExperimentResult Run(Experiment experiment, ExperimentFolder? kept, CancellationToken stop) => StandardError.Watch(
        () => experiment.Run(new RunLines(experiment, Console.Error.WriteLine), kept, stop),
        (context, console) => experiment.Run(new RunBars(experiment, context, new RunLines(experiment, line => console.WriteLine(line))), kept, stop));
}
