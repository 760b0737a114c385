using System.Numerics;

namespace Hillock;

/// <summary>The primitives by textbook series, each to nearly the precision of its argument.</summary>
internal readonly partial struct BigReal
{
    // Digits that roundings on the way may take.
    private const int Guard = 64;

    // From here on eˣ or e⁻ˣ is beyond anything that counts.
    private const int GreatestPower = 40;

    public static BigReal Sqrt(BigReal x)
    {
        if (!x.IsFinite || x.Sign <= 0)
        {
            return x.Sign < 0 || x.IsNaN ? NaN : x;
        }

        var shift = (int)Math.Max(0, (2 * x.precision) + 2 - x.significand.GetBitLength());
        shift += (int)((x.exponent - shift) & 1);
        return Rounded(Root(x.significand << shift), (x.exponent - shift) / 2, x.precision);
    }

    public static BigReal Exp(BigReal x)
    {
        if (!x.IsFinite || x.Top > GreatestPower)
        {
            return x.IsNaN ? x : x.Sign > 0 ? new(1, Beyond, x.precision) : new(0, 0, x.precision);
        }

        var wide = x.To(x.precision + Guard);
        var power = (long)Math.Round((double)x / Math.Log(2));
        return Scale(1 + ExpM1Series(wide - (power * Ln2(wide.precision))), power).To(x.precision);
    }

    public static BigReal ExpM1(BigReal x, out BigReal exp)
    {
        exp = Exp(x);
        return x.IsFinite && x.Top < 0 ? ExpM1Series(x.To(x.precision + Guard)).To(x.precision) : exp - 1;
    }

    public static BigReal Log(BigReal x)
    {
        if (!x.IsFinite || x.Sign <= 0)
        {
            return x.IsFinite && x.Sign == 0 ? new(-1, Beyond, x.precision) : x.Sign > 0 ? x : NaN;
        }

        // x = m·2ᵏ with m from ¾ to 1½, where the series is short and cancels nothing.
        var wide = x.To(x.precision + Guard);
        var power = wide.Top;
        var m = Scale(wide, -power);
        if ((m - 0.75).Sign < 0)
        {
            (m, power) = (Scale(m, 1), power - 1);
        }

        return ((power * Ln2(wide.precision)) + Log1PSeries(m - 1)).To(x.precision);
    }

    public static BigReal Log1P(BigReal x) =>
        x.IsFinite && x.Top < -1 ? Log1PSeries(x.To(x.precision + Guard)).To(x.precision) : Log((1 + x.To(x.precision + Guard)).To(x.precision + Guard)).To(x.precision);

    public static BigReal Sigmoid(BigReal x, out BigReal complement)
    {
        var small = Exp(-Magnitude(x));
        var (greater, lesser) = (1 / (1 + small), small / (1 + small));
        complement = x.Sign < 0 ? greater : lesser;
        return x.Sign < 0 ? lesser : greater;
    }

    public static BigReal Tanh(BigReal x, out BigReal sechSquared)
    {
        var less = ExpM1(-Scale(Magnitude(x), 1), out var exp);
        sechSquared = 4 * exp / ((1 + exp) * (1 + exp));
        var tanh = -less / (less + 2);
        return x.Sign < 0 ? -tanh : tanh;
    }

    public static BigReal Softplus(BigReal x, out BigReal sigmoid, out BigReal complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return (x.Sign > 0 ? x : 0) + Log1P(Exp(-Magnitude(x)));
    }

    public static BigReal Softsign(BigReal x, out BigReal complement)
    {
        complement = 1 / (1 + Magnitude(x));
        return x / (1 + Magnitude(x));
    }

    /// <summary>x + x²/2! + x³/3! + … of x/2⁸, and doubled eight times: (1 + m)² − 1 = m·(m + 2).</summary>
    private static BigReal ExpM1Series(BigReal x)
    {
        const int Doublings = 8;
        var small = Scale(x, -Doublings);
        var (sum, term) = (small, small);
        for (var n = 2; Matters(term, sum); n++)
        {
            term = term * small / n;
            sum += term;
        }

        for (var i = 0; i < Doublings; i++)
        {
            sum *= sum + 2;
        }

        return sum;
    }

    /// <summary>ln(1 + x) = 2·artanh(x/(2 + x)), and artanh t = t + t³/3 + t⁵/5 + …</summary>
    private static BigReal Log1PSeries(BigReal x)
    {
        var t = x / (x + 2);
        return Scale(OddPowers(t, t * t), 1);
    }

    /// <summary>t + t·s/3 + t·s²/5 + …: artanh for s = t², atan for s = −t².</summary>
    private static BigReal OddPowers(BigReal t, BigReal s)
    {
        var (sum, power) = (t, t);
        for (var n = 3; Matters(power, sum); n += 2)
        {
            power *= s;
            sum += power / n;
        }

        return sum;
    }

    private static bool Matters(BigReal term, BigReal sum) => term.Sign != 0 && term.IsFinite && term.Top >= sum.Top - sum.precision - 2;

    /// <summary>⌊√n⌋ by Newton's iteration from above.</summary>
    private static BigInteger Root(BigInteger n)
    {
        var root = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (n / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
