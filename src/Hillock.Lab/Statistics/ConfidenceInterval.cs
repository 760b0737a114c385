namespace Hillock.Lab;

/// <summary>A mean and the interval that holds the true one with 95 % confidence.</summary>
/// <param name="Mean">The mean of what was measured; NaN of nothing.</param>
/// <param name="Low">The lower end; NaN where one measurement allows no interval.</param>
/// <param name="High">The upper end.</param>
public readonly record struct ConfidenceInterval(double Mean, double Low, double High)
{
    /// <summary>How sure the interval is.</summary>
    public const double Confidence = 0.95;

    /// <summary>mean ± t(n − 1)·s / √n, cut off at the ends of what is possible (Student 1908, doi:10.1093/biomet/6.1.1).</summary>
    /// <param name="values">Independent measurements.</param>
    /// <param name="least">No true value is smaller.</param>
    /// <param name="most">No true value is larger.</param>
    public static ConfidenceInterval Of(IReadOnlyCollection<double> values, double least, double most)
    {
        var mean = Sample.Mean(values);
        if (values.Count < 2)
        {
            return new(mean, double.NaN, double.NaN);
        }
        var half = StudentT.Quantile(Confidence, values.Count - 1) * Sample.Deviation(values) / Math.Sqrt(values.Count);
        return new(mean, Math.Max(least, mean - half), Math.Min(most, mean + half));
    }
}
