using System.Numerics;

namespace Hillock.Training;

/// <summary>Adam (Kingma and Ba 2014, arXiv:1412.6980).</summary>
/// <remarks>
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − rate · m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ) at step t.
/// Weight decay λ: g is the gradient plus λθ, and passes through the moments; <see cref="AdamW"/> keeps it apart.
/// </remarks>
public class Adam : Optimizer
{
    private readonly double _beta1, _beta2, _epsilon;
    private float _rate, _scale;

    /// <summary>Adam before its first step; the defaults are the paper's.</summary>
    /// <param name="learningRate">The rate.</param>
    /// <param name="beta1">β₁, the share of the mean gradient that is kept.</param>
    /// <param name="beta2">β₂, the share of the mean squared gradient that is kept.</param>
    /// <param name="epsilon">ε, what keeps the divisor from zero.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or ε is not positive, a β not in [0, 1), or the decay negative.</exception>
    public Adam(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        (_beta1, _beta2) = (Kept(beta1, nameof(beta1)), Kept(beta2, nameof(beta2)));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        _epsilon = epsilon;
    }

    /// <inheritdoc/>
    public override string Name => "adam";

    internal override IReadOnlyList<string> MomentNames => ["mean", "square"];

    /// <summary>λ as a part of the gradient.</summary>
    private protected virtual double GradientDecay => WeightDecay;

    /// <summary>What a step leaves of each weight before it goes its way.</summary>
    private protected virtual double KeptWeight => 1;

    private protected override void Prepare()
    {
        _rate = (float)(-Rate / (1 - Math.Pow(_beta1, Steps)));
        _scale = (float)(1 / Math.Sqrt(1 - Math.Pow(_beta2, Steps)));
    }

    private protected override unsafe void Update(Trainable trainable, Tensor[] moments, int first, int end)
    {
        float* value = trainable.Value.Pointer, gradient = trainable.Gradient.Pointer, m = moments[0].Pointer, v = moments[1].Pointer;
        first = Update<PreferredLanes, Vector<float>>(value, gradient, m, v, first, end);
        Update<OneLane, float>(value, gradient, m, v, first, end);
    }

    private unsafe int Update<L, V>(float* value, float* gradient, float* mean, float* square, int first, int end)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V keptMean = L.All((float)_beta1), newMean = L.All((float)(1 - _beta1));
        V keptSquare = L.All((float)_beta2), newSquare = L.All((float)(1 - _beta2));
        V rate = L.All(_rate), scale = L.All(_scale), epsilon = L.All((float)_epsilon);
        V decay = L.All((float)GradientDecay), kept = L.All((float)KeptWeight);
        // Roots and quotients keep the vector units busy; a branch that always goes the same way costs nothing beside them.
        bool decays = GradientDecay != 0, shrinks = KeptWeight != 1;
        for (; first <= end - L.Count; first += L.Count)
        {
            var old = L.Load(value + first);
            var g = L.Load(gradient + first);
            g = L.Flush(decays ? L.MultiplyAdd(decay, old, g) : g, OneLane.LeastGradient);
            var m = L.Flush(L.MultiplyAdd(keptMean, L.Load(mean + first), L.Multiply(newMean, g)), OneLane.SmallestNormal);
            var v = L.MultiplyAdd(keptSquare, L.Load(square + first), L.Multiply(newSquare, L.Multiply(g, g)));
            v = L.Flush(v, OneLane.SmallestNormal);
            L.Store(m, mean + first);
            L.Store(v, square + first);
            var step = L.Divide(m, L.MultiplyAdd(L.Sqrt(v), scale, epsilon));
            L.Store(L.MultiplyAdd(rate, step, shrinks ? L.Multiply(kept, old) : old), value + first);
        }
        return first;
    }
}
