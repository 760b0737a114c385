using static System.FormattableString;

namespace Hillock.Web.Moves;

/// <summary>Numbers in sentences.</summary>
internal static class Told
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const double Nothing = 1e-15;

    /// <summary>A number as one says it: three digits, and powers of ten where it is far from 1.</summary>
    public static string Number(double value) => !double.IsFinite(value) ? "not a number"
        // What quadrature leaves of a 0.
        : Math.Abs(value) < Nothing ? "0"
        : Math.Abs(value) is < 1e-3 or >= 1e5 ? Power(value)
        : Math.Abs(value) >= 100 ? Invariant($"{value:0}").Replace('-', '−')
        : Invariant($"{value:0.###}").Replace('-', '−');

    /// <summary>A share in percent.</summary>
    public static string Share(double share) => share is > 0 and < 1e-3 ? "less than 0.1 %" : Invariant($"{100 * share:0.#} %");

    /// <summary>A number far from 1 as a power of ten.</summary>
    public static string Power(double value)
    {
        var parts = Invariant($"{value:0.#e+0}").Split('e');
        return $"{parts[0].Replace('-', '−')}·10{string.Concat(parts[1].TrimStart('+').Select(c => c == '-' ? '⁻' : Raised[c - '0']))}";
    }
}
