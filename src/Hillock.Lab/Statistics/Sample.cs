namespace Hillock.Lab;

/// <summary>What a few numbers have in common.</summary>
public static class Sample
{
    /// <summary>The mean; NaN of nothing.</summary>
    public static double Mean(IReadOnlyCollection<double> values) => values.Count == 0 ? double.NaN : values.Sum() / values.Count;

    /// <summary>The standard deviation of the population they were drawn from, by n − 1; NaN of fewer than two.</summary>
    public static double Deviation(IReadOnlyCollection<double> values)
    {
        var mean = Mean(values);
        return values.Count < 2 ? double.NaN : Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (values.Count - 1));
    }

    /// <summary>The middle one, or the mean of the middle two; NaN of nothing.</summary>
    public static double Median(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
