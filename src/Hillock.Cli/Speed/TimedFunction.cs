namespace Hillock.Cli;

/// <summary>What is timed: an activation, a function of rows, or the copy that all are held against.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Activation">The activation, unless it is something else.</param>
/// <param name="Rows">The function of rows, unless it is something else.</param>
internal sealed record TimedFunction(string Name, Activation? Activation = null, RowActivation? Rows = null)
{
    /// <summary>Whether the slope is taken from the output instead of from the input.</summary>
    public bool FromOutput { get; init; }

    /// <summary>Whether it can be.</summary>
    public bool HasSlopeFromOutput => Activation?.HasSlopeFromOutput ?? Rows?.HasSlopeFromOutput ?? false;

    /// <summary>The same number of bytes, copied.</summary>
    public static TimedFunction Copy { get; } = new(KernelTime.Copy);

    /// <summary>The directions there are.</summary>
    public IReadOnlyList<string> Directions => this == Copy ? [KernelTime.Forward] : [KernelTime.Forward, KernelTime.Backward];

    /// <summary>The functions of a list separated by commas.</summary>
    /// <exception cref="HillockException">One of them is none.</exception>
    public static IReadOnlyList<TimedFunction> ParseList(string text) => [.. Catalog.SplitList(text).Select(Parse).DistinctBy(f => f.Name)];

    private static TimedFunction Parse(string text)
    {
        if (Catalog.IsOfRows(text))
        {
            var rows = Catalog.ParseRows(text);
            return rows.OutputColumns(TimedFormat.RowLength) == TimedFormat.RowLength
                ? new(rows.Name, Rows: rows)
                : throw new HillockException($"{rows.Name} gives rows of another length than it takes; what is timed beside a copy keeps it, as softmax does.");
        }

        var activation = Catalog.Parse(text);
        return new(activation.Name, activation);
    }
}
