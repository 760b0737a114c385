using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>Products whose left factor is read where it lies, its rows anywhere and each along a <see cref="Walk"/>: what convolutions are made of.</summary>
/// <remarks>
/// The right factor's columns are cut into panels of two registers, the last of one if that is enough. Packed, the rows of a panel follow
/// one another and a panel follows the one before; columns beyond the last are there and 0. Where each channel has a sum of its own,
/// a panel is one register, and so is what A gives for each k: the columns of the panel.
/// </remarks>
internal static unsafe class WalkProduct
{
    /// <summary>Floats in a register: columns are filled up to a multiple.</summary>
    private static int Register => Lanes.Widest / (8 * sizeof(float));

    /// <summary>Columns with those that fill the last register.</summary>
    public static int Filled(int columns) => (columns + Register - 1) / Register * Register;

    /// <summary>The width of the panel that begins with that column.</summary>
    public static int PanelWidth(in Walk walk, int column, int columns) =>
        columns - column > Register && !walk.PerChannel ? 2 * Register : Register;

    /// <summary>Copies a matrix to packed panels.</summary>
    /// <param name="walk">How many rows it has, and what panels are like.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="rows">Where each of its rows begins.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="step">Elements from one column to the next.</param>
    /// <param name="packed">Receives <see cref="Walk.Terms"/> × <see cref="Filled"/> numbers.</param>
    public static void Pack(in Walk walk, float* matrix, ReadOnlySpan<int> rows, int columns, nint step, float* packed)
    {
        for (int column = 0, width; column < columns; column += width)
        {
            width = PanelWidth(walk, column, columns);
            var count = Math.Min(width, columns - column);
            foreach (var row in rows)
            {
                var from = matrix + row + (column * step);
                for (var j = 0; j < count; j++)
                {
                    packed[j] = from[j * step];
                }
                new Span<float>(packed + count, width - count).Clear();
                packed += width;
            }
        }
    }

    /// <summary>C[i] = start + Σₖ A[i, k]·B[k].</summary>
    /// <param name="walk">How k runs along the rows of A.</param>
    /// <param name="a">A.</param>
    /// <param name="rows">Where its rows begin.</param>
    /// <param name="b">B.</param>
    /// <param name="strideB">Elements from one row of B to the next, which then has <see cref="Filled"/> columns; 0 if B is packed.</param>
    /// <param name="start">One row that all sums start from, of <see cref="Filled"/> columns; null if they go on from what is in C.</param>
    /// <param name="c">C.</param>
    /// <param name="resultRows">Where its rows begin.</param>
    /// <param name="columns">Columns of C.</param>
    public static void Compute(
        in Walk walk, float* a, RowPlaces rows, float* b, nint strideB, float* start, float* c, RowPlaces resultRows, int columns)
    {
        switch (Lanes.Widest)
        {
            case 512: Compute<Lanes512, Vector512<float>>(walk, a, rows, b, strideB, start, c, resultRows, columns); break;
            case 256: Compute<Lanes256, Vector256<float>>(walk, a, rows, b, strideB, start, c, resultRows, columns); break;
            default: Compute<Lanes128, Vector128<float>>(walk, a, rows, b, strideB, start, c, resultRows, columns); break;
        }
        GC.KeepAlive(rows);
        GC.KeepAlive(resultRows);
    }

    private static void Compute<L, V>(
        in Walk walk, float* a, RowPlaces rows, float* b, nint strideB, float* start, float* c, RowPlaces resultRows, int columns)
        where L : ILanes<V>
        where V : struct
    {
        for (int column = 0, width; column < columns; column += width)
        {
            width = PanelWidth(walk, column, columns);
            var right = strideB == 0 ? b + ((nint)column * walk.Terms) : b + column;
            var stride = strideB == 0 ? width : strideB;
            Strip<L, V>(
                walk, walk.PerChannel ? a + column : a, rows, right, stride, start == null ? null : start + column, c + column, resultRows, width, Math.Min(width, columns - column));
        }
    }

    /// <summary>One panel's columns of C.</summary>
    private static void Strip<L, V>(
        in Walk walk, float* a, RowPlaces rows, float* b, nint strideB, float* start, float* c, RowPlaces resultRows, int width, int columns)
        where L : ILanes<V>
        where V : struct
    {
        var wide = width > L.Count;
        // Sixteen registers hold half as tall a tile as thirty-two.
        var halfAsTall = wide && L.Count < Vector512<float>.Count;
        var edge = stackalloc float[RowPlaces.Tallest * 2 * Vector512<float>.Count];
        var edgeRows = stackalloc int[RowPlaces.Tallest];
        for (var i = 0; i < RowPlaces.Tallest; i++)
        {
            edgeRows[i] = i * width;
        }
        for (int row = 0, height; row < rows.Count; row += height)
        {
            var left = rows.Count - row;
            height = halfAsTall || (wide && left <= RowPlaces.Tallest / 2) ? RowPlaces.Tallest / 2 : RowPlaces.Tallest;
            float* from = start == null ? c : start, to = columns == width ? c : edge;
            int* fromRows = start == null ? resultRows.Pointer + row : RowPlaces.AllAtStart.Pointer;
            // Where C ends within the panel, the tile is computed beside it, and what belongs to C is copied.
            int* toRows = columns == width ? resultRows.Pointer + row : edgeRows;
            if (walk.PerChannel)
            {
                WalkTile<L, V>.EightNarrow<ChannelFactor<L, V>>(walk, a, rows.Pointer + row, b, strideB, from, fromRows, to, toRows);
            }
            else if (!wide)
            {
                WalkTile<L, V>.EightNarrow<SharedFactor<L, V>>(walk, a, rows.Pointer + row, b, strideB, from, fromRows, to, toRows);
            }
            else if (height == RowPlaces.Tallest)
            {
                WalkTile<L, V>.EightWide(walk, a, rows.Pointer + row, b, strideB, from, fromRows, to, toRows);
            }
            else
            {
                WalkTile<L, V>.FourWide(walk, a, rows.Pointer + row, b, strideB, from, fromRows, to, toRows);
            }
            for (var i = 0; columns < width && i < Math.Min(height, left); i++)
            {
                new ReadOnlySpan<float>(edge + (i * width), columns).CopyTo(new(c + resultRows.Pointer[row + i], columns));
            }
        }
    }
}
