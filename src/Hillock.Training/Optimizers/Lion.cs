using System.Numerics;

namespace Hillock.Training;

/// <summary>Lion: θ ← θ − rate·(sign(β₁m + (1 − β₁)g) + λθ), then m ← β₂m + (1 − β₂)g.</summary>
/// <remarks>
/// Chen et al. 2023, arXiv:2302.06675. Every weight moves by the rate, so rates are a third to a tenth of Adam's; the weight decay λ is apart from
/// the gradient, as in <see cref="AdamW"/>. One moment in place of Adam's two.
/// </remarks>
public sealed class Lion : Optimizer
{
    /// <summary>2¹²⁷: every normal number times this is beyond ±1.</summary>
    private const float Huge = 1.7014118e38f;

    private readonly double _beta1, _beta2;

    /// <summary>Lion before its first step; the defaults are the paper's.</summary>
    /// <param name="learningRate">The rate.</param>
    /// <param name="beta1">β₁, the mean gradient's part in the direction.</param>
    /// <param name="beta2">β₂, the share of the mean gradient that is kept.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive, a β not in [0, 1), or the decay negative.</exception>
    public Lion(double learningRate = 1e-4, double beta1 = 0.9, double beta2 = 0.99, double weightDecay = 0)
        : base(learningRate, weightDecay) =>
        (_beta1, _beta2) = (Kept(beta1, nameof(beta1)), Kept(beta2, nameof(beta2)));

    /// <inheritdoc/>
    public override string Name => "lion";

    internal override IReadOnlyList<string> MomentNames => ["mean"];

    private protected override unsafe void Update(Trainable trainable, Tensor[] moments, int first, int end)
    {
        float* value = trainable.Value.Pointer, gradient = trainable.Gradient.Pointer, mean = moments[0].Pointer;
        first = Update<PreferredLanes, Vector<float>>(value, gradient, mean, first, end);
        Update<OneLane, float>(value, gradient, mean, first, end);
    }

    private unsafe int Update<L, V>(float* value, float* gradient, float* mean, int first, int end)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V old1 = L.All((float)_beta1), new1 = L.All((float)(1 - _beta1)), old2 = L.All((float)_beta2), new2 = L.All((float)(1 - _beta2));
        V rate = L.All(-(float)Rate), kept = L.All((float)(1 - (Rate * WeightDecay))), huge = L.All(Huge);
        for (; first <= end - L.Count; first += L.Count)
        {
            V g = L.Load(gradient + first), m = L.Load(mean + first);
            var direction = L.Flush(L.MultiplyAdd(old1, m, L.Multiply(new1, g)), OneLane.SmallestNormal);
            L.Store(L.Flush(L.MultiplyAdd(old2, m, L.Multiply(new2, g)), OneLane.SmallestNormal), mean + first);
            var sign = L.Clamp(L.Multiply(direction, huge), 1);
            L.Store(L.MultiplyAdd(rate, sign, L.Multiply(kept, L.Load(value + first))), value + first);
        }
        return first;
    }
}
