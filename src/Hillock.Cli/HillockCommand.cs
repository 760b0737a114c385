using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Hillock.Cli;

/// <summary>The <c>hillock</c> command: its subcommands, and what becomes of errors.</summary>
internal static class HillockCommand
{
    /// <summary>Runs the command. 0: done; 1: the work failed; 2: wrong usage or bad input, with one line on stderr.</summary>
    /// <param name="args">What was typed after <c>hillock</c>.</param>
    /// <param name="stop">Asks to stop; Ctrl-C does so too.</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken stop = default)
    {
        // What most commands need, while they are made.
        if (args.Length > 1)
        {
            _ = Task.Run(() => Catalog.All, stop);
        }

        // Not a RootCommand: that one calls itself as the assembly is called, which cannot be hillock beside Hillock.dll.
        var root = new Command("hillock", "Activation functions for .NET: look at them, compute them, train networks with them and compare.")
        {
            new HelpOption(),
            new VersionOption(),
            ListCommand.Create(),
            ShowCommand.Create(),
            EvalCommand.Create(),
            PlotCommand.Create(),
            CompareCommand.Create(),
            DiagnoseCommand.Create(),
            RunsCommand.Create(),
            AdviseCommand.Create(),
            ServeCommand.Create(),
            BenchCommand.Create(),
            VerifyCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Fail(ExitCode.Usage, Sentence(parsed.Errors[0].Message) + Hint(parsed));
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, stop).ConfigureAwait(false);
        }
        catch (HillockException e)
        {
            return Fail(ExitCode.Usage, e.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(ExitCode.Failed, "Stopped.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(ExitCode.Failed, e.Message);
        }
    }

    private static int Fail(int code, string message)
    {
        Console.Error.WriteLine($"hillock: {message}");
        return code;
    }

    private static string Sentence(string message) => message.TrimEnd('.') + ".";

    private static string Hint(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var token, ..] && parsed.CommandResult.Command is { } command
            ? Nearest.To(token, Offered(command)) is { } nearest ? $" Did you mean {Shown.Quoted(nearest)}?" : ""
            : $" See 'hillock {CommandPath(parsed.CommandResult)}--help'.";

    private static IEnumerable<string> Offered(Command command) =>
        [.. command.Subcommands.Select(c => c.Name), .. command.Options.Select(o => o.Name)];

    private static string CommandPath(CommandResult result) => result.Parent is null ? "" : result.Command.Name + " ";
}
