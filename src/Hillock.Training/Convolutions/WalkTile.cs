using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>The innermost loops of convolutions: a tile of the result, held in registers while k runs.</summary>
/// <remarks>
/// <para>c[i, j] = start[i, j] + Σₖ a[i, k]·b[k, j], one fused multiply-add after the other in the order of k, as in <see cref="Tile{L, V, A}"/>; but each
/// row has a place of its own and k goes a <see cref="Walk"/>. Windows overlap, so their rows are read in the image itself and nothing is copied.</para>
/// <para>Rows may be repeated: all sums are read before one is written.</para>
/// </remarks>
internal static unsafe class WalkTile<L, V>
    where L : ILanes<V>
    where V : struct
{
    /// <summary>Eight rows of two registers.</summary>
    /// <param name="walk">How k runs along the rows of the left factor.</param>
    /// <param name="a">The left factor.</param>
    /// <param name="rows">Where its rows begin.</param>
    /// <param name="b">The right factor's first row.</param>
    /// <param name="strideB">Elements from one k to the next there.</param>
    /// <param name="start">What the sums start from.</param>
    /// <param name="startRows">Where its rows begin.</param>
    /// <param name="c">The result.</param>
    /// <param name="resultRows">Where its rows begin.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightWide(
        in Walk walk, float* a, int* rows, float* b, nint strideB, float* start, int* startRows, float* c, int* resultRows)
    {
        V c00 = L.Load(start + startRows[0]), c01 = L.Load(start + startRows[0] + L.Count);
        V c10 = L.Load(start + startRows[1]), c11 = L.Load(start + startRows[1] + L.Count);
        V c20 = L.Load(start + startRows[2]), c21 = L.Load(start + startRows[2] + L.Count);
        V c30 = L.Load(start + startRows[3]), c31 = L.Load(start + startRows[3] + L.Count);
        V c40 = L.Load(start + startRows[4]), c41 = L.Load(start + startRows[4] + L.Count);
        V c50 = L.Load(start + startRows[5]), c51 = L.Load(start + startRows[5] + L.Count);
        V c60 = L.Load(start + startRows[6]), c61 = L.Load(start + startRows[6] + L.Count);
        V c70 = L.Load(start + startRows[7]), c71 = L.Load(start + startRows[7] + L.Count);
        float* a0 = a + rows[0], a1 = a + rows[1], a2 = a + rows[2], a3 = a + rows[3];
        float* a4 = a + rows[4], a5 = a + rows[5], a6 = a + rows[6], a7 = a + rows[7];
        nint line = 0, step = walk.Step;
        for (var lines = walk.Lines; lines > 0; lines--, line += walk.LineStep)
        {
            var end = line + (walk.Steps * step);
            for (var k = line; k < end; k += step)
            {
                V b0 = L.Load(b), b1 = L.Load(b + L.Count);
                V r = L.All(a0[k]);
                c00 = L.MultiplyAdd(r, b0, c00);
                c01 = L.MultiplyAdd(r, b1, c01);
                r = L.All(a1[k]);
                c10 = L.MultiplyAdd(r, b0, c10);
                c11 = L.MultiplyAdd(r, b1, c11);
                r = L.All(a2[k]);
                c20 = L.MultiplyAdd(r, b0, c20);
                c21 = L.MultiplyAdd(r, b1, c21);
                r = L.All(a3[k]);
                c30 = L.MultiplyAdd(r, b0, c30);
                c31 = L.MultiplyAdd(r, b1, c31);
                r = L.All(a4[k]);
                c40 = L.MultiplyAdd(r, b0, c40);
                c41 = L.MultiplyAdd(r, b1, c41);
                r = L.All(a5[k]);
                c50 = L.MultiplyAdd(r, b0, c50);
                c51 = L.MultiplyAdd(r, b1, c51);
                r = L.All(a6[k]);
                c60 = L.MultiplyAdd(r, b0, c60);
                c61 = L.MultiplyAdd(r, b1, c61);
                r = L.All(a7[k]);
                c70 = L.MultiplyAdd(r, b0, c70);
                c71 = L.MultiplyAdd(r, b1, c71);
                b += strideB;
            }
        }
        Put(c00, c01, c + resultRows[0]);
        Put(c10, c11, c + resultRows[1]);
        Put(c20, c21, c + resultRows[2]);
        Put(c30, c31, c + resultRows[3]);
        Put(c40, c41, c + resultRows[4]);
        Put(c50, c51, c + resultRows[5]);
        Put(c60, c61, c + resultRows[6]);
        Put(c70, c71, c + resultRows[7]);
    }

    /// <summary>Four rows of two registers; the parameters are those of <see cref="EightWide"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourWide(
        in Walk walk, float* a, int* rows, float* b, nint strideB, float* start, int* startRows, float* c, int* resultRows)
    {
        V c00 = L.Load(start + startRows[0]), c01 = L.Load(start + startRows[0] + L.Count);
        V c10 = L.Load(start + startRows[1]), c11 = L.Load(start + startRows[1] + L.Count);
        V c20 = L.Load(start + startRows[2]), c21 = L.Load(start + startRows[2] + L.Count);
        V c30 = L.Load(start + startRows[3]), c31 = L.Load(start + startRows[3] + L.Count);
        float* a0 = a + rows[0], a1 = a + rows[1], a2 = a + rows[2], a3 = a + rows[3];
        nint line = 0, step = walk.Step;
        for (var lines = walk.Lines; lines > 0; lines--, line += walk.LineStep)
        {
            var end = line + (walk.Steps * step);
            for (var k = line; k < end; k += step)
            {
                V b0 = L.Load(b), b1 = L.Load(b + L.Count);
                V r = L.All(a0[k]);
                c00 = L.MultiplyAdd(r, b0, c00);
                c01 = L.MultiplyAdd(r, b1, c01);
                r = L.All(a1[k]);
                c10 = L.MultiplyAdd(r, b0, c10);
                c11 = L.MultiplyAdd(r, b1, c11);
                r = L.All(a2[k]);
                c20 = L.MultiplyAdd(r, b0, c20);
                c21 = L.MultiplyAdd(r, b1, c21);
                r = L.All(a3[k]);
                c30 = L.MultiplyAdd(r, b0, c30);
                c31 = L.MultiplyAdd(r, b1, c31);
                b += strideB;
            }
        }
        Put(c00, c01, c + resultRows[0]);
        Put(c10, c11, c + resultRows[1]);
        Put(c20, c21, c + resultRows[2]);
        Put(c30, c31, c + resultRows[3]);
    }

    /// <summary>Eight rows of one register; the parameters are those of <see cref="EightWide"/>.</summary>
    /// <typeparam name="R">What a number of the left factor is for the columns of the tile.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightNarrow<R>(
        in Walk walk, float* a, int* rows, float* b, nint strideB, float* start, int* startRows, float* c, int* resultRows)
        where R : struct, IWalkFactor<V>
    {
        V c0 = L.Load(start + startRows[0]), c1 = L.Load(start + startRows[1]), c2 = L.Load(start + startRows[2]);
        V c3 = L.Load(start + startRows[3]), c4 = L.Load(start + startRows[4]), c5 = L.Load(start + startRows[5]);
        V c6 = L.Load(start + startRows[6]), c7 = L.Load(start + startRows[7]);
        float* a0 = a + rows[0], a1 = a + rows[1], a2 = a + rows[2], a3 = a + rows[3];
        float* a4 = a + rows[4], a5 = a + rows[5], a6 = a + rows[6], a7 = a + rows[7];
        nint line = 0, step = walk.Step;
        for (var lines = walk.Lines; lines > 0; lines--, line += walk.LineStep)
        {
            var end = line + (walk.Steps * step);
            for (var k = line; k < end; k += step)
            {
                var b0 = L.Load(b);
                c0 = L.MultiplyAdd(R.At(a0 + k), b0, c0);
                c1 = L.MultiplyAdd(R.At(a1 + k), b0, c1);
                c2 = L.MultiplyAdd(R.At(a2 + k), b0, c2);
                c3 = L.MultiplyAdd(R.At(a3 + k), b0, c3);
                c4 = L.MultiplyAdd(R.At(a4 + k), b0, c4);
                c5 = L.MultiplyAdd(R.At(a5 + k), b0, c5);
                c6 = L.MultiplyAdd(R.At(a6 + k), b0, c6);
                c7 = L.MultiplyAdd(R.At(a7 + k), b0, c7);
                b += strideB;
            }
        }
        L.Store(c0, c + resultRows[0]);
        L.Store(c1, c + resultRows[1]);
        L.Store(c2, c + resultRows[2]);
        L.Store(c3, c + resultRows[3]);
        L.Store(c4, c + resultRows[4]);
        L.Store(c5, c + resultRows[5]);
        L.Store(c6, c + resultRows[6]);
        L.Store(c7, c + resultRows[7]);
    }

    private static void Put(V left, V right, float* c)
    {
        L.Store(left, c);
        L.Store(right, c + L.Count);
    }
}

/// <summary>How the left factor of a product along a <see cref="Walk"/> is read.</summary>
internal unsafe interface IWalkFactor<V>
    where V : struct
{
    /// <summary>The factors of a register of columns.</summary>
    static abstract V At(float* a);
}

/// <summary>One number for all columns: a[i, k].</summary>
internal readonly unsafe struct SharedFactor<L, V> : IWalkFactor<V>
    where L : ILanes<V>
    where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V At(float* a) => L.All(*a);
}

/// <summary>A number for each column, where every channel has a sum of its own: a[i, k, j].</summary>
internal readonly unsafe struct ChannelFactor<L, V> : IWalkFactor<V>
    where L : ILanes<V>
    where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V At(float* a) => L.Load(a);
}
