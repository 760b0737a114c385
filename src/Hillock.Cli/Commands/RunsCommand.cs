using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock runs</c>: the experiments that are kept.</summary>
internal sealed class RunsCommand
{
    private readonly Option<string> _runs = RunsChoice.Folder();

    private readonly Argument<string> _id = Id("ID"), _first = Id("ID"), _second = Id("OTHER");

    private readonly Option<bool> _json = new("--json") { Description = "Machine-readable." };

    private readonly Option<string> _format = new("--format")
    {
        Description = "csv: a row for each epoch; json: everything; tensorboard: event files.",
        HelpName = string.Join('|', RunsExport.Formats),
        DefaultValueFactory = _ => RunsExport.Formats[0],
    };

    private readonly Option<string?> _to = new("--to") { Description = "The folder for the event files.", HelpName = "FOLDER" };

    public static Command Create()
    {
        var options = new RunsCommand();
        return new("runs", "List, show, compare, remove and export the experiments that are kept.")
        {
            options.Part("list", "The experiments, the newest first.", options.List, options._json),
            options.Part("show", "What was typed, what it showed, and what was found.", options.Show, options._id, options._json),
            options.Part("compare", "What differs between two experiments, in settings and in results.", options.Compare, options._first, options._second, options._json),
            options.Part("rm", "Delete an experiment.", options.Remove, options._id),
            options.Part("export", "Write an experiment for other programs.", options.Export, options._id, options._format, options._to),
        };
    }

    private static Argument<string> Id(string name) => new(name) { HelpName = name, Description = "The name of an experiment, or 'last'." };

    private Command Part(string name, string description, Action<ParseResult, RunStore> run, params Symbol[] symbols)
    {
        var command = new Command(name, description) { _runs };
        foreach (var argument in symbols.OfType<Argument>())
        {
            command.Add(argument);
        }
        foreach (var option in symbols.OfType<Option>())
        {
            command.Add(option);
        }
        command.SetAction(given =>
        {
            run(given, new(given.GetRequiredValue(_runs)));
            return ExitCode.Done;
        });
        return command;
    }

    private void List(ParseResult given, RunStore store)
    {
        RunsLine[] lines = [.. store.Ids().Select(id => RunsLine.Of(store, id))];
        if (given.GetValue(_json))
        {
            Json.Write(Console.Out, lines, JsonDocuments.Readable.IReadOnlyListRunsLine);
        }
        else
        {
            RunsReport.WriteList(Console.Out, lines, store.Folder);
        }
    }

    private void Show(ParseResult given, RunStore store)
    {
        using var folder = Open(store, given.GetRequiredValue(_id));
        if (given.GetValue(_json))
        {
            Json.Write(Console.Out, RunsDocument.Of(folder, everything: false), JsonDocuments.Readable.RunsDocument);
        }
        else
        {
            RunsReport.Write(Console.Out, folder);
        }
    }

    private void Compare(ParseResult given, RunStore store)
    {
        using ExperimentFolder first = Open(store, given.GetRequiredValue(_first)), second = Open(store, given.GetRequiredValue(_second));
        var comparison = RunsComparison.Of(first, second);
        if (given.GetValue(_json))
        {
            Json.Write(Console.Out, comparison, JsonDocuments.Readable.RunsComparison);
        }
        else
        {
            RunsComparisonReport.Write(Console.Out, comparison);
        }
    }

    private void Remove(ParseResult given, RunStore store) => store.Remove(given.GetRequiredValue(_id));

    private void Export(ParseResult given, RunStore store)
    {
        using var folder = Open(store, given.GetRequiredValue(_id));
        RunsExport.Write(folder, given.GetRequiredValue(_format), given.GetValue(_to), Console.Out);
    }

    private static ExperimentFolder Open(RunStore store, string id) =>
        store.Open(id == "last" && store.Ids().FirstOrDefault(store.IsRecorded) is { } newest ? newest : id);
}
