using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    // Up to here a multiple of π/2 in three parts is subtracted exactly enough.
    private const double GreatestReduced = 1 << 20;

    // π/2 in three parts; the first two have 33 bits, so their products with a whole number up to 2²⁰ are exact.
    private const double HalfPiHigh = 1.5707963267341256;
    private const double HalfPiMiddle = 6.077100506303966e-11;
    private const double HalfPiLow = 2.0222662487959506e-21;

    /// <summary>sin x and cos x, to 2 ULP for every finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x, out V cos)
        where V : struct, IDoubles<V>, IReal<V> =>
        Sin(x, out _, out cos, out _);

    /// <summary>sin x and cos x in two parts each, to 2⁻⁵⁵: where a wave is added to something, what remains may be small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x, out V sinLow, out V cos, out V cosLow)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var n = QuarterTurns(x, out var r, out var rest);
        var w = r * r;

        // sin r = r + r³·S(r²), S to 2⁻⁵², and cos r = 1 − r²/2 + r⁴·C(r²), C to 2⁻⁵⁴
        V s = 1.591810123027412e-10;
        s = V.Fma(s, w, -2.5051131455427946e-08);
        s = V.Horner(s, w, 2.755731610068303e-06, -0.0001984126983675497, 0.008333333333330946, -0.16666666666666666);
        V c = -1.1382614868556325e-11;
        c = V.Fma(c, w, 2.0876146024689747e-09);
        c = V.Horner(c, w, -2.7557317270560326e-07, 2.4801587298763433e-05, -0.0013888888888887395, 0.041666666666666664);

        var half = w * 0.5;
        var small = V.Fma(r * w, s, V.Residue(rest, half, rest));
        var sinOfR = V.WithSign(r + small, r);
        var sinRest = small - (sinOfR - r);
        var most = (V)1 - half;
        small = (V)1 - most - half + V.Fma(w * w, c, V.Residue(r, rest, V.Lost(r, r, w) * -0.5));
        var cosOfR = most + small;
        var cosRest = small - (cosOfR - most);

        // The place in a turn from −½ to ½, in quarters; ½ may show as either sign. Of whole numbers halves and quarters are exact.
        var halves = n * 0.5;
        var swapped = V.Magnitude(halves - (halves + Words.Rounding - Words.Rounding)) > 0.4;
        var quarters = n * 0.25;
        var place = quarters - (quarters + Words.Rounding - Words.Rounding);
        var opposite = V.Magnitude(place) > 0.4;
        var sinSign = V.Where(V.Where(swapped, place < 0, opposite), V.WithSign(1, -1), 1);
        var cosSign = V.Where(V.Where(swapped, place > 0, opposite), V.WithSign(1, -1), 1);
        sinLow = sinSign * V.Where(swapped, cosRest, sinRest);
        cosLow = cosSign * V.Where(swapped, sinRest, cosRest);
        cos = cosSign * V.Where(swapped, sinOfR, cosOfR);
        return sinSign * V.Where(swapped, cosOfR, sinOfR);
    }

    /// <summary>n with x = n·π/2 + r + rest and |r| ≤ π/4, or n modulo 4; without the rest where it is short.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V QuarterTurns<V>(V x, out V r, out V rest)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var n = V.Fma(x, 0.6366197723675814, Words.Rounding) - Words.Rounding;
        var t = V.Residue(n, HalfPiHigh, x);
        var u = V.Residue(n, HalfPiMiddle, t);
        r = V.Residue(n, HalfPiLow, u);
        rest = 0;
        if (V.IsFull)
        {
            // What the last two differences lost, n·π/2's own digits included.
            var product = n * HalfPiMiddle;
            var shadow = u - t;
            var lost = t - (u - shadow) - (product + shadow);
            product = n * HalfPiLow;
            shadow = r - u;
            rest = u - (r - shadow) - (product + shadow) + (lost - V.Lost(n, HalfPiLow, product));
        }

        if (!V.AllWithin(x, GreatestReduced))
        {
            // Lane by lane: the answer for one element must not depend on its neighbours.
            var great = V.Magnitude(x) > GreatestReduced;
            n = V.Where(great, GreatArgument.Reduce(x, out var left), n);
            r = V.Where(great, left, r);
            rest = V.Where(great, 0, rest);
        }

        return n;
    }
}
