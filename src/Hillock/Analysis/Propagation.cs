namespace Hillock;

/// <summary>
/// What becomes of signals in wide networks of random weights: with weights of variance σ_w²/fan-in and biases of variance σ_b², a
/// pre-activation of variance q becomes one of σ_w²·E f(√q·z)² + σ_b² in the next layer, z a standard normal.
/// </summary>
/// <remarks>Poole et al. 2016, arXiv:1606.05340; Schoenholz et al. 2017, arXiv:1611.01232; Hayou, Doucet and Rousseau 2019, arXiv:1902.06853.</remarks>
/// <param name="Activation">The function.</param>
/// <param name="Weights">σ_w².</param>
/// <param name="Biases">σ_b².</param>
public sealed record Propagation(Activation Activation, double Weights, double Biases = 0)
{
    // Beyond these a signal counts as vanished or exploded, and after so many layers as settled where it is.
    private const double Vanished = 1e-30, Exploded = 1e30;
    private const int MostLayers = 100_000;
    private const double Settled = 1e-13;

    /// <summary>The next layer's variance: σ_w²·E f(√q·z)² + σ_b².</summary>
    /// <param name="variance">This layer's, q.</param>
    public double Next(double variance) => (Weights * Moments.Of(Activation, variance).Square) + Biases;

    /// <summary>χ₁ = σ_w²·E f′(√q·z)²: what a layer multiplies gradients' squares, and the squares of small differences, by.</summary>
    /// <param name="variance">The layer's variance, q.</param>
    public double Chi(double variance) => Weights * Moments.Of(Activation, variance).SlopeSquare;

    /// <summary>The variance that a signal of variance 1 settles at: 0 where it vanishes, ∞ where it explodes.</summary>
    public double Fixed()
    {
        var variance = 1.0;
        for (var layer = 0; layer < MostLayers; layer++)
        {
            var next = Next(variance);
            if (next < Vanished || !(next < Exploded))
            {
                return next < Vanished ? 0 : double.PositiveInfinity;
            }

            if (Math.Abs(next - variance) <= Settled * next)
            {
                return next;
            }

            variance = next;
        }

        return variance;
    }

    /// <summary>After how many layers a gradient, or a small difference, has changed by a factor of e: −1/ln χ₁; negative where it grows.</summary>
    /// <param name="chi">χ₁.</param>
    public static double Depth(double chi) => -1 / Math.Log(chi);
}
