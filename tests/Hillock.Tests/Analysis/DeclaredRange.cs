using System.Globalization;

namespace Hillock.Tests;

/// <summary>The range that the catalog states, in numbers for the default parameters.</summary>
internal static class DeclaredRange
{
    private const double Inf = double.PositiveInfinity;

    /// <summary>Those stated in terms of parameters, at their defaults.</summary>
    private static readonly Dictionary<string, (double Low, double High)> InParameters = new()
    {
        ["sign_relu"] = (-1, Inf),
        ["ptelu"] = (-1, Inf),
        ["isrlu"] = (-1, Inf),
        ["crrelu"] = (-0.01 * Math.Exp(-0.5), Inf),
        ["erf_relu"] = (-0.5, Inf),
        ["soft_root_sign"] = (-2.462, 2),
        ["pelu"] = (-1.5, Inf),
        ["mpelu"] = (-0.25, Inf),
        ["soft_exponential"] = (-1.5, Inf),
        ["elu"] = (-1, Inf),
        ["celu"] = (-1, Inf),
        ["swish"] = (-0.278, Inf),
        ["lambda_gelu"] = (-0.085, Inf),
        ["pdelu"] = (-1, Inf),
        ["star_relu"] = (-0.4472, Inf),
        ["isru"] = (-1, 1),
        ["scaled_tanh"] = (-1.7159, 1.7159),
        ["penalized_tanh"] = (-0.25, 1),
        ["eswish"] = (-0.4177, Inf),
        ["flatten_t_swish"] = (-0.2, Inf),
        ["hard_tanh"] = (-1, 1),
        ["thresholded_relu"] = (0, Inf),
        ["threshold"] = (0.1, Inf),
        ["flexible_relu"] = (-0.398, Inf),
        ["hat"] = (0, 0.5),
        ["vlu"] = (-1, Inf),
        ["hosc"] = (-Math.Tanh(2), Math.Tanh(2)),
        ["generalized_relu"] = (0, 6),
    };

    /// <summary>The bounds and how precisely each is stated.</summary>
    public static (double Low, double High, double LowDigit, double HighDigit) Of(Function function)
    {
        if (InParameters.TryGetValue(function.Name, out var range))
        {
            return (range.Low, range.High, 5e-4, 5e-4);
        }

        var numbers = function.Facts.Range.Split(" for ")[0].Split(" at ")[0].Trim('[', '(', '{', ']', ')', '}').Split(", ");
        return (Number(numbers[0]), Number(numbers[^1]), Digit(numbers[0]), Digit(numbers[^1]));
    }

    private static double Number(string text)
    {
        var (sign, rest) = text[0] == '−' ? (-1, text[1..]) : (1, text);
        return sign * rest switch
        {
            "∞" => Inf,
            "½π" => Math.PI / 2,
            "π" => Math.PI,
            "¼" => 0.25,
            _ => double.Parse(rest, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Half a unit of the last decimal; nothing to spare for whole numbers.</summary>
    private static double Digit(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? 0.5001 * Math.Pow(10, -(text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1)) : 1e-9;
}
