using System.CommandLine;
using System.CommandLine.Parsing;

namespace Hillock.Cli;

/// <summary>The options that say where an experiment is kept, and which one goes on.</summary>
/// <param name="settings">The options that say what the experiment is: with them it can be asked for again.</param>
internal sealed class RunsChoice(IEnumerable<Option> settings)
{
    private const string Nowhere = "none", Last = "last", Variable = "HILLOCK_RUNS";

    private readonly Option<string> _runs = Folder();

    private readonly Option<string?> _resume = new("--resume")
    {
        Description = $"Go on with an experiment that was interrupted; it ends with the same bits. Unless told the {Last} one.",
        HelpName = $"ID|{Last}",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The option for the folder.</summary>
    public static Option<string> Folder() => new("--runs")
    {
        Description = $"The folder in which experiments are kept; {Nowhere} keeps nothing. The variable {Variable} sets another default.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : RunStore.UsualFolder,
    };

    /// <summary>The folder, for a command that cannot do without.</summary>
    /// <exception cref="HillockException">None is to be used.</exception>
    public static string NeededFolder(string folder) => folder != Nowhere ? folder
        : throw new HillockException($"--runs {Nowhere}: the pages show what is kept, so give a folder; it is made when something is kept");

    /// <summary>The options, for the command.</summary>
    public IEnumerable<Option> Options => [_runs, _resume];

    /// <summary>Does what a command does, and keeps it.</summary>
    /// <param name="typed">What was typed; with <c>--resume</c> what was typed in the beginning is added to it.</param>
    /// <param name="run">Does it.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="HillockException">There is no such experiment, or it was another one.</exception>
    public int Keep(ParseResult typed, Func<ParseResult, ExperimentFolder?, int> run, CancellationToken stop)
    {
        using var folder = FolderFor(typed);
        var given = folder?.Id is null ? typed : Whole(typed, folder);
        folder?.Begun += (_, _) => Console.Error.WriteLine($"Kept in {Path.GetRelativePath(Environment.CurrentDirectory, folder.Path!)}");
        try
        {
            var code = run(given, folder);
            if (!stop.IsCancellationRequested)
            {
                folder?.Close();
            }
            else if (folder?.Id is { } id)
            {
                Console.Error.WriteLine($"Go on with: hillock {typed.CommandResult.Command.Name} --resume {id}");
            }
            return code;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            folder?.Close(e.Message.Split('\n')[0]);
            throw;
        }
    }

    private ExperimentFolder? FolderFor(ParseResult typed)
    {
        var (runs, command) = (typed.GetRequiredValue(_runs), typed.CommandResult.Command.Name);
        var resumes = typed.GetResult(_resume) is { Implicit: false };
        if (runs == Nowhere)
        {
            return !resumes ? null : throw new HillockException($"--resume: with --runs {Nowhere} nothing is kept that could go on.");
        }
        var store = new RunStore(runs);
        if (!resumes)
        {
            return store.New(Origin.Here(command, Arguments(typed)));
        }
        var name = typed.GetValue(_resume) ?? Last;
        var folder = name == Last ? store.Interrupted(command) : store.Open(name);
        return folder.Origin.Command == command ? folder
            : throw new HillockException($"--resume {Shown.Plain(name)}: that is a {Shown.Quoted(folder.Origin.Command)}; write hillock {Shown.Plain(folder.Origin.Command)} --resume.");
    }

    /// <summary>What was typed in the beginning and now, the latter where both say the same option.</summary>
    private ParseResult Whole(ParseResult typed, ExperimentFolder folder)
    {
        var names = settings.Select(option => option.Name).ToHashSet();
        OptionResult[] now = [.. Given(typed)];
        // Nothing but settings is taken from the file: it must not say what is to be written where.
        var before = folder.Origin.Arguments.Where(pair => names.Contains(pair.Key) && now.All(option => option.Option.Name != pair.Key));
        var whole = typed.CommandResult.Command.Parse(
            [.. before.SelectMany(pair => Words(pair.Key, pair.Value)), .. now.SelectMany(option => Words(option.Option.Name, [.. option.Tokens.Select(token => token.Value)]))]);
        return whole.Errors.Count == 0 ? whole : throw new HillockException($"--resume {folder.Id}: {Shown.Plain(whole.Errors[0].Message)}");
    }

    private Dictionary<string, IReadOnlyList<string>> Arguments(ParseResult typed)
    {
        var names = settings.Select(option => option.Name).ToHashSet();
        return Given(typed).Where(option => names.Contains(option.Option.Name))
            .ToDictionary(option => option.Option.Name, IReadOnlyList<string> (option) => [.. option.Tokens.Select(token => token.Value)]);
    }

    private static IEnumerable<OptionResult> Given(ParseResult typed) => typed.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit);

    private static IEnumerable<string> Words(string option, IReadOnlyList<string> values) =>
        values.Count == 0 ? [option] : values.Select(value => $"{option}={value}");
}
