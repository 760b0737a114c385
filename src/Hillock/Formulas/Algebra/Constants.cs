using System.Globalization;
using System.Numerics;

namespace Hillock.Formulas;

/// <summary>Numbers of a formula: kept to twice the digits of a double, so that √(2/π) and 0.1 are what they say.</summary>
internal static class Constants
{
    // More digits than two doubles hold, so that what is computed from constants is right to the last of theirs.
    private const int Digits = 256;

    // What differs from a double by less is meant to be it: √2·(1/√2).
    private const int Exact = -100;

    private const int MostDigits = 400;

    /// <summary>0.</summary>
    public static Expression Zero { get; } = Of(0);

    /// <summary>A double.</summary>
    public static Expression Of(double value) => Of(new Constant(value, 0, value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A number of two doubles.</summary>
    public static Expression Of(Constant constant) => Expression.Of(new Number(constant));

    /// <summary>Decimal digits, with an exponent perhaps.</summary>
    /// <returns><c>null</c> where they are too many, or the number is beyond the doubles.</returns>
    public static Expression? Read(string digits)
    {
        var parts = digits.Split('e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var exponent = parts.Length == 1 ? 0 : int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var e) ? e : int.MaxValue;
        if (parts[0].Length > MostDigits || Math.Abs((long)exponent) > MostDigits)
        {
            return null;
        }

        var places = point < 0 ? 0 : parts[0].Length - point - 1;
        var unscaled = BigInteger.Parse("0" + parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var power = BigInteger.Pow(10, Math.Abs(exponent - places));
        var number = exponent >= places ? BigReal.Of(unscaled * power, Digits) : BigReal.Of(unscaled, Digits) / BigReal.Of(power, Digits);
        return Of(number, digits) is { } constant && double.IsFinite(constant.High) ? Of(constant) : null;
    }

    /// <summary>The value of an expression of numbers alone, to all its digits.</summary>
    /// <returns><c>null</c> where it is no finite number.</returns>
    public static Constant? Fold(Expression expression)
    {
        if (expression.Operation is Number number)
        {
            return number.Constant;
        }

        var value = expression.Of(new Arguments<BigReal>(new BigReal(0, Digits), default(ReadOnlySpan<double>)));
        return Of(value, FormulaText.Of(expression, [])) is var constant && double.IsFinite(constant.High) ? constant : null;
    }

    /// <summary>A computed number.</summary>
    public static Expression Of(BigReal value) => Of(Of(value, Approximately(value)));

    private static string Approximately(BigReal value) => ((double)value).ToString(CultureInfo.InvariantCulture);

    private static Constant Of(BigReal value, string text)
    {
        var high = (double)value;
        if (!double.IsFinite(high))
        {
            return new(high, 0, text);
        }

        // The double may be the one beside the nearest.
        var low = (double)(value.To(Digits) - new BigReal(high, Digits));
        var nearest = high + low;
        (high, low) = (nearest, low - (nearest - high));
        return low == 0 || Math.Abs(low) < Math.ScaleB(Math.Abs(high), Exact)
            ? new(high, 0, high.ToString(CultureInfo.InvariantCulture))
            : new(high, low, text);
    }
}
