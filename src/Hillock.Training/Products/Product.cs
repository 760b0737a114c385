using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>Matrix products.</summary>
/// <remarks>
/// Blocked as in Goto and van de Geijn 2008 (doi:10.1145/1356052.1356053), except that only the right factor is packed: where one block
/// of rows uses it, a panel at a time just before, so that it is in the first-level cache when the tiles come.
/// </remarks>
internal static unsafe class Product
{
    /// <summary>
    /// Terms of the sum over k in one pass: a packed panel of 32 columns then fills three quarters of a 48 KiB first-level cache.
    /// </summary>
    private const int MostTerms = 288;

    /// <summary>Rows in one pass: with <see cref="MostTerms"/> columns they fill a quarter of a 2 MiB second-level cache.</summary>
    private const int MostRows = 448;

    /// <summary>Columns in one pass: with <see cref="MostTerms"/> rows their panels fill half of a 2 MiB second-level cache.</summary>
    private const int MostColumns = 1024;

    /// <summary>
    /// Panels packed together where they are kept: the right factor is then read in pieces of a kilobyte, which the machine sees coming.
    /// </summary>
    private const int PanelsTogether = 8;

    /// <summary>Rows up to which the right factor is read where it is, if it is nearby; for more tiles copying its panels pays.</summary>
    private const int MostRowsInPlace = 128;

    /// <summary>Rows up to which it is read where it is in any case: two tiles.</summary>
    private const int FewRows = 16;

    /// <summary>Half of a 2 MiB second-level cache.</summary>
    private const int NearbyFloats = 1 << 18;

    /// <summary>
    /// Rows that begin a multiple of 4 KiB apart crowd into the same few lines of a first-level cache; such a left factor is copied.
    /// </summary>
    private const int CrowdedStride = 1024;

    /// <inheritdoc cref="Compute(in Matrix, in Matrix, float*, in Matrix, int)"/>
    public static void Compute(in Matrix a, in Matrix b, float* bias, in Matrix c) => Compute(a, b, bias, c, Lanes.Widest);

    /// <summary>C = bias + A·B: c[i, j] = bias[j] + Σₖ a[i, k]·b[k, j], summed in the order of k with fused multiply-adds.</summary>
    /// <param name="a">The left factor, of either order.</param>
    /// <param name="b">The right factor, of either order.</param>
    /// <param name="bias">A row of as many values as C has columns; null for zeros.</param>
    /// <param name="c">Receives the result; row-major. It shares no memory with the factors.</param>
    /// <param name="vector">The width of the vectors to use, in bits. It changes no bit of the result.</param>
    public static void Compute(in Matrix a, in Matrix b, float* bias, in Matrix c, int vector)
    {
        if (c.Rows == 0 || c.Columns == 0)
        {
            return;
        }
        // What is left of the columns after whole tiles takes one register where that holds it, the narrowest that does.
        var whole = c.Columns / (vector / 16) * (vector / 16);
        var rest = c.Columns - whole;
        if (rest == 0 || rest > vector / 32)
        {
            Compute(a, b, bias, c, vector, narrow: false);
            return;
        }
        var narrowest = rest > 8 ? 512 : rest > 4 ? 256 : 128;
        Compute(a, b.Part(.., whole..), bias == null ? null : bias + whole, c.Part(.., whole..), narrowest, narrow: true);
        if (whole > 0)
        {
            Compute(a, b.Part(.., ..whole), bias, c.Part(.., ..whole), vector, narrow: false);
        }
    }

    private static void Compute(in Matrix a, in Matrix b, float* bias, in Matrix c, int vector, bool narrow)
    {
        switch (vector)
        {
            case 512: Compute<Lanes512, Vector512<float>>(a, b, bias, c, narrow); break;
            case 256: Compute<Lanes256, Vector256<float>>(a, b, bias, c, narrow); break;
            default: Compute<Lanes128, Vector128<float>>(a, b, bias, c, narrow); break;
        }
    }

