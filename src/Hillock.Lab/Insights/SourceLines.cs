namespace Hillock.Lab;

/// <summary>What there is to say of a formula, besides what is said of every function.</summary>
/// <param name="Text">The text as it was given.</param>
/// <param name="AsWritten">What it computes, as it was written.</param>
/// <param name="Rewritings">What was rewritten to keep its digits.</param>
/// <param name="Same">The function of the catalog that it is; <c>null</c> for one of its own.</param>
/// <param name="Gaps">Where float32 has no finite number though the formula has.</param>
/// <param name="IsCompiled">Whether its kernels are compiled.</param>
public sealed record SourceLines(
    string Text, string AsWritten, IReadOnlyList<Rewriting> Rewritings, string? Same, IReadOnlyList<Gap> Gaps, bool IsCompiled)
{
    /// <summary>What there is to say of a formula.</summary>
    public static SourceLines Of(Formula source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source.Text, source.AsWritten, source.Rewritings, SameOf(source), source.FindGaps(), source.IsCompiled);
    }

    /// <summary>The function that it is, by the name that says it shortest; where a kink's slope is that of the other side, this too.</summary>
    private static string? SameOf(Formula source)
    {
        if (source.SameValues is not { } same)
        {
            return null;
        }

        var f = source.Create();
        return same.Function!.Kinks.Where(x => f.Slope(x) != same.Slope(x)).ToList() is { Count: > 0 } kinks
            ? $"{same.Name}, but for the slope at {InsightReport.Several(kinks, x => x, InsightReport.Short)}"
            : same.Name;
    }
}
