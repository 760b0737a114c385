using System.Globalization;

namespace Hillock.Lab;

/// <summary>One parameter of an activation at several values: <c>leaky_relu(alpha=0..0.3)</c>.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Values">Its values, evenly spaced.</param>
/// <param name="Activations">The activation at each of them.</param>
public sealed record Variation(string Parameter, IReadOnlyList<double> Values, IReadOnlyList<Activation> Activations)
{
    private const int Most = 101;
    private const string Range = "..";

    /// <summary>Reads a variation.</summary>
    /// <param name="text">A function with a range in the place of one parameter's value.</param>
    /// <param name="count">How many values, from 2 to 101.</param>
    /// <exception cref="HillockException">It is not readable; the message says what would be right.</exception>
    public static Variation Parse(string text, int count = 7)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (count is < 2 or > Most)
        {
            throw new HillockException($"a variation has from 2 to {Most} values, not {count}");
        }
        var dots = text.IndexOf(Range, StringComparison.Ordinal);
        var equals = dots < 0 ? -1 : text.LastIndexOf('=', dots);
        var end = dots < 0 ? -1 : text.IndexOfAny([',', ')', ';'], dots);
        end = end < 0 ? text.Length : end;
        if (equals < 0 || text.IndexOf(Range, dots + Range.Length, StringComparison.Ordinal) >= 0)
        {
            throw Wrong(text, "one parameter has a range");
        }
        var low = Number(text[(equals + 1)..dots], text);
        var high = Number(text[(dots + Range.Length)..end], text);
        if (!(high > low))
        {
            throw Wrong(text, "the range goes up");
        }
        var name = text[..equals].Split('(', ',', ';', ' ')[^1].Trim();
        double[] values = [.. Enumerable.Range(0, count).Select(i => Rounded(low + ((high - low) * i / (count - 1))))];
        return new(name, values, [.. values.Select(value => Catalog.Parse(FormattableString.Invariant($"{text[..(equals + 1)]}{value:R}{text[end..]}")))]);
    }

    /// <summary>0.15000000000000002 is 0.15 to everyone but a computer.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double Number(string part, string text) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
            : throw Wrong(text, $"{Shown.Quoted(part.Trim())} is a number");

    private static HillockException Wrong(string text, string wanted) =>
        new($"--vary {Shown.Quoted(text)}: {wanted}; write for example leaky_relu(alpha=0..0.3)");
}
