using System.Numerics;

namespace Hillock;

/// <summary>Quarter turns of great angles, with as many digits of 2/π as the greatest double needs (Payne and Hanek 1983, doi:10.1145/1057600.1057602).</summary>
internal static class GreatArgument
{
    // 1024 bits before the point of the greatest double, 53 of its own, 64 of zeros it may cancel, 64 of the answer.
    private const int Bits = 1216;

    // What is kept of a fraction, which may begin with 62 zeros.
    private const int Kept = 200;

    private static readonly BigInteger TwoByPi = (BigInteger.One << (2 * Bits + 1)) / Pi();

    /// <summary>The number of quarter turns modulo 4, and what is left in radians, lane by lane.</summary>
    public static V Reduce<V>(V x, out V rest)
        where V : struct, IDoubles<V>, IReal<V>
    {
        Span<double> turns = stackalloc double[V.Count];
        Span<double> rests = stackalloc double[V.Count];
        x.Store(ref turns[0]);
        for (var i = 0; i < V.Count; i++)
        {
            (turns[i], rests[i]) = Reduce(turns[i]);
        }

        rest = V.Load(in rests[0]);
        return V.Load(in turns[0]);
    }

    private static (double Turns, double Left) Reduce(double x)
    {
        if (!double.IsFinite(x) || x == 0)
        {
            return (0, x - x);
        }

        // |x| = mantissa·2^exponent; its quarter turns have Bits − exponent bits after the point.
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        var exponent = Math.Max((int)(bits >> Words.MantissaBits), 1) - 1075;
        var mantissa = exponent == -1074 ? bits : (bits & ((1L << Words.MantissaBits) - 1)) | (1L << Words.MantissaBits);
        var turns = exponent >= 0 ? (mantissa * TwoByPi) << exponent : (mantissa * TwoByPi) >> -exponent;
        var whole = (turns + (BigInteger.One << (Bits - 1))) >> Bits;
        var fraction = Math.ScaleB((double)((turns - (whole << Bits)) >> (Bits - Kept)), -Kept);
        var sign = Math.Sign(x);
        return (sign * (double)(int)(whole & 3), sign * fraction * (Math.PI / 2));
    }

    /// <summary>π·2^Bits by Machin's formula, π = 16 atan(1/5) − 4 atan(1/239).</summary>
    private static BigInteger Pi()
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
        var one = BigInteger.One << (Bits + Guard);
        return ((16 * Atan(5, one)) - (4 * Atan(239, one))) >> Guard;
    }
}
