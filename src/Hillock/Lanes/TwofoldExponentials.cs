using System.Runtime.CompilerServices;

namespace Hillock;

/// <remarks>
/// Exponentials whose second word is right as well, to 2⁻⁶⁴: e^(−e⁻ˣ) multiplies the error of the inner one by up to 745, and near
/// a root a sum multiplies any.
/// </remarks>
internal readonly partial struct Twofold<V>
{
    [MethodImpl(Inline)]
    public static Twofold<V> Exp(Twofold<V> x)
    {
        var n = Reduce(x, out var small);
        return Scale(small + 1, n);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> ExpM1(Twofold<V> x, out Twofold<V> exp)
    {
        var n = Reduce(x, out var small);
        exp = Scale(small + 1, n);
        var expM1 = Where(new(V.Magnitude(n) > 0, 0), exp - 1, small);
        return new(V.WithSign(expM1.high, x.high), expM1.low);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Sigmoid(Twofold<V> x, out Twofold<V> complement)
    {
        var t = Exp(-Magnitude(x));
        var greater = 1 / (t + 1);
        var smaller = t * greater;
        var positive = new Twofold<V>(x.high > 0, 0);
        complement = Where(positive, smaller, greater);
        return Where(positive, greater, smaller);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Tanh(Twofold<V> x, out Twofold<V> sechSquared)
    {
        var magnitude = Magnitude(x);
        var e = ExpM1(-(magnitude + magnitude), out var exp);
        var inverse = 1 / (e + 2);
        sechSquared = exp * 4 * inverse * inverse;
        var tanh = -(e * inverse);
        return Where(new(x.high < 0, 0), -tanh, new(V.WithSign(tanh.high, x.high), tanh.low));
    }

    /// <summary>n and a small p with eˣ = 2ⁿ·(1 + p) and |x − n·ln 2| ≤ ½ ln 2; p is eˣ − 1 itself where n is 0.</summary>
    /// <remarks>The series of e^(r/8) − 1, whose first two terms need both words; then (1 + p)² − 1 three times.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static V Reduce(Twofold<V> x, out Twofold<V> small)
    {
        var high = V.Within(x.high, Elementary.LeastExponent, Elementary.MostExponent);
        var n = V.Fma(high, Elementary.Log2E, Words.Rounding) - Words.Rounding;
        var rest = V.Where(V.Magnitude(x.high - high) > 0, 0, x.low);
        var low = n * Elementary.Ln2Low;
        var r = new Twofold<V>(V.Fma(n, -Elementary.Ln2High, high), rest) + new Twofold<V>(-low, -V.Fma(n, Elementary.Ln2Low, -low));
        var eighth = new Twofold<V>(r.high * 0.125, r.low * 0.125);
        var z = eighth.high;
        V q = 1.0 / 39916800;
        q = V.Horner(q, z, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040);
        q = V.Horner(q, z, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6);
        var p = eighth + ((eighth * eighth * 0.5) + new Twofold<V>(z * z * z * q, 0));
        p = (p * p) + (p + p);
        p = (p * p) + (p + p);
        p = (p * p) + (p + p);

        // An eighth of the least numbers would lose their last bits.
        small = Where(new(V.Magnitude(high) > 1e-290, 0), p, new(high, rest));
        return n;
    }

    [MethodImpl(Inline)]
    private static Twofold<V> Scale(Twofold<V> y, V n) => Normal(V.Scale(y.high, n), V.Scale(y.low, n));
}
