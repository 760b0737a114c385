using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>The innermost loops of every product: a tile of C, held in registers while k runs.</summary>
/// <remarks>
/// <para>c[i, j] = start[i, j] + Σₖ a[i, k]·b[k, j], one fused multiply-add after the other in the order of k. That order is the whole of
/// an element's value: neither the tile's height, nor the vector width, nor the thread that computes it can change a bit.</para>
/// <para>A tile is two registers wide. Eight rows then make sixteen independent chains, enough to hide the latency of two multiply-add
/// ports, and need so few broadcasts that the left matrix can be read in place: no packing of it.</para>
/// <para>The loops are optimized at once, not after 30 calls: the first eight steps of a 784-256-128-10 network then take 67 ms instead of
/// 277 (Xeon, Sapphire Rapids), and later ones the same.</para>
/// </remarks>
internal readonly unsafe struct Tile<L, V, A> : ITile
    where L : ILanes<V>
    where V : struct
    where A : ILeft
{
    /// <summary>Rows of the tallest tile that fits in the registers of this width: 32 of 512 bits, 16 otherwise.</summary>
    public static int Tallest => L.Count == 16 ? 8 : 4;

    /// <summary>Columns of a tile.</summary>
    public static int Width => 2 * L.Count;

    /// <summary>The height of the next tile when that many rows are left.</summary>
    public static int Height(int rows) => rows >= Tallest ? Tallest : rows >= 4 ? 4 : 1;

    /// <inheritdoc/>
    public static void Compute(
        int height, nint depth, float* a, nint strideA, float* b, nint strideB, float* start, nint strideStart, float* c, nint strideC)
    {
        switch (height)
        {
            case 8: Eight(depth, a, strideA, b, strideB, start, strideStart, c, strideC); break;
            case 4: Four(depth, a, strideA, b, strideB, start, strideStart, c, strideC); break;
            default: One(depth, a, strideA, b, strideB, start, c); break;
        }
    }

    /// <summary>Eight rows; the parameters are those of <see cref="ITile.Compute"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(
        nint depth, float* a, nint strideA, float* b, nint strideB, float* start, nint strideStart, float* c, nint strideC)
    {
        V c00 = L.Load(start), c01 = L.Load(start + L.Count);
        V c10 = L.Load(start += strideStart), c11 = L.Load(start + L.Count);
        V c20 = L.Load(start += strideStart), c21 = L.Load(start + L.Count);
        V c30 = L.Load(start += strideStart), c31 = L.Load(start + L.Count);
        V c40 = L.Load(start += strideStart), c41 = L.Load(start + L.Count);
        V c50 = L.Load(start += strideStart), c51 = L.Load(start + L.Count);
        V c60 = L.Load(start += strideStart), c61 = L.Load(start + L.Count);
        V c70 = L.Load(start += strideStart), c71 = L.Load(start + L.Count);
        for (; depth > 0; depth--)
        {
            V b0 = L.Load(b), b1 = L.Load(b + L.Count);
            V r = L.All(*A.At(a, strideA, 0, 0));
            c00 = L.MultiplyAdd(r, b0, c00);
            c01 = L.MultiplyAdd(r, b1, c01);
            r = L.All(*A.At(a, strideA, 1, 0));
            c10 = L.MultiplyAdd(r, b0, c10);
            c11 = L.MultiplyAdd(r, b1, c11);
            r = L.All(*A.At(a, strideA, 2, 0));
            c20 = L.MultiplyAdd(r, b0, c20);
            c21 = L.MultiplyAdd(r, b1, c21);
            r = L.All(*A.At(a, strideA, 3, 0));
            c30 = L.MultiplyAdd(r, b0, c30);
            c31 = L.MultiplyAdd(r, b1, c31);
            r = L.All(*A.At(a, strideA, 4, 0));
            c40 = L.MultiplyAdd(r, b0, c40);
            c41 = L.MultiplyAdd(r, b1, c41);
            r = L.All(*A.At(a, strideA, 5, 0));
            c50 = L.MultiplyAdd(r, b0, c50);
            c51 = L.MultiplyAdd(r, b1, c51);
            r = L.All(*A.At(a, strideA, 6, 0));
            c60 = L.MultiplyAdd(r, b0, c60);
            c61 = L.MultiplyAdd(r, b1, c61);
            r = L.All(*A.At(a, strideA, 7, 0));
            c70 = L.MultiplyAdd(r, b0, c70);
            c71 = L.MultiplyAdd(r, b1, c71);
            a = A.At(a, strideA, 0, 1);
            b += strideB;
        }
        Put(c00, c01, c);
        Put(c10, c11, c += strideC);
        Put(c20, c21, c += strideC);
        Put(c30, c31, c += strideC);
        Put(c40, c41, c += strideC);
        Put(c50, c51, c += strideC);
        Put(c60, c61, c += strideC);
        Put(c70, c71, c + strideC);
    }

    /// <summary>Four rows; the parameters are those of <see cref="ITile.Compute"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(
        nint depth, float* a, nint strideA, float* b, nint strideB, float* start, nint strideStart, float* c, nint strideC)
    {
        V c00 = L.Load(start), c01 = L.Load(start + L.Count);
        V c10 = L.Load(start += strideStart), c11 = L.Load(start + L.Count);
        V c20 = L.Load(start += strideStart), c21 = L.Load(start + L.Count);
        V c30 = L.Load(start += strideStart), c31 = L.Load(start + L.Count);
        for (; depth > 0; depth--)
        {
            V b0 = L.Load(b), b1 = L.Load(b + L.Count);
            V r = L.All(*A.At(a, strideA, 0, 0));
            c00 = L.MultiplyAdd(r, b0, c00);
            c01 = L.MultiplyAdd(r, b1, c01);
            r = L.All(*A.At(a, strideA, 1, 0));
            c10 = L.MultiplyAdd(r, b0, c10);
            c11 = L.MultiplyAdd(r, b1, c11);
            r = L.All(*A.At(a, strideA, 2, 0));
            c20 = L.MultiplyAdd(r, b0, c20);
            c21 = L.MultiplyAdd(r, b1, c21);
            r = L.All(*A.At(a, strideA, 3, 0));
            c30 = L.MultiplyAdd(r, b0, c30);
            c31 = L.MultiplyAdd(r, b1, c31);
            a = A.At(a, strideA, 0, 1);
            b += strideB;
        }
        Put(c00, c01, c);
        Put(c10, c11, c += strideC);
        Put(c20, c21, c += strideC);
        Put(c30, c31, c + strideC);
    }

    /// <summary>One row; the parameters are those of <see cref="ITile.Compute"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(nint depth, float* a, nint strideA, float* b, nint strideB, float* start, float* c)
    {
        V c00 = L.Load(start), c01 = L.Load(start + L.Count);
        for (; depth > 0; depth--)
        {
            V r = L.All(*a);
            c00 = L.MultiplyAdd(r, L.Load(b), c00);
            c01 = L.MultiplyAdd(r, L.Load(b + L.Count), c01);
            a = A.At(a, strideA, 0, 1);
            b += strideB;
        }
        Put(c00, c01, c);
    }

    private static void Put(V left, V right, float* c)
    {
        L.Store(left, c);
        L.Store(right, c + L.Count);
    }
}
