namespace Hillock.Lab;

/// <summary>Student's t distribution for whole degrees of freedom ν.</summary>
/// <remarks>Finite sums of powers of cos θ with θ = arctan(t / √ν): Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.</remarks>
public static class StudentT
{
    /// <summary>P(|T| ≤ t).</summary>
    /// <param name="t">At least 0; infinity gives 1.</param>
    /// <param name="degrees">ν, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such distribution.</exception>
    public static double Within(double t, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        var theta = Math.Atan(t / Math.Sqrt(degrees));
        var (sine, cosine) = Math.SinCos(theta);
        var odd = degrees % 2 == 1;
        double sum = 0, term = odd ? cosine : 1;
        for (var next = odd ? 3 : 2; next <= degrees; next += 2)
        {
            sum += term;
            term *= cosine * cosine * (next - 1) / next;
        }
        return odd ? 2 / Math.PI * (theta + (sine * sum)) : sine * sum;
    }

    /// <summary>P(|T| > t), the two-sided p-value.</summary>
    public static double Beyond(double t, int degrees) => Math.Clamp(1 - Within(t, degrees), 0, 1);

    /// <summary>The t with P(|T| ≤ t) = <paramref name="share"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static double Quantile(double share, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        double low = 0, high = 1;
        while (Within(high, degrees) < share)
        {
            high *= 2;
        }
        // Until no double lies between.
        for (var middle = high / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = Within(middle, degrees) < share ? (middle, high) : (low, middle);
        }
        return high;
    }
}
