using System.Numerics;

namespace Hillock.Training;

/// <summary>A stream of random draws: the same seed and purpose give the same bits on every machine.</summary>
/// <remarks>
/// <para>xoshiro256** (Blackman and Vigna 2021, arXiv:1805.01407), its state filled by SplitMix64 (Steele, Lea and Flood 2014,
/// doi:10.1145/2660193.2660195). Period 2²⁵⁶ − 1.</para>
/// <para>One seed serves a whole experiment: streams of different purposes ("weights", "shuffle") are independent of each other, so
/// drawing more from one changes nothing in another.</para>
/// <para>Not for secrets, and not for use by several threads at once.</para>
/// </remarks>
public sealed class Draws
{
    private ulong _s0, _s1, _s2, _s3;
    private double? _spareNormal;

    /// <summary>The stream for one purpose under a seed.</summary>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="purpose">What the draws are for; compared by its characters alone.</param>
    public Draws(ulong seed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        // The seed is mixed before the purpose meets it: neighbouring seeds and similar names must not cancel.
        ulong state = SplitMix(ref seed) ^ Fnv1a(purpose);
        (_s0, _s1, _s2, _s3) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    internal Draws(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The length of <see cref="State"/>.</summary>
    internal const int Words = 6;

    /// <summary>All there is of the stream, to go on from another time: its four words, whether a normal number is left over, and its bits.</summary>
    internal ulong[] State
    {
        get => [_s0, _s1, _s2, _s3, _spareNormal is null ? 0UL : 1, BitConverter.DoubleToUInt64Bits(_spareNormal ?? 0)];
        set
        {
            (_s0, _s1, _s2, _s3) = (value[0], value[1], value[2], value[3]);
            _spareNormal = value[4] == 0 ? null : BitConverter.UInt64BitsToDouble(value[5]);
        }
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits()
    {
        ulong bits = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return bits;
    }

    /// <summary>Uniform in [0, 1): a multiple of 2⁻⁵³.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, 1) in single precision: a multiple of 2⁻²⁴, so that it never rounds up to 1.</summary>
    public float NextUniformSingle() => (NextBits() >> 40) * (1.0f / (1 << 24));

    /// <summary>Uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double NextUniform(double low, double high) => low + (high - low) * NextUniform();

    /// <summary>Uniform among 0 … <paramref name="count"/> − 1, without bias (Lemire 2019, arXiv:1805.10941).</summary>
    /// <param name="count">How many outcomes there are, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public int Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ulong n = (ulong)count;
        ulong high = Math.BigMul(NextBits(), n, out ulong low);
        for (ulong surplus = (0 - n) % n; low < surplus;)
            high = Math.BigMul(NextBits(), n, out low);
        return (int)high;
    }

    /// <summary>Standard normal, by Marsaglia's polar method (Marsaglia and Bray 1964, doi:10.1137/1006063).</summary>
    /// <remarks>
    /// The method is exact, tails included; what remains is rounding, some 10⁻¹⁵. Its logarithm is made here of + − × ÷ alone, because
    /// the last bits of <see cref="Math.Log(double)"/> are the C library's own.
    /// </remarks>
    public double NextNormal()
    {
        if (_spareNormal is { } spare)
        {
            _spareNormal = null;
            return spare;
        }
        double u, v, s;
        do
        {
            u = NextUniform(-1, 1);
            v = NextUniform(-1, 1);
            s = u * u + v * v;
        }
        while (s is 0 or >= 1);
        double scale = Math.Sqrt(-2 * Log(s) / s);
        _spareNormal = v * scale;
        return u * scale;
    }

    /// <summary>Puts the items in an order drawn uniformly from all orders (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = Next(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }

    /// <summary>ln s for a positive normal number: exponent · ln 2 + 2 artanh((m − 1)/(m + 1)), with m in [√½, √2).</summary>
    internal static double Log(double s)
    {
        const int MantissaBits = 52, Bias = 1023;
        long bits = BitConverter.DoubleToInt64Bits(s);
        long exponent = (bits >> MantissaBits) - Bias;
        double m = BitConverter.Int64BitsToDouble(bits - (exponent << MantissaBits));
        if (m > 1.4142135623730951)
            (m, exponent) = (m / 2, exponent + 1);
        double t = (m - 1) / (m + 1), t2 = t * t, sum = 0;
        // |t| ≤ 0.172: the first term left out, t²³/23, is below 2⁻⁶¹ of the sum.
        for (int power = 21; power >= 1; power -= 2)
            sum = sum * t2 + 1.0 / power;
        return exponent * 0.6931471805599453 + 2 * t * sum;
    }

    internal static ulong SplitMix(ref ulong state) => CounterDraws.Mixed(state += CounterDraws.Step);

    /// <summary>FNV-1a (Fowler, Noll and Vo) over the text's UTF-16 units: unlike string.GetHashCode, the same in every process.</summary>
    internal static ulong Fnv1a(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in text)
            hash = (hash ^ c) * 0x00000100000001B3;
        return hash;
    }
}
