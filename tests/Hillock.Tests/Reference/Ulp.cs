namespace Hillock.Tests;

/// <summary>Errors in units of the spacing of a format's numbers at the true value.</summary>
internal static class Ulp
{
    /// <summary>|result − truth| over the spacing of floats at the truth; 0 when both round to the same float.</summary>
    public static double OfSingle(float result, double truth)
    {
        var rounded = (float)truth;
        if (result.Equals(rounded))
        {
            return 0;
        }

        var spacing = Math.Max(Math.ScaleB(1, Exponent(truth) - 23), Math.ScaleB(1, -149));
        return Math.Abs(result - truth) / spacing;
    }

    /// <summary>As <see cref="OfSingle"/>, for doubles; the truth itself is known to half a unit.</summary>
    public static double OfDouble(double result, double truth) => result.Equals(truth)
        ? 0
        : Math.Abs(result - truth) / Math.Max(Math.ScaleB(1, Exponent(truth) - 52), double.Epsilon);

    private static int Exponent(double value) => value == 0 ? -1074 : Math.ILogB(value);
}
