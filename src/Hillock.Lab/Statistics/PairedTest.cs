namespace Hillock.Lab;

/// <summary>Whether two things measured under the same circumstances differ.</summary>
public static class PairedTest
{
    /// <summary>The level of significance of everything this library says.</summary>
    public const double Alpha = 0.05;

    /// <summary>The two-sided p-value of Student's t-test on the differences, t = d̄·√n / s with n − 1 degrees of freedom.</summary>
    /// <param name="first">One measurement per circumstance.</param>
    /// <param name="second">The other's, in the same order.</param>
    /// <param name="resolution">
    /// The step in which values can differ: one test sample more or less. s is taken to be at least this, because few coarse values may
    /// well agree by chance and would then seem to prove anything.
    /// </param>
    /// <returns>1 for fewer than two pairs: nothing is shown.</returns>
    /// <exception cref="ArgumentException">The numbers of measurements differ.</exception>
    public static double PValue(IReadOnlyList<double> first, IReadOnlyList<double> second, double resolution)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"{first.Count} measurements cannot be paired with {second.Count}.", nameof(second));
        }
        double[] differences = [.. first.Zip(second, (a, b) => a - b)];
        var mean = Math.Abs(Sample.Mean(differences));
        if (differences.Length < 2 || mean == 0)
        {
            return 1;
        }
        var deviation = Math.Max(Sample.Deviation(differences), resolution);
        return StudentT.Beyond(mean * Math.Sqrt(differences.Length) / deviation, differences.Length - 1);
    }

    /// <summary>
    /// p-values of several tests, raised so that the chance of even one false alarm among all stays below the level to which they are
    /// compared (Holm 1979, a sequentially rejective multiple test procedure): the i-th smallest times n + 1 − i, never below the one before.
    /// </summary>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        var raised = new double[pValues.Count];
        var (before, rank) = (0.0, 0);
        foreach (var (index, p) in pValues.Index().OrderBy(pair => pair.Item))
        {
            before = raised[index] = Math.Min(1, Math.Max(before, p * (pValues.Count - rank++)));
        }
        return raised;
    }
}
