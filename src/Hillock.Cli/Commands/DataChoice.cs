using System.CommandLine;

namespace Hillock.Cli;

/// <summary>The options that say which data, and how to read it.</summary>
internal sealed class DataChoice
{
    private const int MostRows = 10_000_000, MostWindow = 10_000;

    private readonly Option<string> _data = new("--data")
    {
        Description =
            $"What to learn: {string.Join(", ", Datasets.BuiltIn.Select(d => d.Name))}, a CSV file, a text, or IDX images (a file or a folder).",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => "spiral",
    };

    private readonly Option<string?> _target = Text("--target", "COLUMN", "CSV: the column to predict, by name or number; the last one unless told.");
    private readonly Option<string?> _skip = Text("--skip", "COLUMNS", "CSV: columns to leave out, separated by commas.");
    private readonly Option<string?> _header = Text("--header", "yes|no", "CSV: whether the first row holds names; found out unless told.");
    private readonly Option<string?> _task = Text("--task", "TASK", $"What is predicted: {string.Join(", ", Tasks)}; found out unless told.");
    private readonly Option<string?> _labels = Text("--labels", "FILE", "IDX: the file of the labels; the one named like the images unless told.");
    private readonly Option<int?> _window = Bounded.Whole(
        "--window", "CSV: rows in their order, seen through a window of so many, to predict the target of the next.", 1, MostWindow);

    private readonly Option<bool> _words = new("--words") { Description = "Text: predict words, not characters." };
    private readonly Option<int?> _rows = Bounded.Whole("--rows", "Built-in data: how many rows.", 2, MostRows);
    private readonly Option<double?> _noise = Bounded.NotNegative("--noise", "Built-in data: how strong the noise is.", 1000);

    public DataChoice()
    {
        _data.CompletionSources.Add([.. Datasets.BuiltIn.Select(d => d.Name)]);
        _task.CompletionSources.Add([.. Tasks]);
        _header.CompletionSources.Add("yes", "no");
    }

    /// <summary>The options, for the command.</summary>
    public IEnumerable<Option> Options => [_data, _target, _skip, _header, _task, _labels, _window, _words, _rows, _noise];

    private static IEnumerable<string> Tasks => Enum.GetNames<LearningTask>().Select(Json.Camel);

    /// <summary>The data they name.</summary>
    /// <exception cref="HillockException">There is none, something is wrong with it, or an option does not go with it.</exception>
    public Dataset Open(ParseResult given, ulong seed)
    {
        var name = given.GetRequiredValue(_data);
        var builtIn = Datasets.BuiltIn.Any(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Option[] foreign = builtIn ? [_target, _skip, _header, _labels, _window, _words] : [_rows, _noise];
        if (foreign.FirstOrDefault(option => given.GetResult(option) is { Implicit: false }) is { } option)
        {
            var kind = builtIn ? "built in" : "a file";
            throw new HillockException($"{option.Name} does not go with {Shown.Plain(name)}, which is {kind}.");
        }
        var task = Task(given.GetValue(_task));
        var data = Datasets.Open(name, new()
        {
            Seed = seed,
            Target = given.GetValue(_target),
            Skip = given.GetValue(_skip)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Header = Yes(given.GetValue(_header)),
            Task = task,
            Labels = given.GetValue(_labels),
            Window = given.GetValue(_window),
            ByWord = given.GetValue(_words),
            Rows = given.GetValue(_rows),
            Noise = given.GetValue(_noise),
        });
        return task is null || task == data.Task
            ? data
            : throw new HillockException(
                $"--task {Json.Camel($"{task}")}: {data.Name} is a task of the kind {Json.Camel($"{data.Task}")}.");
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static LearningTask? Task(string? text) => text is null ? null
        : Enum.GetNames<LearningTask>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<LearningTask>(text, ignoreCase: true)
        : throw new HillockException($"--task {Shown.Quoted(text)} is none of {string.Join(", ", Tasks)}{Nearest.DidYouMean(text, Tasks)}");

    private static bool? Yes(string? text) => text switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        _ => throw new HillockException($"--header {Shown.Quoted(text)} is neither yes nor no."),
    };
}
