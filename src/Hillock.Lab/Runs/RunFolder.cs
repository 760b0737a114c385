using Hillock.Lab.TensorBoard;

namespace Hillock.Lab;

/// <summary>One contestant with one seed, as it is kept.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Recipe">The contestant.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Measure">The name of what it is judged by.</param>
/// <param name="Begun">When the experiment was begun.</param>
public sealed record RunFolder(string Path, StoredRecipe Recipe, ulong Seed, string Measure, DateTimeOffset Begun)
{
    /// <inheritdoc cref="ExperimentFolder.CheckpointEvery"/>
    internal TimeSpan CheckpointEvery { get; init; }

    internal string EpochsFile => System.IO.Path.Combine(Path, "epochs.jsonl");

    internal string ChecksFile => System.IO.Path.Combine(Path, "checks.jsonl");

    internal string FindingsFile => System.IO.Path.Combine(Path, "findings.json");

    internal string ResultFile => System.IO.Path.Combine(Path, "result.json");

    /// <summary>The weights and all else that the training goes on from: a <see cref="Checkpoint"/>.</summary>
    public string CheckpointFile => System.IO.Path.Combine(Path, "checkpoint.safetensors");

    /// <summary>The epochs so far.</summary>
    /// <exception cref="HillockException">The file is broken.</exception>
    public IReadOnlyList<StoredEpoch> Epochs() => [.. StoredLines<StoredEpoch>.Read(Safe(EpochsFile), RunDocuments.Default.StoredEpoch).Select(line => line.Value)];

    /// <summary>What was seen of the network so far.</summary>
    /// <exception cref="HillockException">The file is broken.</exception>
    public IReadOnlyList<Check> Checks() => [.. StoredLines<Check>.Read(Safe(ChecksFile), RunDocuments.Default.Check).Select(line => line.Value)];

    /// <summary>What was found in the end; <c>null</c> before.</summary>
    /// <exception cref="HillockException">The file is broken.</exception>
    public IReadOnlyList<Finding>? Findings() => StoredFile.ReadIfThere(Safe(FindingsFile), RunDocuments.Default.IReadOnlyListFinding);

    /// <summary>How it ended; <c>null</c> before.</summary>
    /// <exception cref="HillockException">The file is broken.</exception>
    public StoredResult? Result() => StoredFile.ReadIfThere(Safe(ResultFile), RunDocuments.Default.StoredResult);

    /// <summary>Writes the run as an event file of TensorBoard into a folder.</summary>
    /// <exception cref="HillockException">A file of the run is broken.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteEvents(string folder) =>
        OutputFile.Write(System.IO.Path.Combine(Directory.CreateDirectory(folder).FullName, RunEvents.NameFor(this)), file => RunEvents.Write(file, this));

    /// <summary>The name of a run's folder: numbered, so that no name of a contestant can lead anywhere else.</summary>
    internal static string NameOf(int recipe, string name, ulong seed) =>
        FormattableString.Invariant($"{recipe + 1:00}-{PlainName.Of(name)}-seed-{seed}");

    private string Safe(string file)
    {
        StoredFile.Refuse(new DirectoryInfo(Path));
        return file;
    }
}
