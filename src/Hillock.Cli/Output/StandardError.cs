using Spectre.Console;

namespace Hillock.Cli;

/// <summary>Where the user is told how long work goes: bars on a terminal, plain lines into a file or a pipe.</summary>
internal static class StandardError
{
    /// <summary>Does work and shows how it goes.</summary>
    /// <param name="inLines">Does the work and writes lines.</param>
    /// <param name="inBars">Does the work and moves bars; lines above them go to the console of the second argument.</param>
    public static T Watch<T>(Func<T> inLines, Func<ProgressContext, IAnsiConsole, T> inBars)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return Console.IsErrorRedirected || !console.Profile.Capabilities.Ansi
            ? inLines()
            : console.Progress()
                .HideCompleted(true)
                .AutoClear(true)
                .Columns(
                    new TaskDescriptionColumn { Alignment = Justify.Left },
                    new ProgressBarColumn(),
                    new PercentageColumn(),
                    new RemainingTimeColumn())
                .Start(context => inBars(context, console));
    }
}
