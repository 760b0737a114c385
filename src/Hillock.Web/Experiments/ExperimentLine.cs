namespace Hillock.Web;

/// <summary>An experiment in a line of the list.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State"><c>running</c>, <c>finished</c>, <c>failed</c>, <c>interrupted</c>, or <c>broken</c> where a file is.</param>
/// <param name="Origin">What was typed; <c>null</c> where that is not known.</param>
/// <param name="Settings">What was run last; <c>null</c> where nothing was.</param>
/// <param name="Best">The best contestant; <c>null</c> before the end.</param>
/// <param name="Wrong">What was wrong; empty for nothing.</param>
internal sealed record ExperimentLine(string Id, string State, Origin? Origin, PartSettings? Settings, StoredStanding? Best, string Wrong)
{
    /// <summary>Reads one; a broken one says so in its line.</summary>
    public static ExperimentLine Of(RunStore store, string id)
    {
        try
        {
            using var folder = store.Open(id);
            var parts = folder.Parts();
            var part = parts.Count == 0 ? null : parts[^1];
            return new(id, folder.State, folder.Origin, part?.Settings, part?.Conclusion() is { Ranking: [var best, ..] } ? best : null, folder.End()?.Failure ?? "");
        }
        catch (HillockException e)
        {
            return new(id, store.IsRecorded(id) ? "broken" : "interrupted", null, null, null, e.Message);
        }
    }

    /// <summary>What was compared, in a few words.</summary>
    public string What => Settings is null ? Id : $"{Contestants(Settings)} on {Settings.Data.Name}";

    /// <summary>The network, without what a phone has no room for.</summary>
    public string Network => Settings?.Recipes[0].Network ?? "";

    /// <summary>The best contestant with its score, or what is wrong.</summary>
    public string Outcome => Wrong.Length > 0 ? Wrong
        : Best is not null && Measure.All.FirstOrDefault(one => one.Name == Settings!.Measure) is { } measure ? $"{Best.Name}, {measure.Name} {measure.Text(Best.Score)}" : "";

    internal static string Contestants(PartSettings settings)
    {
        const int Named = 4;
        string[] names = [.. settings.Recipes.Select(recipe => recipe.Name)];
        return names.Length <= Named ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Named - 1))} and {names.Length - Named + 1} more";
    }
}
