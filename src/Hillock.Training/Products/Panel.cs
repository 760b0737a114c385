using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>Some columns of the right factor, copied so that the columns for each k stand together: what a tile reads.</summary>
internal static unsafe class Panel
{
    [ThreadStatic]
    private static Tensor? _scratch;

    /// <summary>Memory of this thread for one panel, kept from call to call.</summary>
    public static float* Scratch(int length)
    {
        if (_scratch is null || _scratch.Length < length)
        {
            _scratch = new Tensor(length);
        }
        return _scratch.Pointer;
    }

    /// <summary>Copies b[term … term + terms, column … column + columns] to <paramref name="panel"/>, zeros beyond the columns.</summary>
    public static void Pack<L, V>(in Matrix b, int term, int terms, int column, int columns, float* panel, int width)
        where L : ILanes<V>
        where V : struct
    {
        var source = b.At(term, column);
        if (columns < width)
        {
            new Span<float>(panel, terms * width).Clear();
        }
        if (!b.IsRowMajor)
        {
            Turn(source, b.ColumnStride, terms, columns, panel, width);
        }
        else if (columns < width)
        {
            Copy(source, b.RowStride, panel, width, terms, columns);
        }
        else
        {
            for (var k = 0; k < terms; k++, source += b.RowStride, panel += width)
            {
                for (var j = 0; j < width; j += L.Count)
                {
                    L.Store(L.Load(source + j), panel + j);
                }
            }
        }
    }

    /// <summary>Copies a block of rows.</summary>
    public static void Copy(float* source, nint strideSource, float* destination, nint strideDestination, int rows, int columns)
    {
        for (var i = 0; i < rows; i++, source += strideSource, destination += strideDestination)
        {
            Unsafe.CopyBlockUnaligned(destination, source, (uint)(columns * sizeof(float)));
        }
    }

    /// <summary>Rows of <paramref name="source"/> become columns: four at a time, so that a store writes four numbers.</summary>
    public static void Turn(float* source, nint stride, int terms, int columns, float* panel, int width)
    {
        var j = 0;
        for (; j <= columns - 4; j += 4)
        {
            float* first = source + (j * stride), second = first + stride, third = second + stride, fourth = third + stride;
            var to = panel + j;
            for (var k = 0; k < terms; k++, to += width)
            {
                Vector128.Create(first[k], second[k], third[k], fourth[k]).Store(to);
            }
        }
        for (; j < columns; j++)
        {
            var from = source + (j * stride);
            for (var k = 0; k < terms; k++)
            {
                panel[(k * width) + j] = from[k];
            }
        }
    }
}
