namespace Hillock.Web;

/// <summary>The table of a function's properties.</summary>
internal static class PropertyLines
{
    /// <summary>Labels and texts; those without a text have nothing to say.</summary>
    public static IEnumerable<(string Label, string Text)> Of(Study study)
    {
        var (seen, isDefined) = (study.Portrait, study.Insight.Undefined.Count == 0);
        yield return ("range", study.Activation.Function!.Facts.Range);
        yield return ("in short", isDefined
            ? $"{(seen.Monotone ? "monotone" : "not monotone")}, {(seen.Bounded ? "bounded" : "unbounded")}, {(seen.ZeroCentred ? "zero-centred" : "not zero-centred")}"
            : "");
        foreach (var line in InsightReport.Lines(study.Insight))
        {
            yield return line;
        }
        yield return ("of normal inputs", isDefined ? InsightReport.Expected(seen.Moments) : "");
        yield return ("cost", InsightReport.Counted(study.Activation.Function.Cost));
    }
}
