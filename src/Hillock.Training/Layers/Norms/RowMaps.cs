using System.Numerics;

namespace Hillock.Training;

/// <summary>Affine maps of one row.</summary>
internal static unsafe class RowMaps
{
    /// <summary>z = (x − centre)·factor·scale + shift; no shift where there is none.</summary>
    public static void Apply(float* x, int count, float centre, float factor, float* scales, float* shifts, float* z)
    {
        var done = Apply<PreferredLanes, Vector<float>>(x, count, 0, centre, factor, scales, shifts, z);
        Apply<OneLane, float>(x, count, done, centre, factor, scales, shifts, z);
    }

    /// <summary>dx = g·scale·factor + (x − centre)·slope + shift.</summary>
    public static void Apply(float* x, float* g, int count, float centre, float factor, float* scales, float slope, float shift, float* dx)
    {
        var done = Apply<PreferredLanes, Vector<float>>(x, g, count, 0, centre, factor, scales, slope, shift, dx);
        Apply<OneLane, float>(x, g, count, done, centre, factor, scales, slope, shift, dx);
    }

    private static int Apply<L, V>(float* x, int count, int i, float centre, float factor, float* scales, float* shifts, float* z)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V one = L.All(1), centres = L.All(-centre), factors = L.All(factor);
        for (; i <= count - L.Count; i += L.Count)
        {
            var normal = L.Multiply(L.MultiplyAdd(L.Load(x + i), one, centres), factors);
            L.Store(L.MultiplyAdd(normal, L.Load(scales + i), shifts == null ? default : L.Load(shifts + i)), z + i);
        }
        return i;
    }

    private static int Apply<L, V>(
        float* x, float* g, int count, int i, float centre, float factor, float* scales, float slope, float shift, float* dx)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V one = L.All(1), centres = L.All(-centre), factors = L.All(factor), slopes = L.All(slope), shifts = L.All(shift);
        for (; i <= count - L.Count; i += L.Count)
        {
            var rest = L.MultiplyAdd(L.MultiplyAdd(L.Load(x + i), one, centres), slopes, shifts);
            L.Store(L.MultiplyAdd(L.Multiply(L.Load(g + i), L.Load(scales + i)), factors, rest), dx + i);
        }
        return i;
    }
}
