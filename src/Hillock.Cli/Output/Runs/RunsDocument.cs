using System.Text.Json.Serialization;

namespace Hillock.Cli;

/// <summary>What <c>hillock runs show --json</c> says, and <c>runs export --format json</c>.</summary>
internal sealed record RunsDocument(string Id, string State, Origin Origin, Ending? End, IReadOnlyList<RunsPart> Parts)
{
    /// <param name="folder">The experiment.</param>
    /// <param name="everything">Whether epochs and looks are wanted too.</param>
    public static RunsDocument Of(ExperimentFolder folder, bool everything) => new(
        folder.Id!, folder.State, folder.Origin, folder.End(),
        [.. folder.Parts().Select(part => new RunsPart(part.Settings, part.Conclusion(), [.. part.Runs.Select(run => RunsRun.Of(run, everything))]))]);
}

/// <summary>One of the experiments that a command ran.</summary>
internal sealed record RunsPart(PartSettings Settings, StoredConclusion? Conclusion, IReadOnlyList<RunsRun> Runs);

/// <summary>One contestant with one seed.</summary>
internal sealed record RunsRun(
    string Name,
    ulong Seed,
    StoredResult? Result,
    IReadOnlyList<Finding>? Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<StoredEpoch>? Epochs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Check>? Checks)
{
    public static RunsRun Of(RunFolder run, bool everything) =>
        new(run.Recipe.Name, run.Seed, run.Result(), run.Findings(), everything ? run.Epochs() : null, everything ? run.Checks() : null);
}
