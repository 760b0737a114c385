using System.Numerics;

namespace Hillock.Training;

/// <summary>The mean of each window, channel by channel: y[p, c] = Σ x[s·p + tap, c] / taps.</summary>
/// <remarks>Positions at the end that fill no window are not seen.</remarks>
public sealed class AveragePool : Pool
{
    /// <summary>Windows of that size.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">An image, rows × columns × channels, or a sequence, steps × channels.</param>
    /// <param name="size">Extents of a window; one number stands for all.</param>
    /// <param name="stride">Positions from one window to the next, in each direction; <c>null</c> for windows side by side.</param>
    /// <exception cref="HillockException">A window does not fit the samples.</exception>
    public AveragePool(string name, SampleShape input, ReadOnlySpan<int> size, int? stride = null)
        : this(name, input, Windows.SideBySide(name, input, size, stride), global: false)
    {
    }

    private AveragePool(string name, SampleShape input, in Windows windows, bool global)
        : base(name, input, windows, global)
    {
    }

    /// <summary>The mean of all positions: one row of channels (Lin, Chen and Yan 2013, arXiv:1312.4400).</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">An image or a sequence.</param>
    public static AveragePool Global(string name, SampleShape input) => new(name, input, Windows.Whole(name, input), global: true);

    private protected override unsafe void Forward(int sample, float* x, float* y) =>
        Forward<OneLane, float>(x, y, Forward<PreferredLanes, Vector<float>>(x, y, 0));

    private protected override unsafe void Backward(int sample, float* dy, float* dx) =>
        Backward<OneLane, float>(dy, dx, Backward<PreferredLanes, Vector<float>>(dy, dx, 0));

    /// <summary>As many whole registers of channels as there are from one on; returns the first channel that is left.</summary>
    private unsafe int Forward<L, V>(float* x, float* y, int first)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var (channels, taps) = (Channels, Taps);
        var (end, count) = (LastOf(first, L.Count), L.All(taps.Length));
        for (var i = 0; i < Starts.Length && first < end; i++, y += channels)
        {
            for (var j = first; j < end; j += L.Count)
            {
                var window = x + Starts[i] + j;
                var sum = L.Load(window);
                for (var tap = 1; tap < taps.Length; tap++)
                {
                    sum = L.MultiplyAdd(L.All(1), L.Load(window + taps[tap]), sum);
                }
                L.Store(L.Divide(sum, count), y + j);
            }
        }
        return end;
    }

    /// <inheritdoc cref="Forward{L, V}"/>
    private unsafe int Backward<L, V>(float* dy, float* dx, int first)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var (channels, taps, tiled) = (Channels, Taps, IsTiled);
        var (end, count) = (LastOf(first, L.Count), L.All(taps.Length));
        for (var i = 0; i < Starts.Length && first < end; i++, dy += channels)
        {
            for (var j = first; j < end; j += L.Count)
            {
                var window = dx + Starts[i] + j;
                var share = L.Divide(L.Load(dy + j), count);
                foreach (var tap in taps)
                {
                    L.Store(tiled ? share : L.MultiplyAdd(L.All(1), share, L.Load(window + tap)), window + tap);
                }
            }
        }
        return end;
    }
}
