using System.Globalization;
using System.Numerics;

namespace Hillock;

/// <summary>A decimal constant to 32 digits, as the sum of two doubles: 1.702 is not a double, and x·σ(1.702·x) shows it from x = −20 on.</summary>
/// <param name="High">The nearest double.</param>
/// <param name="Low">What the nearest double leaves.</param>
/// <param name="Text">How people write it.</param>
public readonly record struct Constant(double High, double Low, string Text)
{
    /// <summary>1/value to twice the digits of a double.</summary>
    public static Constant Inverse(double value)
    {
        var high = 1 / value;
        return new(high, Math.FusedMultiplyAdd(-high, value, 1) / value, "");
    }

    /// <summary>Reads plain decimal digits such as <c>0.044715</c>.</summary>
    /// <param name="digits">Digits with a decimal point.</param>
    /// <param name="text">How people write it, where that is not the digits: <c>2√(2/π)</c>.</param>
    /// <exception cref="FormatException">Not a plain decimal number.</exception>
    public static Constant Of(string digits, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var high = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = BigInteger.Pow(10, point < 0 ? 0 : digits.Length - point - 1);
        var unscaled = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

        // high · 2^112 is a whole number for every constant above 2^-60, so the remainder is exact.
        const int Shift = 112;
        var integer = new BigInteger(Math.ScaleB(high, Shift));
        var remainder = (unscaled << Shift) - (integer * scale);
        return new(high, Math.ScaleB((double)remainder / (double)scale, -Shift), text ?? digits);
    }
}