    private static void Compute<L, V>(in Matrix a, in Matrix b, float* bias, in Matrix c, bool narrow)
        where L : ILanes<V>
        where V : struct
    {
        switch (narrow, a.IsRowMajor)
        {
            case (true, true): Compute<L, V, RowMajor, NarrowTile<L, V, RowMajor>>(a, b, bias, c, a.RowStride); break;
            case (true, false): Compute<L, V, ColumnMajor, NarrowTile<L, V, ColumnMajor>>(a, b, bias, c, a.ColumnStride); break;
            case (false, true): Compute<L, V, RowMajor, Tile<L, V, RowMajor>>(a, b, bias, c, a.RowStride); break;
            default: Compute<L, V, ColumnMajor, Tile<L, V, ColumnMajor>>(a, b, bias, c, a.ColumnStride); break;
        }
    }

    [SkipLocalsInit]
    private static void Compute<L, V, A, T>(in Matrix a, in Matrix b, float* bias, in Matrix c, nint strideA)
        where L : ILanes<V>
        where V : struct
        where A : ILeft
        where T : ITile
    {
        var width = T.Width;
        var edge = stackalloc float[T.Tallest * width];
        var biases = stackalloc float[width];
        var rowBlock = Even(c.Rows, MostRows, T.Tallest);
        var termBlock = Even(b.Rows, MostTerms, 1);
        var columnBlock = Even(c.Columns, MostColumns, width);
        var inPlace = b.IsRowMajor && c.Rows <= (b.Rows * b.RowStride <= NearbyFloats ? MostRowsInPlace : FewRows);
        var crowded = strideA % CrowdedStride == 0 && c.Columns > 4 * width;
        // Panels that one block of rows alone reads are forgotten at once; those for several are kept, and packed some at a time.
        var kept = c.Rows > rowBlock;
        var packed = (kept ? PanelsTogether : 1) * width;
        var panels = Panel.Scratch(((kept ? columnBlock : width) * termBlock) + (crowded ? rowBlock * termBlock : 0));
        for (var begin = 0; begin < c.Columns; begin += columnBlock)
        {
            var end = Math.Min(begin + columnBlock, c.Columns);
            // Even a sum of no terms passes once: it is the bias.
            for (var term = 0; term == 0 || term < b.Rows; term += termBlock)
            {
                var terms = Math.Min(termBlock, b.Rows - term);
                for (var row = 0; row < c.Rows; row += rowBlock)
                {
                    var rows = Math.Min(rowBlock, c.Rows - row);
                    var left = A.At(a.Start, strideA, row, term);
                    var strideLeft = strideA;
                    if (crowded)
                    {
                        var (lines, length) = A.Lines(rows, terms);
                        var copy = panels + ((kept ? columnBlock : width) * termBlock);
                        Panel.Copy(left, strideA, copy, length, lines, length);
                        left = copy;
                        strideLeft = length;
                    }
                    for (var column = begin; column < end; column += width)
                    {
                        var columns = Math.Min(width, end - column);
                        var right = b.At(term, column);
                        var strideRight = b.RowStride;
                        if (!inPlace || columns < width)
                        {
                            right = panels + (kept ? (column - begin) * terms : 0);
                            strideRight = width;
                            if (row == 0 && (inPlace || (column - begin) % packed == 0))
                            {
                                Panel.Pack<L, V>(b, term, terms, column, Math.Min(packed, end - column), right, width);
                            }
                        }
                        var first = term == 0 ? biases : null;
                        if (term == 0)
                        {
                            new Span<float>(biases, width).Clear();
                            Panel.Copy(bias + column, 0, biases, 0, bias == null ? 0 : 1, columns);
                        }
                        Strip.Compute<A, T>(
                            terms, left, strideLeft, right, strideRight, first, c.At(row, column), c.RowStride, rows, columns, edge);
                    }
                }
            }
        }
    }

    /// <summary>
    /// The size of equal blocks, each a multiple of <paramref name="grain"/>, of which none is above <paramref name="most"/>.
    /// </summary>
    private static int Even(int count, int most, int grain)
    {
        var blocks = Math.Max(1, (count + most - 1) / most);
        return Math.Max(grain, ((count + blocks - 1) / blocks + grain - 1) / grain * grain);
    }
}
