namespace Hillock.Web.Moves;

/// <summary>Places to draw curves at.</summary>
internal static class Places
{
    /// <summary>Numbers from one end to the other, evenly.</summary>
    public static double[] Between(double least, double most, int count) => [.. Enumerable.Range(0, count).Select(i => least + ((most - least) * i / (count - 1)))];

    /// <summary>1, 2, 3… as layers are counted.</summary>
    public static double[] CountedTo(int count) => [.. Enumerable.Range(1, count).Select(i => (double)i)];
}
