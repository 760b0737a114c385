using System.Globalization;
using System.Text.RegularExpressions;

namespace Hillock;

/// <summary>
/// Reads activations as people write them: <c>gelu</c>, <c>leaky_relu(0.2)</c>, <c>hard_tanh(low=-2, high=2)</c>, <c>swish(beta=trainable(1.5))</c>,
/// and everything else as a formula.
/// </summary>
internal static partial class ActivationSyntax
{
    // Longer than any sensible text, short enough that nothing grows with it.
    private const int Longest = 1000, LongestList = 20_000;

    /// <summary>One activation.</summary>
    /// <exception cref="HillockException">The text names no function, no parameter of it, or no valid value.</exception>
    public static Activation Parse(string text, bool asWritten)
    {
        if (IsFormula(text))
        {
            return Formula.Parse(text, asWritten).Create();
        }

        var (entry, arguments) = Read(text);
        if (entry is not Function function)
        {
            throw new HillockException($"{entry.Name} works on whole rows and cannot stand between layers; take an elementwise function, for example gelu.");
        }

        var plain = new List<string>();
        foreach (var argument in Split(arguments))
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && argument[..equals].Trim().Equals(Catalog.SurrogateWord, StringComparison.OrdinalIgnoreCase))
            {
                function = function.WithSurrogate(argument[(equals + 1)..].Trim());
            }
            else
            {
                plain.Add(argument);
            }
        }

        var (values, trained) = Values(function, function.Trained, plain);
        return function.Create(values, trained);
    }

    /// <summary>One function of rows.</summary>
    /// <exception cref="HillockException">The text names no such function, no parameter of it, or no valid value.</exception>
    public static RowActivation ParseRows(string text)
    {
        var (entry, arguments) = Read(text);
        return entry is RowFunction function
            ? function.Create(Values(function, null, Split(arguments)).Values)
            : throw new HillockException($"{entry.Name} works element by element; a function of whole rows is wanted, for example softmax.");
    }

    /// <summary>The entry that a text names, and what stands between the parentheses.</summary>
    public static (Entry Entry, string Arguments) Read(string text)
    {
        CheckLength(text, Longest);
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            throw new HillockException("A function is missing; write a name ('hillock list' shows all) or a formula: x * sigmoid(x).");
        }

        var open = trimmed.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? trimmed : trimmed[..open].TrimEnd();
        var entry = Catalog.Find(name);
        return open < 0 ? (entry, "")
            : trimmed.EndsWith(')') ? (entry, trimmed[(open + 1)..^1])
            : throw new HillockException($"{Shown.Quoted(trimmed)}: the parenthesis after {name} is not closed.");
    }

    /// <summary>Whether a text is a formula: neither a name nor a name with parameters, which come first.</summary>
    public static bool IsFormula(string text)
    {
        var trimmed = text.Trim();
        var open = trimmed.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? trimmed : trimmed[..open].TrimEnd();
        if (trimmed.Length == 0 || (open < 0 && Catalog.TryFind(name, out _)))
        {
            return false;
        }

        return !Word().IsMatch(name) || (open < 0
            ? name is "x" or "e" or "pi"
            : !Catalog.TryFind(name, out _) || !IsCall(trimmed, open) || (trimmed.EndsWith(')') && Split(trimmed[(open + 1)..^1]).Any(argument => !Named().IsMatch(argument) && Variable().IsMatch(argument))));
    }

    /// <summary>Whether the text is one name with one pair of parentheses; if that is not closed, what is wrong is said of the name.</summary>
    private static bool IsCall(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i == text.Length - 1;
            }
        }

        return !Variable().IsMatch(text[open..]);
    }

    [GeneratedRegex(@"^[A-Za-z]\w*$")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bx\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\w+\s*=[^=]")]
    private static partial Regex Named();

    /// <summary>Parts between commas that stand outside parentheses, and outside the inputs of a lambda.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        CheckLength(text, LongestList);
        List<string> parts = [];
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (string.CompareOrdinal(text, i, "lambda ", 0, 7) == 0 && text.IndexOf(':', i) is var colon and >= 0)
            {
                i = colon;
            }

            if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    private static (double[] Values, TrainedParameter? Trained) Values(Entry entry, TrainedParameter? trained, IEnumerable<string> arguments)
    {
        var values = entry.Defaults.ToArray();
        var given = new HashSet<int>();
        foreach (var (argument, position) in arguments.Where(a => a.Length > 0).Select((a, i) => (a, i)))
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var index = equals < 0 ? position : IndexOf(entry, argument[..equals].Trim());
            if (index >= values.Length)
            {
                throw new HillockException($"{entry.Name} takes {Takes(entry)}, so {Shown.Quoted(argument)} is one too many.");
            }

            if (!given.Add(index))
            {
                throw new HillockException($"{entry.Name}: {entry.Parameters[index].Name} is given twice.");
            }

            (values[index], var training) = Value(entry, entry.Parameters[index], argument[(equals + 1)..].Trim());
            trained = training is { } perUnit ? new(index, perUnit)
                : trained?.Index == index ? null
                : trained;
        }

        return (values, trained);
    }

    private static int IndexOf(Entry entry, string name)
    {
        for (var i = 0; i < entry.Parameters.Count; i++)
        {
            if (entry.Parameters[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new HillockException($"{entry.Name} has no parameter {Shown.Quoted(name)}; it takes {Takes(entry)}.");
    }

    private static (double Value, bool? TrainedPerUnit) Value(Entry entry, Parameter parameter, string text)
    {
        foreach (var (word, perUnit) in entry is not Function ? [] : new[] { (TrainedWord.PerUnit, true), (TrainedWord.PerLayer, false) })
        {
            if (text == word)
            {
                return (parameter.Default, perUnit);
            }

            if (text.StartsWith(word + "(", StringComparison.Ordinal) && text.EndsWith(')'))
            {
                return (Number(entry, parameter, text[(word.Length + 1)..^1]), perUnit);
            }
        }

        return (Number(entry, parameter, text), null);
    }

    private static double Number(Entry entry, Parameter parameter, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new HillockException(
                $"{entry.Name}: {parameter.Name} = {Shown.Quoted(text)} is no number; write for example {parameter.Name}={parameter.Default.ToString(CultureInfo.InvariantCulture)}"
                + (entry is Function ? $", or {parameter.Name}={TrainedWord.PerLayer} to train it." : "."));

    private static string Takes(Entry entry) => entry.Parameters.Count == 0
        ? "no parameters"
        : string.Join(" and ", entry.Parameters.Select(p => p.Name));

    private static void CheckLength(string text, int longest)
    {
        if (text.Length > longest)
        {
            throw new HillockException($"{Shown.Quoted(text)} has {text.Length} characters; a function is named in at most {longest}.");
        }
    }
}
