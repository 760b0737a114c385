using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>
/// How the left factor of a product lies in memory. Kernels read it in place, and one stride known to be 1 saves them registers.
/// </summary>
internal unsafe interface ILeft
{
    /// <summary>The element that many rows down and columns to the right.</summary>
    static abstract float* At(float* a, nint stride, nint row, nint column);

    /// <summary>How many contiguous pieces a block has, and how long they are.</summary>
    static abstract (int Lines, int Length) Lines(int rows, int columns);
}

/// <summary>Rows are contiguous.</summary>
internal readonly unsafe struct RowMajor : ILeft
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float* At(float* a, nint stride, nint row, nint column) => a + (row * stride) + column;

    public static (int Lines, int Length) Lines(int rows, int columns) => (rows, columns);
}

/// <summary>Columns are contiguous: the factor is a transpose.</summary>
internal readonly unsafe struct ColumnMajor : ILeft
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float* At(float* a, nint stride, nint row, nint column) => a + row + (column * stride);

    public static (int Lines, int Length) Lines(int rows, int columns) => (columns, rows);
}
