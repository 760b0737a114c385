namespace Hillock.Training;

/// <summary>What one panel of the right factor contributes: tiles one below the other.</summary>
internal static unsafe class Strip
{
    /// <summary>Terms from which a tile takes longer than it takes to announce the next one's place in C, which may be far.</summary>
    private const int ManyTerms = 128;

    /// <summary>
    /// One panel's columns of C, tile by tile downwards. Sums start from <paramref name="first"/>, or where the last pass left them.
    /// </summary>
    public static void Compute<A, T>(
        nint terms,
        float* a,
        nint strideA,
        float* b,
        nint strideB,
        float* first,
        float* c,
        nint strideC,
        int rows,
        int columns,
        float* edge)
        where A : ILeft
        where T : ITile
    {
        var width = T.Width;
        for (int row = 0, height; row < rows; row += height)
        {
            height = T.Height(rows - row);
            var left = A.At(a, strideA, row, 0);
            var tile = c + (row * strideC);
            if (columns == width)
            {
                if (terms >= ManyTerms)
                {
                    Panel.Announce(tile + (height * strideC), strideC, Math.Min(height, rows - row - height), width);
                }
                var start = first == null ? tile : first;
                T.Compute(height, terms, left, strideA, b, strideB, start, first == null ? strideC : 0, tile, strideC);
                continue;
            }
            // The last columns: a whole tile is computed beside C, and what belongs to C is copied.
            if (first == null)
            {
                Panel.Copy(tile, strideC, edge, width, height, columns);
            }
            var from = first == null ? edge : first;
            T.Compute(height, terms, left, strideA, b, strideB, from, first == null ? width : 0, edge, width);
            Panel.Copy(edge, width, tile, strideC, height, columns);
        }
    }
}
