using System.Numerics;

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
        foreach (var start in Starts)
        {
            var next = Forward<PreferredLanes, Vector<float>, Choice>(x + start, 0, y, chosen);
            Forward<OneLane, float, Choice>(x + start, next, y, chosen);
            y += Input.Channels;
            chosen += Input.Channels;
        }
    }

    private protected override unsafe void Backward(int sample, float* dy, float* dx)
    {
        var chosen = _chosen.BySample.Pointer + ((nint)sample * Units);
        foreach (var start in Starts)
        {
            var next = Backward<PreferredLanes, Vector<float>, Choice>(dy, 0, chosen, dx + start);
            Backward<OneLane, float, Choice>(dy, next, chosen, dx + start);
            dy += Input.Channels;
            chosen += Input.Channels;
        }
    }

    private unsafe int Forward<L, V, C>(float* x, int j, float* y, float* chosen)
        where L : ILanes<V>
        where V : struct
        where C : IChoice<V>
    {
        for (; j <= Input.Channels - L.Count; j += L.Count)
        {
            V best = L.Load(x + j), which = L.All(0);
            for (var tap = 1; tap < Taps.Length; tap++)
            {
                var candidate = L.Load(x + Taps[tap] + j);
                which = C.IfGreater(candidate, best, L.All(tap), which);
                best = C.IfGreater(candidate, best, candidate, best);
            }
            L.Store(best, y + j);
            L.Store(which, chosen + j);
        }
        return j;
    }

    private unsafe int Backward<L, V, C>(float* dy, int j, float* chosen, float* dx)
        where L : ILanes<V>
        where V : struct
        where C : IChoice<V>
    {
        for (; j <= Input.Channels - L.Count; j += L.Count)
        {
            V g = L.Load(dy + j), which = L.Load(chosen + j);
            for (var tap = 0; tap < Taps.Length; tap++)
            {
                var to = dx + Taps[tap] + j;
                var gradient = C.IfEqual(which, L.All(tap), g, L.All(0));
                L.Store(IsTiled ? gradient : L.MultiplyAdd(L.All(1), gradient, L.Load(to)), to);
            }
        }
        return j;
    }
}
