namespace Hillock.Lab;

/// <summary>How likely a network is dead before the first step: all units of some layer on a flat piece of the activation, so that no gradient passes.</summary>
/// <remarks>
/// Lu, Shin, Su and Karniadakis 2019, arXiv:1903.06733. For one input, symmetric weights and no biases. Several inputs, shortcuts and
/// normalisation over the batch make it rarer.
/// </remarks>
public static class BornDead
{
    // Slopes below are those of no gradient at all, not of a small one: a double knows them from 0.
    private const double None = 1e-300;

    /// <summary>1 − (1 − p^width)^layers.</summary>
    /// <param name="width">Units of a layer.</param>
    /// <param name="layers">Hidden layers.</param>
    /// <param name="inactive">p, the chance that a unit has no slope: ½ for ReLU.</param>
    public static double Probability(int width, int layers, double inactive = 0.5) =>
        // Not 1 − …: the chance of a wide layer is far below the last digit of 1.
        0 - Real.ExpM1(layers * Real.Log1P(-Math.Pow(inactive, width)), out _);

    /// <summary>The chance that a normal pre-activation lies where the slope is exactly 0.</summary>
    /// <param name="f">The function.</param>
    /// <param name="variance">The pre-activations' variance.</param>
    public static double Inactive(Activation f, double variance)
    {
        var deviation = Math.Sqrt(variance);
        return Saturation.Of(f, None).Sum(zone => Below(zone.To / deviation) - Below(zone.From / deviation));
    }

    private static double Below(double x) => Real.NormalCdf(x, out _);
}
