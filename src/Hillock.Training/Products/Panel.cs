using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>
    /// Copies b[term … term + terms, column … column + columns], panel after panel of <paramref name="width"/> columns, zeros beyond the last.
    /// </summary>
    public static void Pack<L, V>(in Matrix b, int term, int terms, int column, int columns, float* panels, int width)
        where L : ILanes<V>
        where V : struct
    {
        var whole = b.IsRowMajor ? columns / width : 0;
        var source = b.At(term, column);
        for (var k = 0; k < terms && whole > 0; k++, source += b.RowStride)
        {
            var from = source;
            var to = panels + (k * width);
            for (var panel = 0; panel < whole; panel++, to += terms * width)
            {
                for (var j = 0; j < width; j += L.Count, from += L.Count)
                {
                    L.Store(L.Load(from), to + j);
                }
            }
        }
        for (var j = whole * width; j < columns; j += width)
        {
            PackOne(b.Part(term..(term + terms), (column + j)..(column + Math.Min(j + width, columns))), panels + (j * terms), width);
        }
    }

    /// <summary>Tells the machine that these rows will soon be read and written. It follows no step as wide as a row of a large matrix by itself.</summary>
    public static void Announce(float* start, nint stride, int rows, int columns)
    {
        if (!Sse.IsSupported)
        {
            return;
        }
        for (var i = 0; i < rows; i++, start += stride)
        {
            Sse.Prefetch0(start);
            Sse.Prefetch0(start + columns - 1);
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
            var k = 0;
            for (; Sse.IsSupported && k <= terms - 4; k += 4, to += 4 * width)
            {
                Vector128<float> a = Vector128.Load(first + k), b = Vector128.Load(second + k);
                Vector128<float> c = Vector128.Load(third + k), d = Vector128.Load(fourth + k);
                Vector128<float> lowAb = Sse.UnpackLow(a, b), highAb = Sse.UnpackHigh(a, b);
                Vector128<float> lowCd = Sse.UnpackLow(c, d), highCd = Sse.UnpackHigh(c, d);
                Sse.MoveLowToHigh(lowAb, lowCd).Store(to);
                Sse.MoveHighToLow(lowCd, lowAb).Store(to + width);
                Sse.MoveLowToHigh(highAb, highCd).Store(to + (2 * width));
                Sse.MoveHighToLow(highCd, highAb).Store(to + (3 * width));
            }
            for (; k < terms; k++, to += width)
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

    /// <summary>A panel whose columns lie apart, or that has too few of them.</summary>
    private static void PackOne(in Matrix b, float* panel, int width)
    {
        if (b.Columns < width)
        {
            new Span<float>(panel, b.Rows * width).Clear();
        }
        if (b.IsRowMajor)
        {
            Copy(b.Start, b.RowStride, panel, width, b.Rows, b.Columns);
        }
        else
        {
            Turn(b.Start, b.ColumnStride, b.Rows, b.Columns, panel, width);
        }
    }
}
