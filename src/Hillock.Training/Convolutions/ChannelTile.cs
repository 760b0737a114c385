using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>As <see cref="WalkTile{L, V}"/> where every channel has a sum of its own: c[i, j] = start[i, j] + Σₖ a[i, k, j]·b[k, j].</summary>
internal static unsafe class ChannelTile<L, V>
    where L : ILanes<V>
    where V : struct
{
    /// <summary>Eight rows of one register; the parameters are those of <see cref="WalkTile{L, V}.EightWide"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(
        in Walk walk, float* a, int* rows, float* b, nint strideB, float* start, int* startRows, float* c, int* resultRows)
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
                c0 = L.MultiplyAdd(L.Load(a0 + k), b0, c0);
                c1 = L.MultiplyAdd(L.Load(a1 + k), b0, c1);
                c2 = L.MultiplyAdd(L.Load(a2 + k), b0, c2);
                c3 = L.MultiplyAdd(L.Load(a3 + k), b0, c3);
                c4 = L.MultiplyAdd(L.Load(a4 + k), b0, c4);
                c5 = L.MultiplyAdd(L.Load(a5 + k), b0, c5);
                c6 = L.MultiplyAdd(L.Load(a6 + k), b0, c6);
                c7 = L.MultiplyAdd(L.Load(a7 + k), b0, c7);
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
}
