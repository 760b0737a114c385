namespace Hillock;

/// <summary>A function of whole rows: every output depends on the entire row.</summary>
/// <remarks>Spans hold rows one after the other; a destination may be the same memory as a source.</remarks>
public abstract record RowFunction(string Name, Family Family, string Origin, Facts Facts, IReadOnlyList<string> Aliases)
    : Entry(Name, Family, Origin, Facts, Aliases)
{
    /// <summary>y = f(x), row by row.</summary>
    /// <param name="x">Rows of <paramref name="columns"/> elements.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="y">As long as <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public void Forward(ReadOnlySpan<float> x, int columns, Span<float> y) => ForwardOf(x, columns, y);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, int, Span{float})"/>
    public void Forward(ReadOnlySpan<double> x, int columns, Span<double> y) => ForwardOf(x, columns, y);

    /// <summary>dx = Jᵀ·dy, row by row, where J holds the derivatives of a row's outputs with respect to its inputs.</summary>
    /// <param name="x">The inputs, as for the forward pass.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="dy">The gradient with respect to the outputs.</param>
    /// <param name="dx">Receives the gradient with respect to the inputs.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public void Backward(ReadOnlySpan<float> x, int columns, ReadOnlySpan<float> dy, Span<float> dx) => BackwardOf(x, columns, dy, dx);

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, int, ReadOnlySpan{float}, Span{float})"/>
    public void Backward(ReadOnlySpan<double> x, int columns, ReadOnlySpan<double> dy, Span<double> dx) => BackwardOf(x, columns, dy, dx);

    /// <summary>One row of outputs from what is known of the row.</summary>
    internal abstract void ForwardRow<E>(ReadOnlySpan<E> x, ShiftedRow row, Span<E> y)
        where E : unmanaged;

    /// <summary>One row of gradients from what is known of the row.</summary>
    internal abstract void BackwardRow<E>(ShiftedRow row, ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged;

    private void ForwardOf<E>(ReadOnlySpan<E> x, int columns, Span<E> y)
        where E : unmanaged
    {
        Spans.Check(x, y, nameof(x), nameof(y));
        CheckColumns(x.Length, columns);
        using var row = new ShiftedRow(columns);
        for (var start = 0; start < x.Length; start += columns)
        {
            var input = x.Slice(start, columns);
            row.Read(input);
            ForwardRow(input, row, y.Slice(start, columns));
        }
    }

    private void BackwardOf<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged
    {
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        CheckColumns(x.Length, columns);
        using var row = new ShiftedRow(columns);
        for (var start = 0; start < x.Length; start += columns)
        {
            row.Read(x.Slice(start, columns));
            BackwardRow(row, dy.Slice(start, columns), dx.Slice(start, columns));
        }
    }

    private static void CheckColumns(int length, int columns)
    {
        if (columns < 1 || length % columns != 0)
        {
            throw new ArgumentException($"{length} elements are no whole number of rows of {columns}.", nameof(columns));
        }
    }
}
