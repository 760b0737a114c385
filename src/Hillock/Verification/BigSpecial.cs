using System.Numerics;

namespace Hillock;

/// <summary>The normal distribution's and the periodic primitives, and atan.</summary>
internal readonly partial struct BigReal
{
    private const double DigitsPerE = 1.4427;

    public static BigReal NormalCdf(BigReal x, out BigReal density)
    {
        // φ = e^(−x²/2)/√(2π); the exponent's digits before the point are lost to the fraction, and so is what ½ − … cancels.
        var digits = x.precision + Guard;
        var half = Scale(x.To(digits) * x.To(digits), -1);
        density = Density(half, digits).To(x.precision);
        var power = (double)half * DigitsPerE;
        var t = Magnitude(x);
        var tail = power > digits + 16 ? Density(half, digits) * FarMills(t.To(digits))
            : 0.5 - NearHalf(t.To(digits + (int)power + Guard));
        return (x.Sign < 0 ? tail : 1 - tail).To(x.precision);
    }

    /// <summary>(1 − Φ(t))/φ(t).</summary>
    public static BigReal Mills(BigReal t)
    {
        var tail = NormalCdf(-t, out var density);
        return tail / density;
    }

    public static BigReal Erf(BigReal x, out BigReal slope)
    {
        var wide = x.To(x.precision + Guard);
        slope = (2 * Exp(-(wide * wide)) / Sqrt(Pi(wide.precision))).To(x.precision);
        if (!x.IsFinite || (double)(wide * wide) * DigitsPerE > wide.precision)
        {
            return x.IsNaN ? x : new(x.Sign, 0, x.precision);
        }

        return (2 * Exp(-(wide * wide)) / Sqrt(Pi(wide.precision)) * DoubleFactorials(wide, Scale(wide * wide, 1))).To(x.precision);
    }

    public static BigReal Sin(BigReal x, out BigReal cos)
    {
        if (!x.IsFinite)
        {
            return cos = NaN;
        }

        // The argument's digits before the point, and the zeros that follow it where a double comes nearest to a multiple of π/2.
        var wide = x.To(x.precision + Guard + Guard + (int)Math.Max(0, x.Top));
        var quarter = Scale(Pi(wide.precision), -1);
        var turns = Nearest(wide / quarter);
        var rest = wide - (new BigReal(turns, 0, wide.precision) * quarter);
        var (s, c) = (SinSeries(rest, rest, 1), SinSeries(rest, new BigReal(1, wide.precision), 0));
        var (sin, other) = (int)(((turns % 4) + 4) % 4) switch { 0 => (s, c), 1 => (c, -s), 2 => (-s, -c), _ => (-c, s) };
        cos = other.To(x.precision);
        return sin.To(x.precision);
    }

    public static BigReal Sinc(BigReal x, out BigReal slope)
    {
        if (!x.IsFinite)
        {
            return slope = x.IsNaN ? x : 0;
        }

        if (x.Sign == 0 || x.Top < -x.precision / 2)
        {
            slope = -x / 3;
            return 1 - (x * x / 6);
        }

        // cos x − sinc x is about −x²/3.
        var wide = x.To((2 * x.precision) + Guard);
        var sinc = Sin(wide, out var cos) / wide;
        slope = ((cos - sinc) / wide).To(x.precision);
        return sinc.To(x.precision);
    }

    public static BigReal Asinh(BigReal x, out BigReal slope)
    {
        var wide = Magnitude(x.To(x.precision + Guard));
        var root = Sqrt(1 + (wide * wide));
        slope = (1 / root).To(x.precision);
        var asinh = x.IsFinite ? Log1P(wide + (wide * wide / (1 + root))).To(x.precision) : wide;
        return x.Sign < 0 ? -asinh : asinh;
    }

    public static BigReal Atan(BigReal x)
    {
        const int Halvings = 4;
        var wide = x.To(x.precision + Guard);
        var steep = !x.IsFinite || x.Top > 0;
        var t = Magnitude(steep ? 1 / wide : wide);
        for (var i = 0; i < Halvings; i++)
        {
            t /= 1 + Sqrt(1 + (t * t));
        }

        var angle = Scale(OddPowers(t, -(t * t)), Halvings);
        var atan = (steep ? Scale(Pi(wide.precision), -1) - angle : angle).To(x.precision);
        return x.IsNaN ? x : x.Sign < 0 ? -atan : atan;
    }

    private static BigReal Density(BigReal halfSquare, int digits) => Exp(-halfSquare) / Sqrt(Scale(Pi(digits), 1));

    /// <summary>Φ(t) − ½ = φ(t)·(t + t³/3 + t⁵/(3·5) + …), of positive terms only.</summary>
    private static BigReal NearHalf(BigReal t) => Density(Scale(t * t, -1), t.precision) * DoubleFactorials(t, t * t);

    /// <summary>(1 − Φ(t))/φ(t) ~ 1/t − 1/t³ + 3/t⁵ − 15/t⁷ + …, whose smallest term is about e^(−t²/2).</summary>
    private static BigReal FarMills(BigReal t)
    {
        var (sum, term, square) = (1 / t, 1 / t, t * t);
        for (var n = 1; Matters(term, sum); n += 2)
        {
            term = -(term * n) / square;
            sum += term;
        }

        return sum;
    }

    /// <summary>t + t·s/3 + t·s²/(3·5) + …</summary>
    private static BigReal DoubleFactorials(BigReal t, BigReal s)
    {
        var (sum, term) = (t, t);
        for (var n = 3; Matters(term, sum) || (double)s > n; n += 2)
        {
            term = term * s / n;
            sum += term;
        }

        return sum;
    }

    /// <summary>first·(1 − x²/((n+1)(n+2)) + …): sine from x and 1, cosine from 1 and 0.</summary>
    private static BigReal SinSeries(BigReal x, BigReal first, int n)
    {
        var (sum, term, square) = (first, first, x * x);
        for (; Matters(term, sum); n += 2)
        {
            term = -(term * square) / ((n + 1.0) * (n + 2));
            sum += term;
        }

        return sum;
    }

    private static BigInteger Nearest(BigReal x)
    {
        var doubled = x.exponent >= -1 ? x.significand << (int)(x.exponent + 1) : x.significand >> (int)Math.Min(int.MaxValue, -x.exponent - 1);
        return (doubled + 1) >> 1;
    }
}
