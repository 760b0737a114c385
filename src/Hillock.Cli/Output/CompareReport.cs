using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>What <c>hillock compare</c> says to people.</summary>
internal static class CompareReport
{
    /// <summary>Characters in a line.</summary>
    public const int Width = 100;

    /// <summary>What is run, so that anyone can run it again.</summary>
    public static IReadOnlyList<string> Header(Experiment e, DataSplit split)
    {
        var (data, recipe) = (e.Data, e.Recipes[0]);
        var kind = data.Task == LearningTask.Regression ? "regression" : $"{data.ClassNames.Count} classes";
        var features = data.Shape.Rank > 1 ? $"{data.Shape}" : $"{data.Features} feature{(data.Features == 1 ? "" : "s")}";
        var network = recipe.Network.Hidden is { } hidden
            ? string.Join('-', [$"{data.Features}", .. Runs(hidden), $"{data.Outputs}"])
            : $"{data.Shape} → {recipe.Network} → {data.OutputShape}";
        string Several<T>(Func<Recipe, T> of, Func<T, string> text) => string.Join('|', e.Recipes.Select(of).Distinct().Select(text));
        var rates = Several(r => r.LearningRate, rate => Invariant($"{rate:G3}"));
        var course = e.Recipes.Select(r => r.Schedule).Distinct().Count() == 1 ? recipe.Schedule.Meaning : $"by schedule {Several(r => r.Schedule, schedule => schedule.Name)}";
        var micro = recipe.MicroBatch == 0 ? "" : $" in parts of {recipe.MicroBatch}";
        var clipped = recipe.Clipping is { } clipping ? Invariant($", gradients clipped to {clipping.Most:G3}") : "";
        var scaled = recipe.Scaling == Scaling.Standard ? "" : $", scale {recipe.Scaling}";
        var steps = Invariant($"{recipe.Optimizer.Name}, lr {rates} {course}{clipped}, batch {recipe.BatchSize}{micro}, {e.Epochs} epochs");
        return
        [
            $"{data.Name}: {split.Train.Rows} rows to train with, {split.Test.Rows} to test with, {features}, {kind}",
            $"{network}, init {Several(r => r.Initializer.Name, name => name)}{scaled}, {steps}, {Seeds(e)}",
            .. split.Test.LeastLoss is { } entropy ? new[] { Invariant($"The source's entropy is {entropy:0.0000} nats a target: no network can do better.") } : [],
        ];
    }

    /// <summary>The page of an experiment.</summary>
    public static string Page(Ranking ranking, string conclusion, DataSplit split, Proof? proof = null) => HtmlReport.Of(
        ranking, conclusion,
        [
            .. Header(ranking.Experiment, split), AsTyped.Text(Environment.GetCommandLineArgs().Skip(1)),
            $"Hillock {Machine.This.Hillock}, .NET {Machine.This.DotNet}, {Machine.This.System}, {Machine.This.Processors} processors",
        ],
        proof);

    /// <summary>The network in figures, with the memory that a batch takes.</summary>
    public static void WriteSummary(TextWriter writer, Recipe recipe, Dataset data)
    {
        var network = recipe.Network.Build(data.Shape, data.OutputShape, recipe.Activation);
        var samples = recipe.MicroBatch > 0 ? recipe.MicroBatch : recipe.BatchSize;
        writer.WriteLine($"{recipe.Network}, {recipe.Activation.Name}, for {data.Shape}; memory for batches of {samples}");
        writer.WriteLine();
        writer.WriteLine(NetworkSummary.Of(network, samples));
    }

    /// <summary>Writes <see cref="Header"/>.</summary>
    public static void WriteHeader(TextWriter writer, Experiment e, DataSplit split)
    {
        foreach (var line in Header(e, split))
        {
            writer.WriteLine(line);
        }
        writer.WriteLine();
    }

    /// <summary>The table and what follows from it.</summary>
    public static void Write(TextWriter writer, Ranking ranking, Conclusion conclusion, bool stopped)
    {
        var measure = ranking.Experiment.Measure;
        var table = new TextTable(Width, "#", "activation", $">{measure.Name}", ">test loss", ">to level", ">ms/epoch", "note");
        foreach (var (i, standing) in ranking.Standings.Index())
        {
            table.Add(
                Invariant($"{i + 1}"),
                standing.Recipe.Name,
                measure.Text(standing.Score),
                Invariant($"{standing.TestLoss:0.0000}"),
                ToLevel(standing, ranking.Level),
                Invariant($"{1000 * standing.SecondsPerEpoch:0.0}"),
                string.Join("; ", standing.Notes));
        }
        table.Write(writer);
        writer.WriteLine();
        Paragraph.Write(writer, LevelText(ranking), Width);
        if (!stopped)
        {
            Paragraph.Write(writer, conclusion.ToString(), Width);
        }
    }

    private static string ToLevel(Standing standing, Level level)
    {
        var reached = standing.EpochsTo(level);
        var median = standing.MedianEpochsTo(level);
        return reached.Count == 0 ? "never"
            : Invariant($"{median}{(reached.Count < standing.Runs.Count ? $" ({reached.Count} of {standing.Runs.Count})" : "")}, {median * standing.SecondsPerEpoch:0.00} s");
    }

    private static string LevelText(Ranking ranking)
    {
        var (level, measure, seeds) = (ranking.Level, ranking.Experiment.Measure, ranking.Experiment.Seeds.Count);
        var interval = seeds > 1 ? Invariant($"±: {100 * ConfidenceInterval.Confidence} % interval of the mean over {seeds} seeds. ") : "";
        return interval + (double.IsNaN(level.Value)
            ? $"No network did better than guessing ({measure.Text(level.Guessing)})."
            : $"Level: {measure.Name} {measure.Text(level.Value)}, nine tenths of the way "
                + $"from guessing ({measure.Text(level.Guessing)}) to the best ({measure.Text(level.Best)}); epochs and time to it.");
    }

    private static string Seeds(Experiment e) => e.Seeds.Count == 1 ? $"seed {e.Seeds[0]}" : $"seeds {e.Seeds[0]} to {e.Seeds[^1]}";

    /// <summary>Equal neighbours as one: 32^20.</summary>
    private static IEnumerable<string> Runs(IReadOnlyList<int> hidden)
    {
        for (int i = 0, count; i < hidden.Count; i += count)
        {
            count = hidden.Skip(i).TakeWhile(units => units == hidden[i]).Count();
            yield return count < 3 ? string.Join('-', Enumerable.Repeat(hidden[i], count)) : $"{hidden[i]}^{count}";
        }
    }
}
