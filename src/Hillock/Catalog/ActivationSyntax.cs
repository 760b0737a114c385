using System.Globalization;

namespace Hillock;

/// <summary>Reads activations as people write them: <c>gelu</c>, <c>leaky_relu(0.2)</c>, <c>hard_tanh(low=-2, high=2)</c>, <c>swish(beta=trainable(1.5))</c>.</summary>
internal static class ActivationSyntax
{
    // Longer than any sensible text, short enough that nothing grows with it.
    private const int Longest = 1000;

    /// <summary>One activation.</summary>
    /// <exception cref="HillockException">The text names no function, no parameter of it, or no valid value.</exception>
    public static Activation Parse(string text)
    {
        CheckLength(text);
        var trimmed = text.Trim();
        var open = trimmed.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? trimmed : trimmed[..open].TrimEnd();
        if (Catalog.Find(name) is not Function function)
        {
            throw new HillockException($"{name} works on whole rows and cannot stand between layers; take an elementwise function, for example gelu.");
        }

        if (open >= 0 && !trimmed.EndsWith(')'))
        {
            throw new HillockException($"{Shown.Quoted(trimmed)}: the parenthesis after {name} is not closed.");
        }

        return open < 0 ? function.Create() : WithArguments(function, trimmed[(open + 1)..^1]);
    }

    /// <summary>Parts between commas that stand outside parentheses.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        CheckLength(text);
        List<string> parts = [];
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    private static Activation WithArguments(Function function, string arguments)
    {
        var values = function.Parameters.Select(p => p.Default).ToArray();
        var trained = function.Trained;
        var given = new HashSet<int>();
        foreach (var (argument, position) in Split(arguments).Where(a => a.Length > 0).Select((a, i) => (a, i)))
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && argument[..equals].Trim().Equals(Catalog.SurrogateWord, StringComparison.OrdinalIgnoreCase))
            {
                function = function.WithSurrogate(argument[(equals + 1)..].Trim());
                continue;
            }

            var index = equals < 0 ? position : IndexOf(function, argument[..equals].Trim());
            if (index >= values.Length)
            {
                throw new HillockException($"{function.Name} takes {Takes(function)}, so {Shown.Quoted(argument)} is one too many.");
            }

            if (!given.Add(index))
            {
                throw new HillockException($"{function.Name}: {function.Parameters[index].Name} is given twice.");
            }

            (values[index], var training) = Value(function, function.Parameters[index], argument[(equals + 1)..].Trim());
            trained = training is { } perUnit ? new(index, perUnit)
                : trained?.Index == index ? null
                : trained;
        }

        return function.Create(values, trained);
    }

    private static int IndexOf(Function function, string name)
    {
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            if (function.Parameters[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new HillockException($"{function.Name} has no parameter {Shown.Quoted(name)}; it takes {Takes(function)}.");
    }

    private static (double Value, bool? TrainedPerUnit) Value(Function function, Parameter parameter, string text)
    {
        foreach (var (word, perUnit) in new[] { (TrainedWord.PerUnit, true), (TrainedWord.PerLayer, false) })
        {
            if (text == word)
            {
                return (parameter.Default, perUnit);
            }

            if (text.StartsWith(word + "(", StringComparison.Ordinal) && text.EndsWith(')'))
            {
                return (Number(function, parameter, text[(word.Length + 1)..^1]), perUnit);
            }
        }

        return (Number(function, parameter, text), null);
    }

    private static double Number(Function function, Parameter parameter, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new HillockException(
                $"{function.Name}: {parameter.Name} = {Shown.Quoted(text)} is no number; write for example {parameter.Name}={parameter.Default.ToString(CultureInfo.InvariantCulture)}, or {parameter.Name}={TrainedWord.PerLayer} to train it.");

    private static string Takes(Function function) => function.Parameters.Count == 0
        ? "no parameters"
        : string.Join(" and ", function.Parameters.Select(p => p.Name));

    private static void CheckLength(string text)
    {
        if (text.Length > Longest)
        {
            throw new HillockException($"{Shown.Quoted(text)} has {text.Length} characters; a function is named in at most {Longest}.");
        }
    }
}
