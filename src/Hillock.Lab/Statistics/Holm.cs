namespace Hillock.Lab;

/// <summary>p-values of several comparisons with the same contestant, corrected for being several.</summary>
/// <remarks>Holm 1979, "A simple sequentially rejective multiple test procedure": the smallest counts m times, the next m − 1 times, and so on.</remarks>
public static class Holm
{
    /// <summary>The corrected values, in the order of the given ones; at most 1.</summary>
    public static double[] Corrected(IReadOnlyList<double> pValues)
    {
        var corrected = new double[pValues.Count];
        var least = 0.0;
        foreach (var ((index, p), rank) in pValues.Index().OrderBy(pair => pair.Item).Select((pair, rank) => (pair, rank)))
        {
            least = Math.Max(least, Math.Min(1, p * (pValues.Count - rank)));
            corrected[index] = least;
        }
        return corrected;
    }
}
