using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>What <c>hillock runs compare</c> says.</summary>
internal static class RunsComparisonReport
{
    /// <summary>For people.</summary>
    public static void Write(TextWriter writer, RunsComparison comparison)
    {
        writer.WriteLine(comparison.Settings.Count == 0 ? "The same was run." : "What differs in what was run:");
        if (comparison.Settings.Count > 0)
        {
            writer.WriteLine();
            var settings = new TextTable("setting", comparison.First, comparison.Second);
            foreach (var setting in comparison.Settings)
            {
                settings.Add(setting.Name, Shown.Plain(setting.First), Shown.Plain(setting.Second));
            }
            settings.Write(writer);
        }
        writer.WriteLine();
        var measure = Measure.Named(comparison.Measure);
        var results = new TextTable("name", $">{comparison.First}", $">{comparison.Second}", ">difference");
        foreach (var result in comparison.Results)
        {
            results.Add(result.Name, Score(result.First, measure), Score(result.Second, measure), result.Difference is { } difference ? measure.DifferenceText(difference) : "–");
        }
        results.Write(writer);
        writer.WriteLine();
        writer.WriteLine(Invariant($"{comparison.SameRuns} of {comparison.CommonRuns} common runs have the same losses to the last bit."));
    }

    private static string Score(ConfidenceInterval? score, Measure measure) => score is { } value ? measure.Text(value) : "–";
}
