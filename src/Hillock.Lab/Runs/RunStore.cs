namespace Hillock.Lab;

/// <summary>The folder in which experiments are kept.</summary>
/// <param name="folder">Its path; it need not exist.</param>
public sealed class RunStore(string folder)
{
    /// <summary>The folder unless told.</summary>
    public const string UsualFolder = "runs";

    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <inheritdoc cref="ExperimentFolder.CheckpointEvery"/>
    internal TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(0.1);

    /// <summary>Whether a name is one that an experiment may have: nothing in it leads out of the folder.</summary>
    public static bool IsId(string name) =>
        name is { Length: > 0 and <= 255 } && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Place for an experiment that is about to begin; nothing is written before it does.</summary>
    public ExperimentFolder New(Origin origin) => new(this, null, origin) { CheckpointEvery = CheckpointEvery };

    /// <summary>The names of all experiments, the newest first.</summary>
    public IReadOnlyList<string> Ids() => !Directory.Exists(Folder) ? [] :
    [
        .. new DirectoryInfo(Folder).EnumerateDirectories()
            .Where(entry => entry.LinkTarget is null && IsId(entry.Name) && ExperimentFolder.IsOne(entry.FullName))
            .Select(entry => entry.Name).OrderDescending(StringComparer.Ordinal),
    ];

    /// <summary>Whether it is known of an experiment what was typed: one that was killed at once left nothing but its folder.</summary>
    public bool IsRecorded(string id) => IsId(id) && ExperimentFolder.IsRecorded(Path.Combine(Folder, id));

    /// <summary>The experiment of that name.</summary>
    /// <exception cref="HillockException">There is none, or its file is broken.</exception>
    public ExperimentFolder Open(string id)
    {
        Known(id);
        return ExperimentFolder.Open(this, id);
    }

    /// <summary>The newest experiment of a command that did not come to its end.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public ExperimentFolder Interrupted(string command) => Ids().FirstOrDefault(id => IsInterrupted(id, command)) is { } id ? Open(id)
        : throw new HillockException($"There is no interrupted {command} in {Shown.Plain(Folder)}.");

    /// <summary>Deletes an experiment.</summary>
    /// <exception cref="HillockException">There is none, or a program is at it.</exception>
    public void Remove(string id)
    {
        var path = Known(id);
        if (ExperimentFolder.IsHeld(path))
        {
            throw new HillockException($"{id}: a program is at it; stop it first.");
        }
        // A link within is deleted, what it leads to is not.
        Directory.Delete(path, recursive: true);
    }

    /// <summary>The folder of an experiment that is there.</summary>
    private string Known(string id) => Ids().Contains(id) ? Path.Combine(Folder, id)
        : throw new HillockException($"There is no experiment {Shown.Quoted(id)} in {Shown.Plain(Folder)}{Nearest.DidYouMean(id, Ids())}");

    private bool IsInterrupted(string id, string command)
    {
        try
        {
            using var folder = ExperimentFolder.Open(this, id);
            return folder.Origin.Command == command && folder.State is ("interrupted" or "failed");
        }
        catch (HillockException)
        {
            // A broken one does not keep others from going on.
            return false;
        }
    }
}
