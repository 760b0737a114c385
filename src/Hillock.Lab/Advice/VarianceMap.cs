namespace Hillock.Lab;

/// <summary>What a layer of a wide network of random weights does to a signal's second moment, q ↦ gain²·E (f(√q·z) − mean)², and to gradients.</summary>
/// <remarks>Poole et al. 2016, arXiv:1606.05340; Schoenholz et al. 2017, arXiv:1611.01232.</remarks>
/// <param name="Activation">f.</param>
/// <param name="Gain">The gain of the weights, and the mean that biases subtract.</param>
public sealed record VarianceMap(Activation Activation, Gain Gain)
{
    // Beyond these a signal counts as vanished or exploded; what changes by less a layer counts as staying.
    private const double Vanished = 1e-8, Exploded = 1e12, Staying = 1e-9;
    private const int Halvings = 60;

    /// <summary>The next layer's second moment of pre-activations.</summary>
    /// <param name="q">This layer's.</param>
    public double Next(double q) => After(q).Next;

    /// <summary>χ₁: what the way back through the layer multiplies the squared norm of gradients by.</summary>
    /// <param name="q">The layer's second moment of pre-activations.</param>
    public double Chi(double q) => After(q).Chi;

    /// <summary><see cref="Next"/> and <see cref="Chi"/>, from one quadrature.</summary>
    internal (double Next, double Chi) After(double q)
    {
        var (weights, moments) = (Gain.Factor * Gain.Factor, Moments.Of(Activation, q));
        return (weights * (moments.Square + (Gain.Mean * (Gain.Mean - (2 * moments.Mean)))), weights * moments.SlopeSquare);
    }

    /// <summary>d ln Next(q) / d ln q: what a small deviation of the size, as a share of it, is multiplied by; above 1 the size is not stable.</summary>
    /// <param name="q">The layer's second moment of pre-activations.</param>
    public double Stability(double q)
    {
        const double Step = 1.0 / 64;
        double Log(int steps) => Math.Log(Next(q * Math.Exp(steps * Step)));
        // The central difference of the fourth order.
        return ((8 * (Log(1) - Log(-1))) - (Log(2) - Log(-2))) / (12 * Step);
    }

    /// <summary>Where a signal settles that begins with some second moment: 0 where it vanishes, ∞ where it grows without end.</summary>
    /// <param name="start">The first layer's.</param>
    public double Settles(double start)
    {
        var direction = Tendency(start);
        if (direction == 0 || !double.IsFinite(start))
        {
            return start;
        }
        for (double q = start, next; q is > Vanished and < Exploded; q = next)
        {
            next = direction > 0 ? 2 * q : q / 2;
            if (Tendency(next) != direction)
            {
                return Between(q, next, direction);
            }
        }
        return direction > 0 ? double.PositiveInfinity : 0;
    }

    /// <summary>1 where the next layer's is greater, −1 where it is less, 0 where it is the same.</summary>
    private int Tendency(double q) => Next(q) / q - 1 is var change && Math.Abs(change) < Staying ? 0 : change > 0 ? 1 : -1;

    private double Between(double near, double far, int direction)
    {
        for (var i = 0; i < Halvings; i++)
        {
            var middle = Math.Sqrt(near * far);
            (near, far) = Tendency(middle) == direction ? (middle, far) : (near, middle);
        }
        return far;
    }
}
