using System.Diagnostics;

// The command writes to the one console of the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Hillock.Cli.Tests;

/// <summary>What a command did.</summary>
public sealed record Captured(int Code, string Out, string Error)
{
    /// <summary>Tests leave no experiments behind; those about keeping them say where.</summary>
    static Captured() => Environment.SetEnvironmentVariable("HILLOCK_RUNS", "none");

    /// <summary>Runs the command within this process, with its output kept.</summary>
    public static async Task<Captured> Run(string line, CancellationToken? stop = null)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var (consoleOut, consoleError) = (Console.Out, Console.Error);
        try
        {
            Console.SetOut(output);
            Console.SetError(error);
            var code = await HillockCommand.RunAsync(Words(line), stop ?? TestContext.Current.CancellationToken);
            return new(code, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(consoleOut);
            Console.SetError(consoleError);
        }
    }

    /// <summary>Starts the command as a process of its own.</summary>
    public static Process Start(string line, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hillock.Cli.dll"), .. Words(line)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    /// <summary>The words of a line; those with blanks stand between single quotes.</summary>
    private static string[] Words(string line) =>
        [.. line.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
