namespace Hillock;

/// <summary>What a function of rows does with the rows of one call; all lengths fit.</summary>
internal interface IRowKernel
{
    RowShape Shape { get; }

    /// <summary>How many doubles it needs for its own use.</summary>
    int Room(int columns);

    /// <summary>The gate of the function that it computes; <c>null</c> where it is no gated pair.</summary>
    RowGate? GateOf(RowActivation function) => null;

    void Forward<E>(ReadOnlySpan<E> x, int columns, Span<E> y, Span<double> room)
        where E : unmanaged;

    void Backward<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged;
}

/// <summary>One whose gradient can be had from the saved outputs.</summary>
internal interface IOutputKernel : IRowKernel
{
    void BackwardFromOutput<E>(ReadOnlySpan<E> y, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged;
}

/// <summary>What a function does with one row.</summary>
internal interface IRow
{
    RowShape Shape { get; }

    /// <inheritdoc cref="IRowKernel.Room"/>
    int Room(int columns);

    /// <inheritdoc cref="IRowKernel.GateOf"/>
    RowGate? GateOf(RowActivation function) => null;

    void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged;

    void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged;
}

/// <summary>Row after row.</summary>
internal readonly struct EachRow<R>(R row) : IRowKernel
    where R : struct, IRow
{
    private readonly R row = row;

    public RowShape Shape => row.Shape;

    public int Room(int columns) => row.Room(columns);

    public RowGate? GateOf(RowActivation function) => row.GateOf(function);

    public void Forward<E>(ReadOnlySpan<E> x, int columns, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        var outputs = columns / Shape.From * Shape.To;
        for (var i = 0; i < x.Length / columns; i++)
        {
            row.Forward(x.Slice(i * columns, columns), y.Slice(i * outputs, outputs), room);
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        var outputs = columns / Shape.From * Shape.To;
        for (var i = 0; i < x.Length / columns; i++)
        {
            row.Backward(x.Slice(i * columns, columns), dy.Slice(i * outputs, outputs), dx.Slice(i * columns, columns), room);
        }
    }
}
