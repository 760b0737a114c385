namespace Hillock;

/// <summary>Text from outside made fit for an error message: one line, no control characters, not too long.</summary>
public static class Shown
{
    private const int Longest = 60;

    /// <summary>The text itself, with '·' for what a terminal would not print and '…' for what is beyond 60 characters.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // A pair of surrogates is not cut in two.
        int end = text.Length <= Longest ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        string printable = string.Concat(text[..end].Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '·' : c));
        return end < text.Length ? printable + '…' : printable;
    }

    /// <summary><see cref="Plain"/> between single quotes.</summary>
    public static string Quoted(string text) => $"'{Plain(text)}'";
}
