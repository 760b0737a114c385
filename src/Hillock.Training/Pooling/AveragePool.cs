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

    private protected override unsafe void Forward(int sample, float* x, float* y)
    {
        foreach (var start in Starts)
        {
            Forward<OneLane, float>(x + start, Forward<PreferredLanes, Vector<float>>(x + start, 0, y), y);
            y += Input.Channels;
        }
    }

    private protected override unsafe void Backward(int sample, float* dy, float* dx)
    {
        foreach (var start in Starts)
        {
            Backward<OneLane, float>(dy, Backward<PreferredLanes, Vector<float>>(dy, 0, dx + start), dx + start);
            dy += Input.Channels;
        }
    }

    private unsafe int Forward<L, V>(float* x, int j, float* y)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var count = L.All(Taps.Length);
        for (; j <= Input.Channels - L.Count; j += L.Count)
        {
            var sum = L.Load(x + j);
            for (var tap = 1; tap < Taps.Length; tap++)
            {
                sum = L.MultiplyAdd(L.All(1), L.Load(x + Taps[tap] + j), sum);
            }
            L.Store(L.Divide(sum, count), y + j);
        }
        return j;
    }

    private unsafe int Backward<L, V>(float* dy, int j, float* dx)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var count = L.All(Taps.Length);
        for (; j <= Input.Channels - L.Count; j += L.Count)
        {
            var share = L.Divide(L.Load(dy + j), count);
            foreach (var tap in Taps)
            {
                L.Store(IsTiled ? share : L.MultiplyAdd(L.All(1), share, L.Load(dx + tap + j)), dx + tap + j);
            }
        }
        return j;
    }
}
