namespace Hillock;

/// <summary>How long a row of outputs is for a row of inputs: for every <paramref name="From"/> elements, <paramref name="To"/>.</summary>
/// <param name="From">Rows of inputs are a multiple of this long.</param>
/// <param name="To">Outputs for that many inputs.</param>
internal readonly record struct RowShape(int From, int To)
{
    public static RowShape Same => new(1, 1);

    public static RowShape Halved => new(2, 1);

    public static RowShape Doubled => new(1, 2);

    public bool IsSame => From == To;

    /// <summary>The length of a row of outputs.</summary>
    /// <exception cref="ArgumentException">Rows of inputs are not that long.</exception>
    public int OutputColumns(string name, int columns)
    {
        if (columns < 1 || columns % From != 0)
        {
            throw new ArgumentException(
                From == 1 ? $"Rows have at least 1 element, not {columns}." : $"{name} takes rows of a multiple of {From} elements, not of {columns}.",
                nameof(columns));
        }

        return checked((int)((long)columns / From * To));
    }
}
