using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>What <c>hillock runs</c> says to people.</summary>
internal static class RunsReport
{
    /// <summary>A line for each experiment.</summary>
    public static void WriteList(TextWriter writer, IReadOnlyList<RunsLine> lines, string folder)
    {
        if (lines.Count == 0)
        {
            writer.WriteLine($"No experiment is kept in {Shown.Plain(folder)}.");
            return;
        }
        var table = new TextTable("id", "command", "data", "state", "best");
        foreach (var line in lines)
        {
            table.Add(line.Id, line.Command ?? "", line.Data ?? "", line.State, line.Outcome);
        }
        table.Write(writer);
    }

    /// <summary>One experiment, part after part.</summary>
    public static void Write(TextWriter writer, ExperimentFolder folder)
    {
        var origin = folder.Origin;
        writer.WriteLine($"{folder.Id}: {folder.State}{(folder.End()?.Failure is { } failure ? $": {failure}" : "")}");
        writer.WriteLine(origin.Typed());
        writer.WriteLine(Invariant(
            $"begun {origin.Begun:yyyy-MM-dd HH:mm:ss} with version {origin.Machine.Hillock} on {origin.Machine.Processor}, {origin.Machine.VectorBits}-bit vectors"));
        foreach (var part in folder.Parts())
        {
            writer.WriteLine();
            Write(writer, part);
        }
        if (folder.State is "interrupted" or "failed")
        {
            writer.WriteLine();
            writer.WriteLine($"Go on with: hillock {origin.Command} --resume {folder.Id}");
        }
    }

    private static void Write(TextWriter writer, PartFolder part)
    {
        var (settings, measure) = (part.Settings, Measure.Named(part.Settings.Measure));
        var (recipes, seeds) = (settings.Recipes.Count, settings.Seeds.Count);
        var choice = settings.OnValidation ? ", judged by a part of the training data" : "";
        writer.WriteLine(Invariant($"{settings.Data.Name}: {settings.Data.Rows} rows; {recipes} × {seeds} runs of {settings.Epochs} epochs{choice}"));
        if (part.Conclusion() is not { } conclusion)
        {
            WriteUnfinished(writer, part, measure);
            return;
        }
        var table = new TextTable(CompareReport.Width, "#", "name", $">{measure.Name}", ">test loss", ">epochs to level", ">ms/epoch", "note");
        foreach (var (i, standing) in conclusion.Ranking.Index())
        {
            table.Add(
                Invariant($"{i + 1}"), standing.Name, measure.Text(standing.Score), Invariant($"{standing.TestLoss:0.0000}"),
                double.IsNaN(standing.EpochsToLevel) ? "never" : Invariant($"{standing.EpochsToLevel}"),
                Invariant($"{1000 * standing.SecondsPerEpoch:0.0}"), string.Join("; ", standing.Notes));
        }
        table.Write(writer);
        writer.WriteLine();
        Paragraph.Write(writer, conclusion.Text, CompareReport.Width);
        if (recipes == 1)
        {
            WriteFindings(writer, part, measure);
        }
    }

    /// <summary>Of one contestant what was found in the run in the middle, as when it ended.</summary>
    private static void WriteFindings(TextWriter writer, PartFolder part, Measure measure)
    {
        RunFolder[] runs = [.. part.Runs];
        IReadOnlyList<Finding>[] findings = [.. runs.Select(run => run.Findings() ?? [])];
        var middle = runs.Zip(findings).OrderBy(pair => measure.Order(pair.First.Result()?.Score ?? double.NaN)).ElementAt(runs.Length / 2).Second;
        writer.WriteLine();
        foreach (var (i, finding) in middle.Index())
        {
            DiagnoseReport.Write(writer, i + 1, finding, findings);
        }
    }

    private static void WriteUnfinished(TextWriter writer, PartFolder part, Measure measure)
    {
        foreach (var run in part.Runs)
        {
            var state = run.Result() is { } result
                ? result.Diverged ? Invariant($"diverged in epoch {result.Epochs}") : $"{measure.Name} {measure.Text(result.Score)}"
                : Invariant($"epoch {run.Epochs().Count} of {part.Settings.Epochs}");
            writer.WriteLine($"{run.Recipe.Name}, seed {run.Seed}: {state}");
        }
    }
}
