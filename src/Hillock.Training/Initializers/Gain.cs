namespace Hillock.Training;

/// <summary>What the weights that follow an activation make up for, so that a signal keeps its size through many layers.</summary>
/// <remarks>
/// <para>Pre-activations z of one layer, standard normal, become y = f(z), and the next layer's are Σ w·y. With weights of variance
/// gain²/fan-in they have the second moment gain²·E f², and a gradient's square is multiplied by χ = gain²·E f′² from layer to layer
/// (Poole et al. 2016, arXiv:1606.05340; Schoenholz et al. 2017, arXiv:1611.01232).</para>
/// <para>Two gains hold the second moment at 1. The plain one, gain² = 1 / E f², gives He's √2 for relu (χ = 1), 1.59 for tanh (χ = 1.18),
/// 1.53 for gelu (χ = 1.07). Where f is mostly its mean it fails: sigmoid's χ is 0.15, softplus's 0.32, and gradients die in a few
/// layers. The
/// centred one subtracts the mean first, gain² = 1 / Var f with biases of −E f · Σ w, and has χ ≥ 1 for every f (Poincaré's inequality for
/// the normal distribution): 1.03 for sigmoid, 1.08 for softplus, but 1.47 for relu, whose gradients it makes grow.</para>
/// <para>Where no gain exists, because E f² or Var f is 0, infinite or not a number, or where it would be outside [1e-4, 1e4], the gain is 1
/// and nothing is subtracted.</para>
/// </remarks>
/// <param name="Factor">The gain: the standard deviation of the weights times √fan-in.</param>
/// <param name="Mean">What is subtracted from the activation's outputs by the biases.</param>
public readonly record struct Gain(double Factor, double Mean)
{
    /// <summary>For inputs that come from no activation: standardised data.</summary>
    public static Gain One => new(1, 0);

    /// <summary>The plain gain after an activation.</summary>
    public static Gain After(Activation activation) => Sound(new(1 / Math.Sqrt(Moments.Of(activation).Square), 0));

    /// <summary>The centred gain after an activation.</summary>
    public static Gain Centred(Activation activation)
    {
        var (mean, square, _) = Moments.Of(activation);
        var variance = square - (mean * mean);
        // A constant has only rounding errors for a variance.
        return variance > 1e-9 * square ? Sound(new(1 / Math.Sqrt(variance), mean)) : One;
    }

    private static Gain Sound(Gain gain) => gain.Factor is > 1e-4 and < 1e4 ? gain : One;
}
