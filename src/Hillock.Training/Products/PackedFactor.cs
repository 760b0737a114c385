using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>The right factor of many small products, packed once for all of them: the weights of a recurrence.</summary>
/// <remarks>
/// Its columns stand in panels as wide as a tile, as in <see cref="Product"/>. A product takes some of its rows, so that what comes from
/// different left factors can be added up in one place.
/// </remarks>
internal abstract unsafe class PackedFactor
{
    /// <summary>Room for a factor, in panels of the narrowest vectors of which two hold all columns, else of the widest.</summary>
    public static PackedFactor Of(int terms, int columns) => (Lanes.Widest, columns) switch
    {
        (512, > 16) => new PackedFactor<Lanes512, Vector512<float>>(terms, columns),
        ( >= 256, > 8) => new PackedFactor<Lanes256, Vector256<float>>(terms, columns),
        _ => new PackedFactor<Lanes128, Vector128<float>>(terms, columns),
    };

    /// <summary>Copies a matrix of as many columns; its first row becomes that row.</summary>
    public abstract void Pack(in Matrix b, int term);

    /// <summary>C = bias + A·B, or C + A·B; terms are added in their order, each by a fused multiply-add.</summary>
    /// <param name="a">The left factor, row-major.</param>
    /// <param name="term">The row of B that belongs to the first column of A.</param>
    /// <param name="bias">What the sums start from, one value for each column; null to add to C.</param>
    /// <param name="c">The result, row-major.</param>
    public abstract void Multiply(in Matrix a, int term, float* bias, in Matrix c);
}

/// <summary>Panels for vectors of one width.</summary>
internal sealed unsafe class PackedFactor<L, V>(int terms, int columns) : PackedFactor
    where L : ILanes<V>
    where V : struct
{
    private readonly Tensor _panels = new((columns + Width - 1) / Width, terms * Width);

    private static int Width => Tile<L, V, RowMajor>.Width;

    public override void Pack(in Matrix b, int term)
    {
        for (var column = 0; column < columns; column += Width)
        {
            Panel.Pack<L, V>(b, 0, b.Rows, column, Math.Min(Width, columns - column), PanelAt(column, term), Width);
        }
    }

    public override void Multiply(in Matrix a, int term, float* bias, in Matrix c)
    {
        var edge = stackalloc float[Tile<L, V, RowMajor>.Tallest * Width];
        var biases = stackalloc float[Width];
        for (var column = 0; column < columns; column += Width)
        {
            var wide = Math.Min(Width, columns - column);
            var first = bias == null ? null : bias + column;
            if (first != null && wide < Width)
            {
                Panel.Copy(first, 0, biases, 0, 1, wide);
                first = biases;
            }
            Strip.Compute<RowMajor, Tile<L, V, RowMajor>>(
                a.Columns, a.Start, a.RowStride, PanelAt(column, term), Width, first, c.At(0, column), c.RowStride, c.Rows, wide, edge);
        }
        GC.KeepAlive(this);
    }

    private float* PanelAt(int column, int term) => _panels.Pointer + ((column / Width * (nint)terms) + term) * Width;
}
