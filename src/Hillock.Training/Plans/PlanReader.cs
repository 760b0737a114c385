namespace Hillock.Training;

/// <summary>Reads the text of a <see cref="Plan"/>.</summary>
internal sealed class PlanReader
{
    private const int Longest = 20_000, Deepest = 16;
    private readonly string _text;
    private readonly int _depth;

    /// <param name="text">Items between commas.</param>
    /// <param name="depth">How many blocks are around them.</param>
    /// <exception cref="HillockException">The text is too long, or nested too deeply.</exception>
    public PlanReader(string text, int depth = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            throw new HillockException($"the text of a network has {text.Length} characters; at most {Longest} are read");
        }
        if (depth > Deepest)
        {
            throw new HillockException($"the blocks of a network are nested more than {Deepest} deep");
        }
        (_text, _depth) = (text, depth);
    }

    /// <summary>The items.</summary>
    /// <exception cref="HillockException">One is not readable; the message names it and says what would be right.</exception>
    public IReadOnlyList<LayerPlan> Items() => [.. Split(_text, ',').Select(Item)];

    private LayerPlan Item(string item)
    {
        if (item == Plan.Placeholder)
        {
            return new ActivationPlan(null);
        }
        var words = new PlanWords(item, [.. Split(item, ' ').Where(word => word.Length > 0)], _depth);
        if (words.First is not { } first)
        {
            throw new HillockException($"network {Shown.Quoted(_text)}: an item between two commas is empty; write for example dense 32, gelu");
        }
        // A word that names a function too, as sine does, is that function where nothing follows it.
        if (PlanWord.All.FirstOrDefault(word => word.Name == first) is { } known && !(words.Count == 1 && Catalog.TryFind(first, out _)))
        {
            words.Usage = known.Usage;
            var plan = known.Read(words);
            words.End();
            return plan;
        }
        try
        {
            return Catalog.IsOfRows(item) ? new RowPlan(Catalog.ParseRows(item)) : new ActivationPlan(Catalog.Parse(item));
        }
        catch (HillockException) when (first.All(IsOfName) && (words.Count > 1 || !Catalog.TryFind(first, out _)))
        {
            // One word is no formula, and of several the first would be a layer.
            throw Unknown(first);
        }
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static HillockException Unknown(string word)
    {
        string[] layers = [.. PlanWord.All.Select(known => known.Name)], networks = [.. NamedPlan.All.Select(plan => plan.Name)];
        var near = Nearest.DidYouMean(word, [.. layers, .. networks, .. Catalog.All.Select(entry => entry.Name)]);
        return new(
            $"network: {Shown.Quoted(word)} is neither a layer ({string.Join(", ", layers)}), nor a network ({string.Join(", ", networks)}), "
            + $"nor an activation{near}");
    }

    /// <summary>The parts between separators that stand outside all brackets and braces.</summary>
    internal static List<string> Split(string text, char separator)
    {
        List<string> parts = [];
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0 && (text[i] == separator || (separator == ' ' && char.IsWhiteSpace(text[i]))))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }
        if (depth != 0)
        {
            throw new HillockException($"network {Shown.Quoted(text)}: a bracket is not closed, or closed twice");
        }
        parts.Add(text[start..].Trim());
        return parts;
    }
}
