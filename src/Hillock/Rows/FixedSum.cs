namespace Hillock;

/// <summary>Sums in one fixed order, whatever the machine: eight running sums, then those pairwise.</summary>
internal static class FixedSum
{
    /// <summary>Σ vᵢ.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        for (; values.Length >= 8; values = values[8..])
        {
            a += values[0];
            b += values[1];
            c += values[2];
            d += values[3];
            e += values[4];
            f += values[5];
            g += values[6];
            h += values[7];
        }

        foreach (var value in values)
        {
            a += value;
        }

        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
