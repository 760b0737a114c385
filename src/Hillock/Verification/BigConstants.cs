namespace Hillock;

/// <summary>π and ln 2, computed once to more digits than anything here asks for.</summary>
internal readonly partial struct BigReal
{
    private const int MostDigits = 6000;

    // Machin 1706: π/4 = 4·atan(1/5) − atan(1/239).
    private static readonly Lazy<BigReal> LongPi = new(() => (16 * AtanOfInverse(5)) - (4 * AtanOfInverse(239)));

    // ln 2 = 2·artanh(1/3).
    private static readonly Lazy<BigReal> LongLn2 = new(() => Log1PSeries(new(1, MostDigits)));

    private static BigReal Pi(int digits) => LongPi.Value.To(digits);

    private static BigReal Ln2(int digits) => LongLn2.Value.To(digits);

    private static BigReal AtanOfInverse(int n)
    {
        var t = 1 / new BigReal(n, MostDigits);
        return OddPowers(t, -(t * t));
    }
}
