using System.Globalization;

namespace Hillock.Formulas;

/// <summary>The text of a formula, and how a mistake in it is shown: a line that says what is wrong, the line it is in, a caret below the place.</summary>
internal sealed class SourceText
{
    // Longer than any sensible formula, short enough that nothing grows with it.
    private const int Longest = 4000;

    // Of a long line so much is shown on either side of the caret.
    private const int Around = 60;

    /// <exception cref="HillockException">The text is too long, or there is none.</exception>
    public SourceText(string text)
    {
        if (text.Length > Longest)
        {
            throw new HillockException(
                FormattableString.Invariant($"{Shown.Quoted(text)} has {text.Length:N0} characters; a formula has at most {Longest:N0}."));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new HillockException("The formula is empty; write for example x * sigmoid(x).");
        }

        Text = text;
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>A mistake at a place, as an exception to be thrown.</summary>
    public HillockException Error(int at, string message)
    {
        at = Math.Clamp(at, 0, Text.Length);

        // What is missing at the end is missing after the last word, not on the empty lines below.
        at = at == Text.Length && Text.TrimEnd().Length is var end && Text.AsSpan(end).Contains('\n') ? end : at;
        var start = at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;
        var stop = Text.IndexOf('\n', at) is var newLine and >= 0 ? newLine : Text.Length;
        var from = Math.Max(start, at - Around);
        var until = Math.Min(stop, at + Around);
        var before = Printable(Text[from..at]);
        var shown = (from > start ? "…" : "") + before + Printable(Text[at..until]).TrimEnd() + (until < stop ? "…" : "");
        var caret = Width(before) + (from > start ? 1 : 0);
        return new(FormattableString.Invariant($"{message} (at character {at + 1})\n    {shown}\n    {new string(' ', caret)}^"));
    }

    private static string Printable(string text) => string.Concat(text.Select(c =>
        c == '\t' ? ' ' : char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '·' : c));

    /// <summary>How many columns a text takes: accents and the like stand above other characters.</summary>
    private static int Width(string text) => text.Count(c =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format));
}
