namespace Hillock;

/// <summary>How accurate every function is promised to be in a number format.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Ulp">The greatest error of a value, in units of the spacing of the format's numbers at the truth.</param>
/// <param name="SlopeBound">The greatest error of a slope, as a share of |f′| + |f″|; before rounding where results are rounded from another format.</param>
/// <param name="Digits">The format's binary digits.</param>
/// <param name="Least">The least that errors are counted in.</param>
/// <param name="Normal">Its smallest number with all digits.</param>
/// <param name="Overflow">Truths from here on round to infinity.</param>
public sealed record Promise(string Format, double Ulp, double SlopeBound, int Digits, double Least, double Normal, double Overflow)
{
    /// <summary>2 ULP, and 2⁻²²·(|f′| + |f″|); below the normal range the spacing of the smallest floats counts.</summary>
    public static Promise Float32 { get; } = new(
        "float32", 2, Math.ScaleB(1, -22), 24, float.Epsilon, Math.ScaleB(1, -126), Math.ScaleB(1 - Math.ScaleB(1, -25), 128));

    /// <summary>4 ULP, and 2⁻⁵⁰·(|f′| + |f″|).</summary>
    /// <remarks>
    /// Below the normal range results underflow gradually: a factor of x·eˣ underflows before the product does, and in float64 no
    /// wider number is at hand. So errors are counted in no less than 2⁻¹⁰⁵⁸: the smallest normal number is right to 34 digits.
    /// </remarks>
    public static Promise Float64 { get; } = new(
        "float64", 4, Math.ScaleB(1, -50), 53, Math.ScaleB(1, -1058), Math.ScaleB(1, -1022), double.PositiveInfinity);

    /// <summary>What float32 promises, rounded once: ½ + 2⁻¹² ULP.</summary>
    public static Promise Float16 { get; } = Rounded("float16", 11, 16);

    /// <summary>What float32 promises, rounded once: ½ + 2⁻¹⁵ ULP.</summary>
    public static Promise BFloat16 { get; } = Rounded("bfloat16", 8, 128);

    /// <summary>The promise for the format in which results are computed before they are rounded; <c>null</c> for the format itself.</summary>
    internal Promise? Before { get; private init; }

    /// <summary>The spacing of the format's numbers at a truth.</summary>
    internal double Spacing(double truth) =>
        truth == 0 ? Least : Math.Max(Least, Math.ScaleB(1, Math.ILogB(truth) - Digits + 1));

    /// <summary>How far off a slope may be.</summary>
    internal double MostOff(double slope, double curvature)
    {
        if (Before is null)
        {
            return (SlopeBound * (Math.Abs(slope) + Math.Abs(curvature))) + Least;
        }

        var before = Before.MostOff(slope, curvature);
        return before + (0.5 * Spacing(Math.Abs(slope) + before));
    }

    /// <summary>A format with so many digits whose numbers end at 2^<paramref name="exponent"/>; the smallest mirror the greatest.</summary>
    private static Promise Rounded(string format, int digits, int exponent) => new(
        format,
        0.5 + Math.ScaleB(Float32.Ulp, digits - Float32.Digits),
        Float32.SlopeBound,
        digits,
        Math.ScaleB(1, 3 - exponent - digits),
        Math.ScaleB(1, 2 - exponent),
        Math.ScaleB(1 - Math.ScaleB(1, -digits - 1), exponent)) { Before = Float32 };
}
