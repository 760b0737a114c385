namespace Hillock.Lab;

/// <summary>How many finite values are in each of equally wide parts of their range.</summary>
/// <remarks>Values that are not finite are in no part: one of them would spoil the range of all others. <see cref="Spread.Bad"/> counts them.</remarks>
/// <param name="Low">Where the first part begins.</param>
/// <param name="High">Where the last part ends.</param>
/// <param name="Counts">The values in each part; <see cref="High"/> itself is in the last.</param>
public sealed record Histogram(double Low, double High, IReadOnlyList<int> Counts)
{
    /// <summary>Parts unless told.</summary>
    public const int Parts = 32;

    /// <summary>The histogram of the finite ones among the values; all parts are empty if there is none.</summary>
    /// <param name="values">The values.</param>
    /// <param name="low">Where the first part begins, at most the least value.</param>
    /// <param name="high">Where the last part ends, at least the greatest value.</param>
    public static Histogram Of(ReadOnlySpan<float> values, double low, double high)
    {
        var counts = new int[Parts];
        Eight.Count(values, (float)low, (float)(high > low ? Parts / (high - low) : 0), counts);
        return new(low, high, counts);
    }

    /// <summary>Where a part begins.</summary>
    public double Edge(int part) => Low + ((High - Low) * part / Counts.Count);

    /// <summary>Whether the same values were counted.</summary>
    public bool Equals(Histogram? other) => other is not null && (Low, High) == (other.Low, other.High) && Counts.SequenceEqual(other.Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High, Counts.Count);
}
