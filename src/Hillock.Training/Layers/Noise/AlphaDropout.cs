namespace Hillock.Training;

/// <summary>Dropout that keeps mean and variance: what is dropped becomes the activation's saturation value, then all go through one affine map.</summary>
/// <remarks>
/// <para>Klambauer, Unterthiner, Mayr and Hochreiter 2017, arXiv:1706.02515, for selu, whose outputs have mean 0 and variance 1. Here for any
/// function f of a standard normal input, with mean μ = E f and variance σ² = Var f: dropped with chance p to s, numbers have mean
/// (1 − p)·μ + p·s and variance (1 − p)·(σ² + p·(μ − s)²), and are mapped back to μ and σ².</para>
/// <para>s is the function's limit at −∞, −1.758 for selu; 0 where that is not finite, or no activation stands before. Where μ and σ² are
/// not finite, or σ² is 0, μ is taken for 0 and σ² for 1.</para>
/// </remarks>
public sealed class AlphaDropout : Dropout
{
    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="share">The chance of being dropped.</param>
    /// <param name="before">The activation that makes the inputs; <c>null</c> where they are standardised.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to below 1.</exception>
    public AlphaDropout(string name, SampleShape shape, double share, Activation? before)
        : this(name, shape, share, Affine.Of(share, before))
    {
    }

    private AlphaDropout(string name, SampleShape shape, double share, Affine map)
        : base(name, shape, share, map.Factor, map.Shift, (map.Factor * map.Saturation) + map.Shift) =>
        SaturationValue = map.Saturation;

    /// <summary>What dropped numbers become, before the affine map.</summary>
    public double SaturationValue { get; }

    private readonly record struct Affine(double Factor, double Shift, double Saturation)
    {
        public static Affine Of(double share, Activation? before)
        {
            var limit = before?.Of(double.NegativeInfinity) ?? 0;
            var saturation = double.IsFinite(limit) ? limit : 0;
            var (mean, variance) = Moments(before);
            var distance = mean - saturation;
            var factor = Math.Sqrt(variance / ((1 - share) * (variance + (share * distance * distance))));
            return new(factor, mean - (factor * (mean - (share * distance))), saturation);
        }

        private static (double Mean, double Variance) Moments(Activation? before)
        {
            if (before is null)
            {
                return (0, 1);
            }
            var (mean, square, _) = Hillock.Moments.Of(before);
            var variance = square - (mean * mean);
            return double.IsFinite(variance) && variance > 1e-9 * square ? (mean, variance) : (0, 1);
        }
    }
}
