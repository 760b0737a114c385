namespace Hillock.Web;

/// <summary>An experiment as its page shows it, read from its folder: whoever runs it, here or in a terminal.</summary>
public sealed record ExperimentView
{
    /// <summary>Of more runs no curves are read: the page would wait for the disk.</summary>
    private const int MostRuns = 600;

    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary><c>running</c>, <c>finished</c>, <c>failed</c> or <c>interrupted</c>.</summary>
    public required string State { get; init; }

    /// <summary>What was typed, when, on what machine.</summary>
    public required Origin Origin { get; init; }

    /// <summary>When and how it ended; <c>null</c> if it did not.</summary>
    public required Ending? End { get; init; }

    /// <summary>How many parts there are, and which this is, from 1 on; 0 where there is none.</summary>
    public required int Parts { get; init; }

    /// <inheritdoc cref="Parts"/>
    public required int Part { get; init; }

    /// <summary>What was run; <c>null</c> where nothing was.</summary>
    public required PartSettings? Settings { get; init; }

    /// <summary>What it showed; <c>null</c> before its end.</summary>
    public required StoredConclusion? Conclusion { get; init; }

    /// <summary>The contestants, the best first, as far as is known.</summary>
    public required IReadOnlyList<Contestant> Contestants { get; init; }

    /// <summary>What networks are judged by.</summary>
    public Measure Measure => Measure.Named(Settings!.Measure);

    /// <summary>Runs that have come to their end.</summary>
    public int Finished => Contestants.Sum(one => one.Runs.Count(run => run.Result is not null));

    /// <summary>All runs.</summary>
    public int Runs => Settings is null ? 0 : Settings.Recipes.Count * Settings.Seeds.Count;

    /// <summary>The share of all epochs that are over; a run that has diverged is done.</summary>
    public double Share => Runs == 0 ? 0
        : Contestants.Sum(one => one.Runs.Sum(run => run.Result is not null ? 1 : Math.Min(1, (double)run.Epochs.Count / Settings!.Epochs))) / Runs;

    /// <summary>Whether it changes.</summary>
    public bool IsRunning => State == "running";

    /// <summary>Tells one state from another.</summary>
    public string Version => FormattableString.Invariant($"{State}-{Parts}-{Finished}-{Contestants.Sum(one => one.Runs.Sum(run => run.Epochs.Count))}-{(Conclusion is null ? 0 : 1)}");

    /// <summary>In a line.</summary>
    public string Title => Settings is null ? Id : $"{ExperimentLine.Contestants(Settings)} on {Settings.Data.Name}";

    /// <summary>Reads one.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="number">Which part, from 1 on; the last unless told.</param>
    /// <exception cref="HillockException">A file is broken, or there is no such part.</exception>
    public static ExperimentView Of(ExperimentFolder folder, int? number = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var parts = folder.Parts();
        var chosen = number ?? parts.Count;
        if (number is not null && (number < 1 || number > parts.Count))
        {
            throw new HillockException($"There is no part {number}; there are {parts.Count}.");
        }
        var part = parts.Count == 0 ? null : parts[chosen - 1];
        var conclusion = part?.Conclusion();
        return new()
        {
            Id = folder.Id!,
            State = folder.State,
            Origin = folder.Origin,
            End = folder.End(),
            Parts = parts.Count,
            Part = chosen,
            Settings = part?.Settings,
            Conclusion = conclusion,
            Contestants = part is null ? [] : Ranked(part, conclusion),
        };
    }

    private static IReadOnlyList<Contestant> Ranked(PartFolder part, StoredConclusion? conclusion)
    {
        var measure = Measure.Named(part.Settings.Measure);
        var isMany = part.Settings.Recipes.Count * part.Settings.Seeds.Count > MostRuns;
        RunFolder[] runs = isMany ? [] : [.. part.Runs];
        var all = part.Settings.Recipes.Select(recipe => new Contestant(
            recipe, measure, conclusion?.Ranking.FirstOrDefault(standing => standing.Name == recipe.Name),
            [.. runs.Where(run => run.Recipe == recipe).Select(run => new RunView(run, run.Epochs(), run.Result()))]));
        return conclusion is null
            ? [.. all.OrderBy(one => measure.Order(one.Score.Mean))]
            : [.. all.OrderBy(one => conclusion.Ranking.Index().FirstOrDefault(pair => pair.Item.Name == one.Recipe.Name, (int.MaxValue, null!)).Index)];
    }
}

/// <summary>One run as far as it has come.</summary>
/// <param name="Folder">Where it is kept.</param>
/// <param name="Epochs">The epochs so far.</param>
/// <param name="Result">How it ended; <c>null</c> before.</param>
public sealed record RunView(RunFolder Folder, IReadOnlyList<StoredEpoch> Epochs, StoredResult? Result);
