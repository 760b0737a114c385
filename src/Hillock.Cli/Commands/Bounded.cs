using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Hillock.Cli;

/// <summary>Options that are numbers within bounds; the error message says which.</summary>
internal static class Bounded
{
    /// <summary>A whole number.</summary>
    public static Option<int?> Whole(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
            Parse(result, NumberStyles.None, least, most, FormattableString.Invariant($"a whole number from {least} to {most:N0}")),
    };

    /// <summary>A number above 0.</summary>
    public static Option<double?> Positive(string name, string description, double most) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result =>
            Parse(result, NumberStyles.Float, double.Epsilon, most, FormattableString.Invariant($"a number above 0 and at most {most}")),
    };

    /// <summary>A number that is not below 0.</summary>
    public static Option<double?> NotNegative(string name, string description, double most) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result => Parse(result, NumberStyles.Float, 0, most, FormattableString.Invariant($"a number from 0 to {most}")),
    };

    private static T? Parse<T>(ArgumentResult result, NumberStyles style, T least, T most, string wanted)
        where T : struct, System.Numerics.INumber<T>
    {
        var text = result.Tokens[0].Value;
        // Written so that NaN fails.
        if (T.TryParse(text, style, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} {Shown.Quoted(text)} is not {wanted}");
        return null;
    }
}
