using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// Quarter turns of great angles, with as many digits of 2/π as the greatest double needs (Payne and Hanek 1983,
/// doi:10.1145/1057600.1057602).
/// </summary>
internal static class GreatArgument
{
    // 1024 bits before the point of the greatest double, and a window of three words behind them.
    private const int Words = 20;
    private const int WordBits = 64;

    // 2/π after a word of zeros, most significant word first: angles from 1 on need some of them.
    private static readonly ulong[] TwoByPi = Digits();

    /// <summary>The number of quarter turns modulo 4 and what is left in radians, for finite lanes from 1 on; lane by lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Reduce<V>(V x, out V rest)
        where V : struct, IDoubles<V>, IReal<V>
    {
        Span<double> turns = stackalloc double[V.Count];
        Span<double> rests = stackalloc double[V.Count];
        x.Store(ref turns[0]);
        for (var i = 0; i < V.Count; i++)
        {
            (turns[i], rests[i]) = Math.Abs(turns[i]) is >= 1 and < double.PositiveInfinity ? Reduce(turns[i]) : (0, double.NaN);
        }

        rest = V.Load(in rests[0]);
        return V.Load(in turns[0]);
    }

    private static (double Turns, double Left) Reduce(double x)
    {
        // |x| = mantissa·2^exponent
        var bits = BitConverter.DoubleToUInt64Bits(Math.Abs(x));
        var exponent = (int)(bits >> Hillock.Words.MantissaBits) - 1075;
        var mantissa = (bits & ((1UL << Hillock.Words.MantissaBits) - 1)) | (1UL << Hillock.Words.MantissaBits);

        // Of 2/π·2^exponent the bits from 4 up give whole turns; the window begins at 2, so the product begins with quarter turns.
        var (word, shift) = Math.DivRem(exponent + WordBits - 2, WordBits);
        var carry = Math.BigMul(mantissa, Window(word + 2, shift), out var low);
        var middle = ((UInt128)mantissa * Window(word + 1, shift)) + carry;
        var high = (mantissa * Window(word, shift)) + (ulong)(middle >> WordBits);
        var fraction = (Int128)((((UInt128)high << WordBits) | (ulong)middle) << 2) | (low >> (WordBits - 2));
        var turns = (high >> (WordBits - 2)) + (fraction < 0 ? 1UL : 0);
        var rest = Math.ScaleB((double)fraction, -2 * WordBits) * (Math.PI / 2);
        return (Math.CopySign(turns, x), x < 0 ? -rest : rest);
    }

    private static ulong Window(int word, int shift) =>
        shift == 0 ? TwoByPi[word] : (TwoByPi[word] << shift) | (TwoByPi[word + 1] >> (WordBits - shift));

    private static ulong[] Digits()
    {
        const int Bits = (Words - 1) * WordBits;
        var value = (BigInteger.One << ((2 * Bits) + 1)) / Pi(Bits);
        return [.. Enumerable.Range(1, Words).Select(i => (ulong)((value >> ((Words - i) * WordBits)) & ulong.MaxValue))];
    }

    /// <summary>π·2^bits by Machin's formula, π = 16 atan(1/5) − 4 atan(1/239).</summary>
    private static BigInteger Pi(int bits)
    {
        static BigInteger Atan(int inverse, BigInteger one)
        {
            var (sum, power, sign) = (BigInteger.Zero, one / inverse, 1);
            for (var k = 1; !power.IsZero; k += 2)
            {
                sum += sign * power / k;
                power /= inverse * inverse;
                sign = -sign;
            }

            return sum;
        }

        const int Guard = 32;
        var one = BigInteger.One << (bits + Guard);
        return ((16 * Atan(5, one)) - (4 * Atan(239, one))) >> Guard;
    }
}
