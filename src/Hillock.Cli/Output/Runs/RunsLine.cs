namespace Hillock.Cli;

/// <summary>An experiment in a list.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State">running, finished, interrupted, failed, or broken.</param>
/// <param name="Command">The command; null where the file cannot be read.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="Data">What was learned.</param>
/// <param name="Best">The best contestant; null while it is not known.</param>
/// <param name="Measure">What it is judged by.</param>
/// <param name="Score">The best contestant's mean.</param>
/// <param name="Wrong">What is wrong with an experiment that failed or is broken.</param>
internal sealed record RunsLine(
    string Id, string State, string? Command, DateTimeOffset? Begun, string? Data, string? Best, string? Measure, double? Score, string? Wrong)
{
    /// <summary>A broken one has a line too: it is to be seen that it is there.</summary>
    public static RunsLine Of(RunStore store, string id)
    {
        try
        {
            using var folder = store.Open(id);
            var parts = folder.Parts();
            var part = parts.Count == 0 ? null : parts[^1];
            var ranking = part?.Conclusion()?.Ranking ?? [];
            var best = ranking.Count == 0 ? null : ranking[0];
            return new(
                id, folder.State, folder.Origin.Command, folder.Origin.Begun, part?.Settings.Data.Name, best?.Name,
                part?.Settings.Measure, best?.Score.Mean, folder.End()?.Failure);
        }
        catch (HillockException e)
        {
            return new(id, store.IsRecorded(id) ? "broken" : "interrupted", null, null, null, null, null, null, e.Message);
        }
    }

    /// <summary>The best contestant with its score, or what is wrong.</summary>
    public string Outcome => Wrong is not null ? Wrong
        : Best is null || Lab.Measure.All.FirstOrDefault(m => m.Name == Measure) is not { } measure ? ""
        : $"{Best}, {measure.Name} {measure.Text(Score ?? double.NaN)}";
}
