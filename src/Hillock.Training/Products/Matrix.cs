namespace Hillock.Training;

/// <summary>A matrix somewhere in memory. Of its two strides one is 1, so that a transpose is a matrix like any other.</summary>
/// <param name="owner">What keeps the memory: a matrix in use keeps its tensor from being collected.</param>
/// <param name="start">The first element.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="rowStride">Elements from one row to the next.</param>
/// <param name="columnStride">Elements from one column to the next.</param>
internal readonly unsafe struct Matrix(Tensor owner, float* start, int rows, int columns, nint rowStride, nint columnStride)
{
    private readonly Tensor _owner = owner;

    public float* Start { get; } = start;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public nint RowStride { get; } = rowStride;

    public nint ColumnStride { get; } = columnStride;

    /// <summary>The same memory seen with rows as columns.</summary>
    public Matrix Transpose => new(_owner, Start, Columns, Rows, ColumnStride, RowStride);

    /// <summary>Whether rows are contiguous; otherwise columns are.</summary>
    public bool IsRowMajor => ColumnStride == 1;

    /// <summary>The element in that row and column.</summary>
    public float* At(int row, int column) => Start + (row * RowStride) + (column * ColumnStride);

    /// <summary>A block of it.</summary>
    public Matrix Part(Range rows, Range columns)
    {
        var (row, height) = rows.GetOffsetAndLength(Rows);
        var (column, width) = columns.GetOffsetAndLength(Columns);
        return new(_owner, At(row, column), height, width, RowStride, ColumnStride);
    }
}
