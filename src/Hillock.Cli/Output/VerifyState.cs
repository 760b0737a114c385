using System.Text.Json;
using Spectre.Console;

namespace Hillock.Cli;

/// <summary>How far an exhaustive run has come.</summary>
/// <param name="Function">The function, with its parameters.</param>
/// <param name="Build">The build of the library: what another one computed does not count.</param>
/// <param name="Parts">The parts that were tried, by number.</param>
internal sealed record VerifyProgress(string Function, Guid Build, Dictionary<int, Accuracy> Parts);

/// <summary>An exhaustive run that can be stopped and continued: its finished parts are in a file.</summary>
internal sealed class VerifyState
{
    private const int LongestFile = 4 << 20;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(5), SayEvery = TimeSpan.FromSeconds(15);

    private readonly Activation _f;
    private readonly string _path;
    private readonly VerifyProgress _progress;
    private readonly Lock _lock = new();
    private DateTime _saved = DateTime.UtcNow, _said = DateTime.UtcNow;

    private VerifyState(Activation f, string path, VerifyProgress progress) => (_f, _path, _progress) = (f, path, progress);

    /// <summary>Takes up a run where it was left, or starts one.</summary>
    /// <exception cref="HillockException">The file is none of ours.</exception>
    public static VerifyState Open(string folder, Activation f)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName.Of(f.Name) + ".json");
        var fresh = new VerifyProgress(f.Name, typeof(Activation).Module.ModuleVersionId, []);
        var kept = File.Exists(path) ? Read(path) : fresh;
        if (kept.Build != fresh.Build || kept.Function != fresh.Function)
        {
            Console.Error.WriteLine($"{f.Name}: {path} is of another build of Hillock; starting anew.");
            kept = fresh;
        }

        return new(f, path, kept);
    }

    public Accuracy Run(int threads, CancellationToken stop)
    {
        var known = new Dictionary<int, Accuracy>(_progress.Parts);
        if (known.Count > 0)
        {
            Console.Error.WriteLine($"{_f.Name}: {known.Count} of {Verification.Parts} parts were tried before.");
        }

        try
        {
            var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
            if (Console.IsErrorRedirected || !console.Profile.Capabilities.Ansi)
            {
                return Verification.Exhaust(_f, threads, known, (part, accuracy) => Done(part, accuracy, Say), stop);
            }

            return console.Progress().AutoClear(true).HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context =>
                {
                    var bar = context.AddTask(Markup.Escape(_f.Name), maxValue: Verification.Parts);
                    bar.Value = known.Count;
                    return Verification.Exhaust(_f, threads, known, (part, accuracy) => Done(part, accuracy, () => bar.Increment(1)), stop);
                });
        }
        finally
        {
            Save();
        }
    }

    private void Done(int part, Accuracy accuracy, Action tell)
    {
        lock (_lock)
        {
            _progress.Parts[part] = accuracy;
            tell();
            if (DateTime.UtcNow - _saved > SaveEvery)
            {
                Save();
                _saved = DateTime.UtcNow;
            }
        }
    }

    private void Say()
    {
        if (DateTime.UtcNow - _said > SayEvery)
        {
            Console.Error.WriteLine($"{_f.Name}: {_progress.Parts.Count} of {Verification.Parts} parts");
            _said = DateTime.UtcNow;
        }
    }

    private void Save() => SafeFile.Write(_path, JsonSerializer.Serialize(_progress, JsonDocuments.Default.VerifyProgress));

    private static VerifyProgress Read(string path)
    {
        try
        {
            return (new FileInfo(path).Length <= LongestFile ? JsonSerializer.Deserialize(File.ReadAllText(path), JsonDocuments.Default.VerifyProgress) : null)
                ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new HillockException($"--state: {Shown.Quoted(path)} is no file of finished parts; delete it to start anew.", e);
        }
    }
}
