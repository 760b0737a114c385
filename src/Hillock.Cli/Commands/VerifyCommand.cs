using System.CommandLine;
using System.Diagnostics;

namespace Hillock.Cli;

/// <summary><c>hillock verify</c>: holds the kernels against truths of higher precision.</summary>
internal sealed class VerifyCommand
{
    private const int Doubles = 2000, MostThreads = 256;

    private readonly Argument<string[]> _names = new("FUNCTION")
    {
        HelpName = "FUNCTION",
        Description = "Names or aliases, with parameters if you like: leaky_relu(alpha=0.2).",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _all = new("--all") { Description = "Every function of the catalog." };

    private readonly Option<bool> _exhaustive = new("--exhaustive") { Description = "All 4,294,967,296 floats instead of a sample; can be stopped and continued." };

    private readonly Option<string?> _format = new("--dtype")
    {
        Description = "The number format; unless told all, and float32 with --exhaustive. Of 16 bits all 65,536 numbers are tried.",
        HelpName = string.Join('|', Formats),
    };

    private readonly Option<int?> _threads = Bounded.Whole("--threads", "Threads; only the time depends on it. [default: all processors]", 1, MostThreads);

    private readonly Option<string> _state = new("--state")
    {
        Description = "Where unfinished exhaustive runs are kept.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(".hillock", "verify"),
    };

    private readonly Option<string?> _record = new("--record") { Description = "Keep the results there, a file for each function and format.", HelpName = "DIR" };

    private readonly Option<string?> _page = new("--page") { Description = "Write a page of all results that --record has kept.", HelpName = "FILE" };

    private readonly Option<bool> _json = new("--json") { Description = "Machine-readable." };

    private static string[] Formats => [.. Promises.Select(promise => promise.Format)];

    private static Promise[] Promises => [Promise.Float32, Promise.Float64, Promise.Float16, Promise.BFloat16];

    public static Command Create()
    {
        var options = new VerifyCommand();
        options._names.CompletionSources.Add(FunctionNames.Elementwise);
        options._format.CompletionSources.Add(Formats);
        var command = new Command("verify", "Measure the worst errors of values and slopes against truths of higher precision.")
        {
            options._names, options._all, options._exhaustive, options._format, options._threads, options._state, options._record, options._page, options._json,
        };
        command.SetAction((given, stop) => Task.Run(() => options.Run(given, stop), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult given, CancellationToken stop)
    {
        var (record, page) = (given.GetValue(_record), given.GetValue(_page));
        if (page is not null && record is null)
        {
            throw new HillockException("--page is made of what --record keeps; name its folder, such as --record docs/data/accuracy.");
        }

        var functions = Functions(given.GetValue(_names) ?? [], given.GetValue(_all), page is not null);
        var exhaustive = given.GetValue(_exhaustive);
        var format = Format(given.GetValue(_format), exhaustive);
        var threads = given.GetValue(_threads) ?? Environment.ProcessorCount;
        var folder = given.GetRequiredValue(_state);
        List<AccuracyDocument> documents = [];
        var report = new VerifyReport(given.GetValue(_json) || functions.Count == 0 ? TextWriter.Null : Console.Out, functions);
        foreach (var f in functions)
        {
            foreach (var promise in Promises.Where(promise => (format ?? promise.Format) == promise.Format))
            {
                var watch = Stopwatch.StartNew();
                var (accuracy, all) = Measured(f, promise, exhaustive ? () => VerifyState.Open(folder, f).Run(threads, stop) : null);
                documents.Add(report.Add(AccuracyDocument.Of(accuracy, all)));
                Console.Error.WriteLine(FormattableString.Invariant($"{f.Name}: {accuracy.Inputs:N0} {promise.Format}s in {watch.Elapsed.TotalSeconds:F1} s"));
                stop.ThrowIfCancellationRequested();
            }
        }

        if (given.GetValue(_json))
        {
            Json.Write(Console.Out, documents, JsonDocuments.Readable.IReadOnlyListAccuracyDocument);
        }

        if (record is not null && documents.Count > 0)
        {
            AccuracyRecord.Write(record, documents);
        }

        if (page is not null)
        {
            SafeFile.Write(page, AccuracyPage.Of(AccuracyRecord.Read(record!)));
        }

        return documents.All(document => document.Kept) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>What was measured, and whether with every number of the format.</summary>
    private static (Accuracy Accuracy, bool All) Measured(Activation f, Promise promise, Func<Accuracy>? exhaust) =>
        promise == Promise.Float16 ? (Verification.Halves(f), true)
        : promise == Promise.BFloat16 ? (Verification.BFloat16s(f), true)
        : promise == Promise.Float64 ? (Verification.SampleDoubles(f, Doubles), false)
        : exhaust is null ? (Verification.Sample(f), false)
        : (exhaust(), true);

    private static IReadOnlyList<Activation> Functions(string[] names, bool all, bool none) => (names, all) switch
    {
        ([], true) => [.. Catalog.Functions.Select(function => function.Create())],
        ([], false) when none => [],
        ([], false) => throw new HillockException("verify needs a function, or --all; write for example: hillock verify gelu"),
        (_, true) => throw new HillockException("verify takes functions or --all, not both."),
        _ => [.. names.Select(Catalog.Parse)],
    };

    private static string? Format(string? format, bool exhaustive) => format switch
    {
        null => exhaustive ? Promise.Float32.Format : null,
        _ when !Formats.Contains(format) => throw new HillockException(
            $"--dtype {Shown.Quoted(format)} is none of {string.Join(", ", Formats)}{Nearest.DidYouMean(format, Formats)}"),
        _ when exhaustive && format == Promise.Float64.Format => throw new HillockException(
            $"--exhaustive tries every {Promise.Float32.Format}; there are too many of {format}."),
        _ => format,
    };
}
