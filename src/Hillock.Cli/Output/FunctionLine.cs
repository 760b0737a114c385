namespace Hillock.Cli;

/// <summary>One function in <c>hillock list --json</c>.</summary>
internal sealed record FunctionLine(
    string Name, string Family, IReadOnlyList<string> Aliases, IReadOnlyList<Parameter> Parameters, string Formula, string Range, string Origin)
{
    public static FunctionLine Of(Entry entry) => new(
        entry.Name,
        Json.Camel(entry.Family.ToString()),
        entry.Aliases,
        entry.Parameters,
        entry.Formula,
        entry.Facts.Range,
        entry.Origin);
}

/// <summary>What <c>hillock show --json</c> says; what only elementwise functions have is null for functions of rows.</summary>
internal sealed record FunctionPage(
    string Name,
    string Family,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<Parameter> Parameters,
    string Formula,
    string? Slope,
    IReadOnlyList<double> Kinks,
    string Range,
    Portrait? Properties,
    double? Gain,
    OperationCount? Cost,
    Insight? Insight,
    Facts Facts,
    string Origin,
    IReadOnlyList<FrameworkName> Elsewhere,
    string Difference,
    IReadOnlyList<string> Surrogates,
    SourceLines? Source)
{
    public static FunctionPage Of(Entry entry, Activation? activation, string? name = null)
    {
        var line = FunctionLine.Of(entry);
        var source = Task.Run(() => (entry as Function)?.Source is { } formula ? SourceLines.Of(formula) : null);
        var (portrait, insight) = activation is null ? default((Portrait?, Insight?)) : Insight.Of(activation);
        return new(
            activation?.Name ?? name ?? line.Name,
            line.Family,
            line.Aliases,
            line.Parameters,
            line.Formula,
            (entry as Function)?.SlopeFormula,
            (entry as Function)?.Kinks ?? [],
            line.Range,
            portrait,
            insight?.ForwardGain,
            (entry as Function)?.Cost,
            insight,
            entry.Facts,
            line.Origin,
            entry.Elsewhere,
            entry.Difference,
            [.. (entry as Function)?.Surrogates.Select(f => f.Surrogate!) ?? []],
            source.GetAwaiter().GetResult());
    }
}
