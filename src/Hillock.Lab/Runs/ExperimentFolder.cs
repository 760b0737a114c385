using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>An experiment as it is kept: what was typed, each part that was run, and how it ended.</summary>
/// <remarks>
/// <code>
/// experiment.json        what was typed, when, on what machine
/// end.json               when and how it ended; missing while it is under way or interrupted
/// 1/settings.json        the first part: data, contestants, seeds, epochs, thresholds
/// 1/conclusion.json      ranking and conclusion
/// 1/01-relu-seed-1/      a run: epochs.jsonl, checks.jsonl, findings.json, result.json, checkpoint.safetensors
/// 2/                     the second part, where a command needs several
/// </code>
/// </remarks>
public sealed class ExperimentFolder : IDisposable
{
    private const string OriginFile = "experiment.json", EndFile = "end.json", LockFile = "lock";
    private const int MostParts = 1000;

    private readonly RunStore _store;
    private FileStream? _lock;
    private int _part;

    internal ExperimentFolder(RunStore store, string? id, Origin origin) => (_store, Id, Origin) = (store, id, origin);

    /// <summary>The name of the folder; <c>null</c> until something is run.</summary>
    public string? Id { get; private set; }

    /// <summary>What was typed, when, on what machine.</summary>
    public Origin Origin { get; }

    /// <summary>The shortest time between two checkpoints of a run: to write one takes longer than a short epoch does.</summary>
    internal TimeSpan CheckpointEvery { get; init; }

    /// <summary>The folder; <c>null</c> until something is run.</summary>
    public string? Path => Id is null ? null : System.IO.Path.Combine(_store.Folder, Id);

    /// <summary>Told of the folder as soon as something is run.</summary>
    public event EventHandler? Begun;

    /// <summary>How it ended; <c>null</c> if it did not.</summary>
    /// <exception cref="HillockException">The file is broken.</exception>
    public Ending? End() => Path is null ? null : StoredFile.ReadIfThere(In(EndFile), RunDocuments.Default.Ending);

    /// <summary><c>running</c>, <c>finished</c>, <c>failed</c> or <c>interrupted</c>.</summary>
    /// <exception cref="HillockException">The file is broken.</exception>
    public string State => IsHeld(Path!) ? "running" : End() is not { } end ? "interrupted" : end.Failure is null ? "finished" : "failed";

    /// <summary>The parts, in the order in which they were run.</summary>
    /// <exception cref="HillockException">A file is broken.</exception>
    public IReadOnlyList<PartFolder> Parts() =>
        [.. Enumerable.Range(1, MostParts).Select(number => PartFolder.Open(PartPath(number), Origin.Begun)).TakeWhile(part => part is not null).OfType<PartFolder>()];

    /// <summary>Keeps that all is done.</summary>
    /// <param name="failure">What was wrong; <c>null</c> for nothing.</param>
    public void Close(string? failure = null)
    {
        if (_lock is not null)
        {
            StoredFile.Write(In(EndFile), new(DateTimeOffset.Now, failure), RunDocuments.Readable.Ending);
        }
    }

    /// <summary>Lets go of the folder, so that another program may go on.</summary>
    public void Dispose() => _lock?.Dispose();

    internal static ExperimentFolder Open(RunStore store, string id)
    {
        var path = System.IO.Path.Combine(store.Folder, id);
        StoredFile.Refuse(new DirectoryInfo(path));
        if (!IsRecorded(path))
        {
            throw new HillockException($"{Shown.Plain(id)}: it ended before anything was recorded; 'hillock runs rm {Shown.Plain(id)}' removes what is left");
        }
        var origin = StoredFile.Read(System.IO.Path.Combine(path, OriginFile), RunDocuments.Default.Origin);
        return origin.Format == Origin.PresentFormat ? new(store, id, origin) { CheckpointEvery = store.CheckpointEvery }
            : throw new HillockException($"{Shown.Plain(id)}: is of format {origin.Format}; this version reads {Origin.PresentFormat}");
    }

    /// <summary>Whether a folder is that of an experiment, recorded or not: one that was killed at once has the lock alone, and perhaps a draft.</summary>
    internal static bool IsOne(string path) => IsRecorded(path)
        || (File.Exists(System.IO.Path.Combine(path, LockFile))
            && new DirectoryInfo(path).EnumerateFileSystemInfos().All(entry => entry is FileInfo && (entry.Name == LockFile || entry.Name.StartsWith(OriginFile, StringComparison.Ordinal))));

    /// <summary>Whether it says what was typed.</summary>
    internal static bool IsRecorded(string path) => File.Exists(System.IO.Path.Combine(path, OriginFile));

    /// <summary>Whether some program is at it.</summary>
    internal static bool IsHeld(string path)
    {
        try
        {
            // A lock that somebody holds cannot be had; the file itself is left over where a program was killed.
            var file = System.IO.Path.Combine(path, LockFile);
            using var held = File.Exists(file) ? File.Open(file, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The folder of the next part.</summary>
    /// <exception cref="HillockException">Something else is kept there, or another program is at it.</exception>
    internal PartFolder Next(Experiment experiment)
    {
        if (_lock is null)
        {
            Take(experiment);
        }
        PartFolder part;
        try
        {
            part = PartFolder.Begin(PartPath(_part + 1), experiment, Origin.Begun, CheckpointEvery);
        }
        catch (HillockException)
        {
            // What does not go on here stays as it was.
            Dispose();
            _lock = null;
            throw;
        }
        if (_part++ == 0)
        {
            File.Delete(In(EndFile));
            Begun?.Invoke(this, EventArgs.Empty);
        }
        return part;
    }

    private void Take(Experiment experiment)
    {
        if (Id is null)
        {
            var name = Invariant($"{Origin.Begun:yyyy-MM-dd-HHmmss}-{PlainName.Of(Origin.Command)}-{PlainName.Of(experiment.Data.Name)}");
            // Two programs may begin in the same second: only one of them can make the file.
            for (var number = 1; _lock is null; number++)
            {
                Id = number == 1 ? name : Invariant($"{name}-{number}");
                Directory.CreateDirectory(Path!);
                _lock = Locked(FileMode.CreateNew);
            }
            StoredFile.Write(In(OriginFile), Origin, RunDocuments.Readable.Origin);
        }
        else if (Origin.Machine.Hillock != Machine.This.Hillock)
        {
            throw new HillockException(
                $"{Id}: was begun by version {Shown.Plain(Origin.Machine.Hillock)}, this is {Machine.This.Hillock}; only the same version ends with the same bits");
        }
        _lock ??= Locked(FileMode.OpenOrCreate) ?? throw new HillockException($"{Id}: another program is at it; wait until it is done.");
    }

    private FileStream? Locked(FileMode mode)
    {
        try
        {
            return new(In(LockFile), mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(In(LockFile)))
        {
            return null;
        }
    }

    private string In(string file) => System.IO.Path.Combine(Path!, file);

    private string PartPath(int number) => In(Invariant($"{number}"));
}
