using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>φ(u) = max(1 + (α − 1)u, 0)^(1/(α − 1)): softmax for α = 1, sparsemax for α = 2, and everything between and beyond.</summary>
/// <remarks>
/// Peters, Niculae and Martins 2019, arXiv:1905.05702. Their [(α − 1)x − τ]₊ with τ = (α − 1)σ − 1, so that nothing is lost as α
/// approaches 1. σ lies between 0, where the greatest alone gives 1, and where n equal ones do.
/// </remarks>
internal readonly struct Entmax(double alpha) : IThreshold
{
    private const int MostSteps = 200;

    private readonly double power = alpha - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        if (power == 0)
        {
            return T.Exp(x);
        }

        var scaled = power * x;
        return T.Where(scaled > -1, T.Exp(T.Log1P(T.Where(scaled > -1, scaled, 0)) / power), 0);
    }

    public double Tau(ReadOnlySpan<double> z, Span<double> room)
    {
        var (low, high) = (0.0, Highest(z.Length));
        var threshold = low;
        for (var step = 0; step < MostSteps; step++)
        {
            var (excess, slope) = Excess(z, threshold);
            if (excess > 0)
            {
                low = threshold;
            }
            else
            {
                high = threshold;
            }

            // Newton's step where it stays between the bounds, otherwise their middle
            var next = threshold + (excess / slope);
            next = next > low && next < high ? next : low + ((high - low) / 2);
            if (excess == 0 || next == threshold || next <= low || next >= high)
            {
                break;
            }

            threshold = next;
        }

        return threshold;
    }

    private double Highest(int n)
    {
        var log = Real.Log(n);
        return power == 0 ? log : -Real.ExpM1(-power * log, out _) / power;
    }

    /// <summary>Σ φ(z − τ) − 1, and Σ φ′.</summary>
    private (double Excess, double Slope) Excess(ReadOnlySpan<double> z, double threshold)
    {
        Dual<Real> sum = -1;
        foreach (var value in z)
        {
            sum += Of<Dual<Real>>(new(value - threshold, 1));
        }

        return (sum.Value, sum.Slope);
    }
}
