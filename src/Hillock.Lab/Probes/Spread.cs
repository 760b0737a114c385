namespace Hillock.Lab;

/// <summary>Many numbers in few. What is not finite is counted apart and is in none of the others.</summary>
/// <param name="Mean">The mean of the finite ones.</param>
/// <param name="Deviation">The root of their mean squared distance from it.</param>
/// <param name="Least">The least finite one.</param>
/// <param name="Greatest">The greatest finite one.</param>
/// <param name="Zeros">The share of all that is exactly 0.</param>
/// <param name="Bad">Those that are not finite.</param>
public readonly record struct Spread(double Mean, double Deviation, double Least, double Greatest, double Zeros, NonFinite Bad)
{
    /// <summary>The mean's part of the mean square, from 0 for centred numbers to 1 for a constant.</summary>
    public double Shift => Mean == 0 ? 0 : Mean * Mean / ((Mean * Mean) + (Deviation * Deviation));

    /// <summary>What the numbers are like; 0 everywhere if none is finite.</summary>
    public static Spread Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            return default;
        }
        var all = Eight.Overview(values);
        var mean = all.Sum / values.Length;
        return double.IsFinite(mean)
            ? new(mean, Math.Sqrt(Eight.SquaredDistances(values, mean) / values.Length), all.Least, all.Greatest, (double)all.Zeros / values.Length, default)
            : OfFinite(values);
    }

    private static Spread OfFinite(ReadOnlySpan<float> values)
    {
        var finite = new float[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            finite[count] = value;
            count += float.IsFinite(value) ? 1 : 0;
        }
        var rest = Of(finite.AsSpan(0, count));
        return rest with { Zeros = rest.Zeros * count / values.Length, Bad = NonFinite.In(values) };
    }
}

/// <summary>Numbers that are none.</summary>
/// <param name="NaN">How many are not a number.</param>
/// <param name="Positive">How many are +∞.</param>
/// <param name="Negative">How many are −∞.</param>
public readonly record struct NonFinite(long NaN, long Positive, long Negative)
{
    /// <summary>Whether there are any.</summary>
    public bool Any => NaN + Positive + Negative > 0;

    /// <summary>Counts them.</summary>
    public static NonFinite In(ReadOnlySpan<float> values)
    {
        long nan = 0, positive = 0, negative = 0;
        foreach (var value in values)
        {
            nan += float.IsNaN(value) ? 1 : 0;
            positive += float.IsPositiveInfinity(value) ? 1 : 0;
            negative += float.IsNegativeInfinity(value) ? 1 : 0;
        }
        return new(nan, positive, negative);
    }

    /// <summary>Counts in words: <c>3 NaN, 1 +∞</c>.</summary>
    public override string ToString() => string.Join(", ", new[] { (NaN, "NaN"), (Positive, "+∞"), (Negative, "−∞") }
        .Where(kind => kind.Item1 > 0).Select(kind => FormattableString.Invariant($"{kind.Item1} {kind.Item2}")));
}
