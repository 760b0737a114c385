using System.Numerics;
using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>The greatest of each window, channel by channel: y[p, c] = max x[s·p + tap, c].</summary>
/// <remarks>
/// The gradient goes to the greatest; of several equal ones to the first, as in PyTorch. A NaN counts as greater than all, so that none
/// is lost. Positions at the end that fill no window are not seen.
/// </remarks>
public sealed class MaxPool : Pool
{
    private readonly Room _chosen;

    /// <summary>Windows of that size.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">An image, rows × columns × channels, or a sequence, steps × channels.</param>
    /// <param name="size">Extents of a window; one number stands for all.</param>
    /// <param name="stride">Positions from one window to the next, in each direction; <c>null</c> for windows side by side.</param>
    /// <exception cref="HillockException">A window does not fit the samples.</exception>
    public MaxPool(string name, SampleShape input, ReadOnlySpan<int> size, int? stride = null)
        : this(name, input, Windows.SideBySide(name, input, size, stride), global: false)
    {
    }

    private MaxPool(string name, SampleShape input, in Windows windows, bool global)
        : base(name, input, windows, global) => _chosen = NewRoom(Output);

    /// <summary>The greatest of all positions: one row of channels.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">An image or a sequence.</param>
    public static MaxPool Global(string name, SampleShape input) => new(name, input, Windows.Whole(name, input), global: true);

    private protected override unsafe void Forward(int sample, float* x, float* y)
    {
        var chosen = _chosen.BySample.Pointer + ((nint)sample * Units);
        var next = Lanes.Widest == 512 ? Forward<Lanes512, Vector512<float>, Choice>(x, y, chosen, 0) : 0;
        next = Forward<PreferredLanes, Vector<float>, Choice>(x, y, chosen, next);
        Forward<OneLane, float, Choice>(x, y, chosen, next);
    }

    private protected override unsafe void Backward(int sample, float* dy, float* dx)
    {
        var chosen = _chosen.BySample.Pointer + ((nint)sample * Units);
        var next = Lanes.Widest == 512 ? Backward<Lanes512, Vector512<float>, Choice>(dy, chosen, dx, 0) : 0;
        next = Backward<PreferredLanes, Vector<float>, Choice>(dy, chosen, dx, next);
        Backward<OneLane, float, Choice>(dy, chosen, dx, next);
    }

    /// <summary>As many whole registers of channels as there are from one on; returns the first channel that is left.</summary>
    private unsafe int Forward<L, V, C>(float* x, float* y, float* chosen, int first)
        where L : ILanes<V>
        where V : struct
        where C : IChoice<V>
    {
        var (channels, taps) = (Channels, Taps);
        var end = LastOf(first, L.Count);
        for (var i = 0; i < Starts.Length && first < end; i++, y += channels, chosen += channels)
        {
            var window = x + Starts[i];
            for (var j = first; j < end; j += L.Count)
            {
                V best = L.Load(window + j), which = L.All(0);
                for (var tap = 1; tap < taps.Length; tap++)
                {
                    var candidate = L.Load(window + taps[tap] + j);
                    which = C.IfGreater(candidate, best, L.All(tap), which);
                    best = C.IfGreater(candidate, best, candidate, best);
                }
                L.Store(best, y + j);
                L.Store(which, chosen + j);
            }
        }
        return end;
    }

    /// <inheritdoc cref="Forward{L, V, C}"/>
    private unsafe int Backward<L, V, C>(float* dy, float* chosen, float* dx, int first)
        where L : ILanes<V>
        where V : struct
        where C : IChoice<V>
    {
        var (channels, taps, tiled) = (Channels, Taps, IsTiled);
        var end = LastOf(first, L.Count);
        for (var i = 0; i < Starts.Length && first < end; i++, dy += channels, chosen += channels)
        {
            var window = dx + Starts[i];
            for (var j = first; j < end; j += L.Count)
            {
                V g = L.Load(dy + j), which = L.Load(chosen + j);
                for (var tap = 0; tap < taps.Length; tap++)
                {
                    var to = window + taps[tap] + j;
                    var gradient = C.IfEqual(which, L.All(tap), g, L.All(0));
                    L.Store(tiled ? gradient : L.MultiplyAdd(L.All(1), gradient, L.Load(to)), to);
                }
            }
        }
        return end;
    }
}
