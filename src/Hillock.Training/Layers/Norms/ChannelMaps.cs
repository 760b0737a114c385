using System.Numerics;

namespace Hillock.Training;

/// <summary>Affine maps of rows, each channel with its own.</summary>
internal static unsafe class ChannelMaps
{
    /// <summary>z = (x − centre)·scale + shift; a difference of neighbours loses nothing, however far from 0 they are.</summary>
    public static void Apply(float* x, int rows, int channels, float* centres, float* scales, float* shifts, float* z)
    {
        var done = Apply<PreferredLanes, Vector<float>>(x, rows, channels, 0, centres, scales, shifts, z);
        Apply<OneLane, float>(x, rows, channels, done, centres, scales, shifts, z);
    }

    /// <summary>dx = g·scale + (x − centre)·slope + shift.</summary>
    public static void Apply(
        float* x, float* g, int rows, int channels, float* centres, float* scales, float* slopes, float* shifts, float* dx)
    {
        var done = Apply<PreferredLanes, Vector<float>>(x, g, rows, channels, 0, centres, scales, slopes, shifts, dx);
        Apply<OneLane, float>(x, g, rows, channels, done, centres, scales, slopes, shifts, dx);
    }

    private static int Apply<L, V>(float* x, int rows, int channels, int first, float* centres, float* scales, float* shifts, float* z)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var (minus, end) = (L.All(-1), channels - ((channels - first) % L.Count));
        for (var row = 0; row < rows; row++, x += channels, z += channels)
        {
            for (var c = first; c < end; c += L.Count)
            {
                var distance = L.MultiplyAdd(L.Load(centres + c), minus, L.Load(x + c));
                L.Store(L.MultiplyAdd(distance, L.Load(scales + c), L.Load(shifts + c)), z + c);
            }
        }
        return end;
    }

    private static int Apply<L, V>(
        float* x, float* g, int rows, int channels, int first, float* centres, float* scales, float* slopes, float* shifts, float* dx)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var (minus, end) = (L.All(-1), channels - ((channels - first) % L.Count));
        for (var row = 0; row < rows; row++, x += channels, g += channels, dx += channels)
        {
            for (var c = first; c < end; c += L.Count)
            {
                var distance = L.MultiplyAdd(L.Load(centres + c), minus, L.Load(x + c));
                var rest = L.MultiplyAdd(distance, L.Load(slopes + c), L.Load(shifts + c));
                L.Store(L.MultiplyAdd(L.Load(g + c), L.Load(scales + c), rest), dx + c);
            }
        }
        return end;
    }
}
