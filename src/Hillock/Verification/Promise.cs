namespace Hillock;

/// <summary>How accurate every function is promised to be in a number format.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Ulp">The greatest error of a value, in units of the spacing of the format's numbers at the truth.</param>
/// <param name="SlopeBound">The greatest error of a slope, as a share of |f′| + |f″|.</param>
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

    /// <summary>The spacing of the format's numbers at a truth.</summary>
    internal double Spacing(double truth) =>
        truth == 0 ? Least : Math.Max(Least, Math.ScaleB(1, Math.ILogB(truth) - Digits + 1));
}
