namespace Hillock;

/// <summary>What a mistyped name was probably meant to be.</summary>
public static class Nearest
{
    // No name of ours is longer, and the work grows with the square of the length.
    private const int LongestName = 64;

    /// <summary>
    /// How many letters must be inserted, left out, replaced or swapped with their neighbour to turn one text into the other, case
    /// aside (optimal string alignment: Damerau 1964, doi:10.1145/363958.363994).
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
        }
        return row[b.Length];
    }

    /// <summary>
    /// The candidate nearest to the text; <c>null</c> when more than a third of its letters would have to change: of up to four letters one, of five or six two.
    /// </summary>
    public static string? To(string text, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > LongestName)
            return null;
        string? nearest = candidates.Where(name => name.Length <= LongestName).MinBy(name => Distance(text, name));
        return nearest is not null && Distance(text, nearest) <= Math.Min((text.Length + 1) / 3, text.Length - 1) ? nearest : null;
    }

    /// <summary>The end of an error message: <c>; did you mean 'gelu'?</c>, or nothing when no candidate is near.</summary>
    public static string DidYouMean(string text, IEnumerable<string> candidates) =>
        To(text, candidates) is { } nearest ? $"; did you mean {Shown.Quoted(nearest)}?" : "";

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
