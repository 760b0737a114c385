using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>A tile one register wide, for what is left of the columns after whole tiles, and for results that have no more: a head of attention.</summary>
/// <remarks>Eight rows are eight chains, just enough for two multiply-add ports. An element's sum is that of <see cref="Tile{L, V, A}"/>, to the bit.</remarks>
internal readonly unsafe struct NarrowTile<L, V, A> : ITile
    where L : ILanes<V>
    where V : struct
    where A : ILeft
{
    public static int Tallest => 8;

    public static int Width => L.Count;

    public static int Height(int rows) => rows >= 8 ? 8 : rows >= 4 ? 4 : 1;

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
        V c0 = L.Load(start);
        V c1 = L.Load(start += strideStart);
        V c2 = L.Load(start += strideStart);
        V c3 = L.Load(start += strideStart);
        V c4 = L.Load(start += strideStart);
        V c5 = L.Load(start += strideStart);
        V c6 = L.Load(start += strideStart);
        V c7 = L.Load(start += strideStart);
        for (; depth > 0; depth--)
        {
            V right = L.Load(b);
            c0 = L.MultiplyAdd(L.All(*A.At(a, strideA, 0, 0)), right, c0);
            c1 = L.MultiplyAdd(L.All(*A.At(a, strideA, 1, 0)), right, c1);
            c2 = L.MultiplyAdd(L.All(*A.At(a, strideA, 2, 0)), right, c2);
            c3 = L.MultiplyAdd(L.All(*A.At(a, strideA, 3, 0)), right, c3);
            c4 = L.MultiplyAdd(L.All(*A.At(a, strideA, 4, 0)), right, c4);
            c5 = L.MultiplyAdd(L.All(*A.At(a, strideA, 5, 0)), right, c5);
            c6 = L.MultiplyAdd(L.All(*A.At(a, strideA, 6, 0)), right, c6);
            c7 = L.MultiplyAdd(L.All(*A.At(a, strideA, 7, 0)), right, c7);
            a = A.At(a, strideA, 0, 1);
            b += strideB;
        }
        L.Store(c0, c);
        L.Store(c1, c += strideC);
        L.Store(c2, c += strideC);
        L.Store(c3, c += strideC);
        L.Store(c4, c += strideC);
        L.Store(c5, c += strideC);
        L.Store(c6, c += strideC);
        L.Store(c7, c + strideC);
    }

    /// <summary>Four rows; the parameters are those of <see cref="ITile.Compute"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(
        nint depth, float* a, nint strideA, float* b, nint strideB, float* start, nint strideStart, float* c, nint strideC)
    {
        V c0 = L.Load(start);
        V c1 = L.Load(start += strideStart);
        V c2 = L.Load(start += strideStart);
        V c3 = L.Load(start += strideStart);
        for (; depth > 0; depth--)
        {
            V right = L.Load(b);
            c0 = L.MultiplyAdd(L.All(*A.At(a, strideA, 0, 0)), right, c0);
            c1 = L.MultiplyAdd(L.All(*A.At(a, strideA, 1, 0)), right, c1);
            c2 = L.MultiplyAdd(L.All(*A.At(a, strideA, 2, 0)), right, c2);
            c3 = L.MultiplyAdd(L.All(*A.At(a, strideA, 3, 0)), right, c3);
            a = A.At(a, strideA, 0, 1);
            b += strideB;
        }
        L.Store(c0, c);
        L.Store(c1, c += strideC);
        L.Store(c2, c += strideC);
        L.Store(c3, c + strideC);
    }

    /// <summary>One row; the parameters are those of <see cref="ITile.Compute"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(nint depth, float* a, nint strideA, float* b, nint strideB, float* start, float* c)
    {
        V sum = L.Load(start);
        for (; depth > 0; depth--)
        {
            sum = L.MultiplyAdd(L.All(*a), L.Load(b), sum);
            a = A.At(a, strideA, 0, 1);
            b += strideB;
        }
        L.Store(sum, c);
    }
}
