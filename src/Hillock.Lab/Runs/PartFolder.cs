namespace Hillock.Lab;

/// <summary>One <see cref="Experiment"/> of those that a command runs one after the other, as it is kept.</summary>
public sealed class PartFolder
{
    /// <summary>More runs than this nobody has asked for; a file that says so is no honest one.</summary>
    private const long MostRuns = 200_000;

    private readonly DateTimeOffset _begun;
    private TimeSpan _checkpointEvery;

    private PartFolder(string path, PartSettings settings, DateTimeOffset begun)
    {
        (Path, Settings, _begun) = (path, settings, begun);
        if ((long)settings.Recipes.Count * settings.Seeds.Count is < 1 or > MostRuns)
        {
            throw new HillockException($"{StoredFile.Named(SettingsFile(path))}: is broken: from 1 to {MostRuns} runs can be had");
        }
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What was run.</summary>
    public PartSettings Settings { get; }

    /// <summary>The runs, seed after seed.</summary>
    public IEnumerable<RunFolder> Runs =>
        from seed in Settings.Seeds from recipe in Enumerable.Range(0, Settings.Recipes.Count) select Of(recipe, seed);

    /// <summary>What it showed; <c>null</c> while it is not finished.</summary>
    /// <exception cref="HillockException">The file is broken.</exception>
    public StoredConclusion? Conclusion() => StoredFile.ReadIfThere(ConclusionFile, RunDocuments.Default.StoredConclusion);

    /// <summary>Reads what there is; <c>null</c> if nothing is.</summary>
    internal static PartFolder? Open(string path, DateTimeOffset begun)
    {
        StoredFile.Refuse(new DirectoryInfo(path));
        return StoredFile.ReadIfThere(SettingsFile(path), RunDocuments.Default.PartSettings) is { } settings ? new(path, settings, begun) : null;
    }

    /// <summary>Begins, or goes on with what is there.</summary>
    /// <exception cref="HillockException">What is there is another experiment.</exception>
    internal static PartFolder Begin(string path, Experiment experiment, DateTimeOffset begun, TimeSpan checkpointEvery)
    {
        var settings = PartSettings.Of(experiment);
        var part = Open(path, begun);
        if (part?.Settings.DifferencesTo(settings) is [var first, ..])
        {
            throw new HillockException(
                $"{StoredFile.Named(path)}: {first.Name} is {Shown.Quoted(first.First)} there and {Shown.Quoted(first.Second)} now; an experiment goes on as it was begun");
        }
        if (part is null)
        {
            Directory.CreateDirectory(path);
            StoredFile.Write(SettingsFile(path), settings, RunDocuments.Readable.PartSettings);
            part = new(path, settings, begun);
        }
        part._checkpointEvery = checkpointEvery;
        return part;
    }

    internal RunFolder Of(int recipe, ulong seed) =>
        new(System.IO.Path.Combine(Path, RunFolder.NameOf(recipe, Settings.Recipes[recipe].Name, seed)), Settings.Recipes[recipe], seed, Settings.Measure, _begun) { CheckpointEvery = _checkpointEvery };

    /// <summary>Keeps what it showed, unless it was stopped.</summary>
    internal void Conclude(ExperimentResult result)
    {
        if (!result.Stopped)
        {
            StoredFile.Write(ConclusionFile, StoredConclusion.Of(result), RunDocuments.Readable.StoredConclusion);
        }
    }

    private string ConclusionFile => System.IO.Path.Combine(Path, "conclusion.json");

    private static string SettingsFile(string path) => System.IO.Path.Combine(path, "settings.json");
}
