namespace Hillock;

/// <summary>The two things a caller can get wrong with spans.</summary>
internal static class Spans
{
    /// <summary>Refuses a span of another length, or one that lies across the destination without starting where it starts.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public static void Check<E>(ReadOnlySpan<E> source, Span<E> destination, string sourceName, string destinationName)
    {
        if (source.Length != destination.Length)
        {
            throw new ArgumentException(
                $"{destinationName} has {destination.Length} elements and {sourceName} has {source.Length}; they must be equally long.",
                destinationName);
        }

        if (source.Overlaps(destination, out var offset) && offset != 0)
        {
            throw new ArgumentException(
                $"{destinationName} overlaps {sourceName}, {Math.Abs(offset)} elements apart; it may only be the very same memory or another.",
                destinationName);
        }
    }

    /// <summary>Refuses a source that shares memory with the destination, except all of it where that is allowed.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void CheckOverlap<E>(ReadOnlySpan<E> source, Span<E> destination, bool inPlace, string sourceName, string destinationName)
    {
        if (inPlace)
        {
            Check(source, destination, sourceName, destinationName);
        }
        else if (source.Overlaps(destination))
        {
            throw new ArgumentException(
                $"{destinationName} overlaps {sourceName}, whose rows have another length; it must be other memory.", destinationName);
        }
    }

    /// <summary>Refuses two destinations that share memory.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void CheckApart<E>(Span<E> one, Span<E> other, string oneName, string otherName)
    {
        if (one.Overlaps(other))
        {
            throw new ArgumentException($"{oneName} and {otherName} are both written to and may not overlap.", otherName);
        }
    }
}
