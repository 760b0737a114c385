using System.Numerics;

namespace Hillock.Training;

/// <summary>Adam (Kingma and Ba 2014, arXiv:1412.6980).</summary>
/// <remarks>
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − rate · m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ) at step t.
/// </remarks>
public sealed class Adam : Optimizer
{
    private readonly double _beta1, _beta2, _epsilon;
    private float _rate, _scale;

    /// <summary>Adam before its first step; the defaults are the paper's.</summary>
    /// <param name="learningRate">The rate.</param>
    /// <param name="beta1">β₁, the share of the mean gradient that is kept.</param>
    /// <param name="beta2">β₂, the share of the mean squared gradient that is kept.</param>
    /// <param name="epsilon">ε, what keeps the divisor from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or ε is not positive, or a β not in [0, 1).</exception>
    public Adam(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(learningRate)
    {
        _beta1 = Decay(beta1, nameof(beta1));
        _beta2 = Decay(beta2, nameof(beta2));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        _epsilon = epsilon;
    }

    /// <inheritdoc/>
    public override string Name => "adam";

    /// <summary>A billionth of ε, which no step would show; the squares of smaller gradients are subnormal.</summary>
    private const float LeastGradient = 1e-17f;

    private protected override int MomentsPerTrainable => 2;

    private protected override void Prepare()
    {
        _rate = (float)(-LearningRate / (1 - Math.Pow(_beta1, Steps)));
        _scale = (float)(1 / Math.Sqrt(1 - Math.Pow(_beta2, Steps)));
    }

    private protected override unsafe void Update(Trainable trainable, Tensor[] moments, int first, int end)
    {
        float* value = trainable.Value.Pointer, gradient = trainable.Gradient.Pointer, m = moments[0].Pointer, v = moments[1].Pointer;
        first = Update<PreferredLanes, Vector<float>>(value, gradient, m, v, first, end);
        Update<OneLane, float>(value, gradient, m, v, first, end);
    }

    private static double Decay(double beta, string name) =>
        beta is >= 0 and < 1 ? beta : throw new ArgumentOutOfRangeException(name, beta, "A decay rate is at least 0 and below 1.");

    private unsafe int Update<L, V>(float* value, float* gradient, float* mean, float* square, int first, int end)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V keptMean = L.All((float)_beta1), newMean = L.All((float)(1 - _beta1));
        V keptSquare = L.All((float)_beta2), newSquare = L.All((float)(1 - _beta2));
        V rate = L.All(_rate), scale = L.All(_scale), epsilon = L.All((float)_epsilon);
        for (; first <= end - L.Count; first += L.Count)
        {
            var g = L.Flush(L.Load(gradient + first), LeastGradient);
            var m = L.Flush(L.MultiplyAdd(keptMean, L.Load(mean + first), L.Multiply(newMean, g)), OneLane.SmallestNormal);
            var v = L.MultiplyAdd(keptSquare, L.Load(square + first), L.Multiply(newSquare, L.Multiply(g, g)));
            v = L.Flush(v, OneLane.SmallestNormal);
            L.Store(m, mean + first);
            L.Store(v, square + first);
            var step = L.Divide(m, L.MultiplyAdd(L.Sqrt(v), scale, epsilon));
            L.Store(L.MultiplyAdd(rate, step, L.Load(value + first)), value + first);
        }
        return first;
    }
}
