namespace Hillock.Training;

/// <summary>Adam with the weight decay apart from the gradient: θ ← (1 − rate·λ)·θ − rate · m̂ / (√v̂ + ε).</summary>
/// <remarks>Loshchilov and Hutter 2017, arXiv:1711.05101: so every weight shrinks alike, however large its gradients are.</remarks>
public sealed class AdamW : Adam
{
    /// <summary>AdamW before its first step.</summary>
    /// <param name="learningRate">The rate.</param>
    /// <param name="beta1">β₁, the share of the mean gradient that is kept.</param>
    /// <param name="beta2">β₂, the share of the mean squared gradient that is kept.</param>
    /// <param name="epsilon">ε, what keeps the divisor from zero.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or ε is not positive, a β not in [0, 1), or the decay negative.</exception>
    public AdamW(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0.01)
        : base(learningRate, beta1, beta2, epsilon, weightDecay)
    {
    }

    /// <inheritdoc/>
    public override string Name => "adamw";

    private protected override double GradientDecay => 0;

    private protected override double KeptWeight => 1 - (Rate * WeightDecay);
}
