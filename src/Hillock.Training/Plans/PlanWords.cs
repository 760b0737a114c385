using System.Globalization;

namespace Hillock.Training;

/// <summary>The words of one item of a plan, taken one after the other by who reads it: <c>conv 16 3x3 stride 2</c>.</summary>
/// <param name="item">The whole item, for messages.</param>
/// <param name="words">Its words; the first says what it is.</param>
/// <param name="depth">How many blocks are around it.</param>
internal sealed class PlanWords(string item, List<string> words, int depth)
{
    private const int MostUnits = 1 << 13;
    private int _next = 1;

    /// <summary>The word that says what the item is; <c>null</c> if there is none.</summary>
    public string? First => words.Count > 0 ? words[0] : null;

    public int Count => words.Count;

    /// <summary>Whether a word is left.</summary>
    public bool IsMore => _next < words.Count;

    /// <summary>How the item is written, for messages.</summary>
    public string Usage { get; set; } = "";

    /// <summary>The next word as a whole number from 1 on.</summary>
    public int Whole(string what, int most = MostUnits) => Number(Word(what), what, 1, most);

    /// <summary>The next word as it is.</summary>
    public string Text(string what) => Word(what);

    /// <summary>The next word as a chance, below 1.</summary>
    public double Chance(string what) =>
        Word(what) is var text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1
            ? value
            : throw Wrong($"{Shown.Quoted(text)} for {what} is no number from 0 to below 1");

    /// <summary>The next word as one or more whole numbers: <c>3x3</c>.</summary>
    public int[] Extents(string what, int most = 1024) => [.. Word(what).Split('x').Select(part => Number(part, what, 1, most))];

    /// <summary>Whether that word stands among those to come; it is taken.</summary>
    public bool Flag(string word) => Take(word) >= 0;

    /// <summary>The whole number after that word, wherever among those to come it stands.</summary>
    public int Option(string word, int otherwise, int least = 0, int most = MostUnits) =>
        OptionText(word) is { } text ? Number(text, word, least, most) : otherwise;

    /// <summary>The number after that word.</summary>
    public double Option(string word, double otherwise, double least, double most)
    {
        if (OptionText(word) is not { } text)
        {
            return otherwise;
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Wrong(FormattableString.Invariant($"{Shown.Quoted(text)} is no number from {least} to {most}"));
    }

    /// <summary>The activation after that word: <c>null</c> where it is <c>{act}</c>.</summary>
    public Activation? Option(string word, Activation? otherwise) =>
        OptionText(word) is not { } text ? otherwise : text == Plan.Placeholder ? null : Catalog.Parse(text);

    /// <summary>An activation as one word, <c>{act}</c> for <c>null</c>: a formula with spaces is put in parentheses.</summary>
    public static string Written(Activation? activation) =>
        activation is null ? Plan.Placeholder : PlanReader.Split(activation.Name, ' ').Count > 1 ? $"({activation.Name})" : activation.Name;

    /// <summary>The function of rows after that word.</summary>
    public RowActivation? OptionOfRows(string word) => OptionText(word) is { } text ? Catalog.ParseRows(text) : null;

    /// <summary>What stands after that word; it and the word are taken.</summary>
    public string? OptionText(string word)
    {
        var at = Take(word);
        if (at < 0)
        {
            return null;
        }
        if (at >= words.Count)
        {
            throw Wrong($"nothing stands after {word}");
        }
        var text = words[at];
        words.RemoveAt(at);
        return text;
    }

    /// <summary>The items within parentheses.</summary>
    public IReadOnlyList<LayerPlan> Block()
    {
        var block = Word("(ITEMS)");
        return block is ['(', .., ')'] ? new PlanReader(block[1..^1], depth + 1).Items() : throw Wrong($"{Shown.Quoted(block)} is no block of items in parentheses");
    }

    /// <summary>Nothing may be left.</summary>
    public void End()
    {
        if (_next < words.Count)
        {
            throw Wrong($"{Shown.Quoted(words[_next])} is not understood");
        }
    }

    /// <summary>What is wrong with the item, and how it is written.</summary>
    public HillockException Wrong(string what) => new($"network: {Shown.Quoted(item)}: {what}; write {Usage}");

    private string Word(string what) => _next < words.Count ? words[_next++] : throw Wrong($"{what} is missing");

    private int Take(string word)
    {
        var at = words.IndexOf(word, Math.Min(_next, words.Count));
        if (at >= 0)
        {
            words.RemoveAt(at);
        }
        return at;
    }

    /// <summary>A text as a whole number.</summary>
    public int Number(string text, string what, int least, int most = MostUnits) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Wrong($"{Shown.Quoted(text)} for {what} is no whole number from {least} to {most}");
}
