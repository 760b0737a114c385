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
        if (PlanWord.All.FirstOrDefault(word => word.Name == first) is { } known)
        {
            words.Usage = known.Usage;
            var plan = known.Read(words);
            words.End();
            return plan;
        }
        try
        {
            return new ActivationPlan(Catalog.Parse(item));
        }
        catch (HillockException) when (first.All(char.IsAsciiLetterOrDigit) && words.Count > 1)
        {
            throw Unknown(first);
        }
        catch (HillockException failure) when (first == item && first.All(char.IsAsciiLetterOrDigit))
        {
            throw new HillockException($"{failure.Message}{Environment.NewLine}Nor is it a layer: {Layers}{Hint(first)}");
        }
    }

    private static string Layers => string.Join(", ", PlanWord.All.Select(word => word.Name));

    private static string Hint(string word) => Nearest.DidYouMean(word, PlanWord.All.Select(known => known.Name));

    private static HillockException Unknown(string word) => new($"network: {Shown.Quoted(word)} is no layer; there are {Layers}{Hint(word)}");

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
