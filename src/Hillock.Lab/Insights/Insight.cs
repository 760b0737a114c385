namespace Hillock.Lab;

/// <summary>What analysis finds of any elementwise function, in the catalog or typed.</summary>
/// <param name="Proved">What interval arithmetic proves.</param>
/// <param name="Undefined">Where it has no number for a value, as the logarithm left of 0.</param>
/// <param name="Saturated">Where |f′| &lt; 0.01.</param>
/// <param name="ForwardGain">1/√E f², with which weights keep the signal's size.</param>
/// <param name="BackwardGain">1/√E f′², with which they keep the gradients'.</param>
/// <param name="SelfNormalising">Whether mean 0 and variance 1 stay what they are with weights of variance 1/fan-in, and attract what is near.</param>
/// <param name="Critical">Variances of weights and biases for which gradients neither vanish nor explode; empty where there are none.</param>
/// <param name="HalfStable">The one among them at which the signal's size has no tendency either.</param>
/// <param name="Nearest">The nearest functions of the catalog.</param>
/// <param name="NsPerElement">Nanoseconds per element here, float32, one thread; NaN where it was not timed.</param>
public sealed record Insight(
    ProvedShape Proved,
    IReadOnlyList<Saturation> Undefined,
    IReadOnlyList<Saturation> Saturated,
    double ForwardGain,
    double BackwardGain,
    bool SelfNormalising,
    IReadOnlyList<CriticalPoint> Critical,
    CriticalPoint? HalfStable,
    IReadOnlyList<Likeness> Nearest,
    double NsPerElement)
{
    private const int Neighbours = 3;

    // Without biases, and with those that go with tanh and weights of variance 1.76 (Schoenholz et al. 2017).
    private static readonly double[] Biases = [0, 0.05];

    /// <summary>All that can be found, and what can be read off its values.</summary>
    /// <param name="f">The function.</param>
    /// <param name="isTimed">Whether it is timed, which gives another number each time.</param>
    public static (Portrait Portrait, Insight Insight) Of(Activation f, bool isTimed = true)
    {
        // The proof needs nothing of the rest, and takes as long.
        var proved = Task.Run(() => ProvedShape.Of(Shape.Of(f)));
        var portrait = Portrait.Of(f);
        var moments = portrait.Moments;
        return (portrait, new(
            NsPerElement: isTimed ? ElementTime.Nanoseconds(f) : double.NaN,
            Undefined: Saturation.Undefined(f),
            Saturated: Saturation.Of(f),
            ForwardGain: 1 / Math.Sqrt(moments.Square),
            BackwardGain: 1 / Math.Sqrt(moments.SlopeSquare),
            SelfNormalising: IsSelfNormalising(f, moments),
            Critical: [.. Biases.Select(biases => CriticalPoint.At(f, biases)).OfType<CriticalPoint>()],
            HalfStable: CriticalPoint.HalfStable(f),
            Nearest: Likeness.Nearest(f, Neighbours),
            Proved: proved.GetAwaiter().GetResult()));
    }

    /// <summary>Klambauer et al. 2017, arXiv:1706.02515: a fixed point at mean 0 and variance 1, towards which variances beside it move.</summary>
    private static bool IsSelfNormalising(Activation f, Moments moments)
    {
        const double Close = 1e-6, Beside = 0.1;
        var network = new Propagation(f, 1);
        return Math.Abs(moments.Mean) < Close && Math.Abs(moments.Square - 1) < Close
            && network.Next(1 - Beside) > 1 - Beside && network.Next(1 + Beside) < 1 + Beside;
    }
}
