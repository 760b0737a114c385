namespace Hillock.Training;

/// <summary>Points of the unit circle, to within some 10⁻¹⁶, with the same bits on every machine.</summary>
/// <remarks>
/// The last bits of <see cref="Math.Sin"/> are the C library's own; these are made of + − × ÷. Turns need no π in the reduction, so
/// quarter turns are exact.
/// </remarks>
internal static class UnitCircle
{
    /// <summary>(cos 2πt, sin 2πt) of t turns.</summary>
    public static (double X, double Y) At(double turns)
    {
        double quarters = Math.Round(turns * 4);
        double angle = (turns - quarters / 4) * (2 * Math.PI); // Within ±π/4.
        double x = Series(angle, 0), y = Series(angle, 1);
        return ((long)quarters & 3) switch { 0 => (x, y), 1 => (-y, x), 2 => (-x, -y), _ => (y, -x) };
    }

    /// <summary>Taylor's series of the cosine (first power 0) or the sine (1); from the 20th power on a term is below 10⁻²⁰.</summary>
    private static double Series(double angle, int firstPower)
    {
        double sum = 0;
        for (int power = 18 + firstPower; power > firstPower; power -= 2)
            sum = (1 + sum) * -(angle * angle) / (power * (power - 1));
        return firstPower == 0 ? 1 + sum : angle + angle * sum;
    }
}
