namespace Hillock;

/// <summary>Variances of weights and biases for which χ₁ is 1 where the signal settles: gradients neither vanish nor explode.</summary>
/// <remarks>The edge of chaos: Schoenholz et al. 2017, arXiv:1611.01232.</remarks>
/// <param name="Weights">σ_w².</param>
/// <param name="Biases">σ_b².</param>
/// <param name="Variance">Where the signal settles, q; NaN where it stays what it was.</param>
public readonly record struct CriticalPoint(double Weights, double Biases, double Variance)
{
    // The variances among which a settled one is looked for, each twice the one before. Sigmoid has one at 56, with weights of 112.
    private const double Smallest = 1e-4, Greatest = 20;

    // What a variance stands for that goes to 0.
    private const double AlmostNone = 1e-24;
    private const double SameScale = 1e-9;

    // Weights beyond would have to make up for a slope that is 0 at 0.
    private const double MostWeights = 1e15;

    // What is 0 but for rounding, as where a function is a line about 0, has no sign.
    private const double Rounding = 1e-12;

    /// <summary>The point for biases of a given variance; <c>null</c> where there is none.</summary>
    /// <remarks>
    /// Without biases it is 2/(1 + a²) for functions that scale with their input, as ReLU and leaky ReLU do; for others with f(0) = 0 the
    /// limit 1/f′(0)², at which the signal goes to 0.
    /// </remarks>
    /// <param name="f">The function.</param>
    /// <param name="biases">σ_b².</param>
    public static CriticalPoint? At(Activation f, double biases)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfNegative(biases);
        if (biases > 0)
        {
            return Root(q => q - Lent(f, q) - biases) is { } settled && Critical(f, settled) is > 0 and var balanced ? new(balanced, biases, settled) : null;
        }

        return Scales(f) ? new(Critical(f, 1), 0, double.NaN)
            : f.Of(0) == 0 && Critical(f, AlmostNone) is > 0 and < MostWeights and var weights ? new(weights, 0, 0)
            : null;
    }

    /// <summary>
    /// The point at which the signal's variance has no tendency either: besides χ₁ = 1, its derivative from layer to layer is 1;
    /// <c>null</c> where there is none. ReLU has it everywhere; GELU and SiLU at one place.
    /// </summary>
    /// <remarks>Roberts, Yaida and Hanin 2021, arXiv:2106.10165: criticality of the half-stable class.</remarks>
    /// <param name="f">The function.</param>
    public static CriticalPoint? HalfStable(Activation f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return !Scales(f) && Root(q => Excess(f, q)) is { } settled
            && settled - Lent(f, settled) is >= 0 and var biases
            ? new(Critical(f, settled), biases, settled)
            : null;
    }

    /// <summary>The σ_w² for which χ₁ is 1.</summary>
    private static double Critical(Activation f, double variance) => 1 / Moments.Of(f, variance).SlopeSquare;

    /// <summary>What those weights make of the variance.</summary>
    private static double Lent(Activation f, double variance)
    {
        var moments = Moments.Of(f, variance);
        return moments.Square / moments.SlopeSquare;
    }

    /// <summary>dE f(√q·z)²/dq less E f′(√q·z)²; the derivative is that of the density.</summary>
    private static double Excess(Activation f, double variance)
    {
        var moments = Moments.Of(f, variance);
        var excess = (moments.Widening / (2 * variance)) - moments.SlopeSquare;
        return Math.Abs(excess) > Rounding * moments.SlopeSquare ? excess : 0;
    }

    private static bool Scales(Activation f) =>
        new[] { 0.01, 1, 100 }.All(q => Math.Abs(Lent(f, q) - q) <= SameScale * q);

    /// <summary>The smallest variance at which a quantity is 0, between two of the scan at which it has different signs.</summary>
    private static double? Root(Func<double, double> quantity)
    {
        var (low, atLow) = (Smallest, quantity(Smallest));
        for (var high = 2 * Smallest; high < 2 * Greatest; high *= 2)
        {
            var atHigh = quantity(high);
            if (double.IsFinite(atLow) && double.IsFinite(atHigh) && Math.Sign(atLow) * Math.Sign(atHigh) < 0)
            {
                return Between(quantity, low, high, atLow, atHigh);
            }

            (low, atLow) = atHigh == 0 ? (low, atLow) : (high, atHigh);
        }

        return null;
    }

    /// <summary>The root between two places, by the false position with the weights of Dowell and Jarratt (1971, doi:10.1007/BF01934364).</summary>
    private static double Between(Func<double, double> quantity, double low, double high, double atLow, double atHigh)
    {
        const int Most = 60;
        const double Close = 1e-12;
        for (var i = 0; i < Most && Math.Abs(high - low) > Close * Math.Abs(high); i++)
        {
            var middle = high - (atHigh * (high - low) / (atHigh - atLow));
            var atMiddle = quantity(middle);
            if (Math.Sign(atMiddle) == Math.Sign(atHigh))
            {
                atLow *= 0.5;
            }
            else
            {
                (low, atLow) = (high, atHigh);
            }

            (high, atHigh) = (middle, atMiddle);
            if (atMiddle == 0)
            {
                break;
            }
        }

        return high;
    }
}
