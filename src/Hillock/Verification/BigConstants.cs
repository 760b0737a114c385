namespace Hillock;

/// <summary>π and ln 2, each computed once to as many digits as formulas take, and once to more than anything here asks for.</summary>
internal readonly partial struct BigReal
{
    private const int MostDigits = 6000;

    // All of them take a hundred times as long.
    private const int FewDigits = 512;

    // Machin 1706: π/4 = 4·atan(1/5) − atan(1/239).
    private static readonly Known KnownPi = new(digits => (16 * AtanOfInverse(5, digits)) - (4 * AtanOfInverse(239, digits)));

    // ln 2 = 2·artanh(1/3).
    private static readonly Known KnownLn2 = new(digits => Log1PSeries(new(1, digits)));

    private static BigReal Pi(int digits) => KnownPi.To(digits);

    private static BigReal Ln2(int digits) => KnownLn2.To(digits);

    private static BigReal AtanOfInverse(int n, int digits)
    {
        var t = 1 / new BigReal(n, digits);
        return OddPowers(t, -(t * t));
    }

    /// <summary>A constant, by what computes it to so many digits.</summary>
    private sealed class Known(Func<int, BigReal> compute)
    {
        private readonly Lazy<BigReal> few = new(() => compute(FewDigits)), most = new(() => compute(MostDigits));

        public BigReal To(int digits) => (digits + Guard <= FewDigits ? few : most).Value.To(digits);
    }
}
