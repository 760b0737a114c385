using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    // Up to here a multiple of π/2 in three parts is subtracted exactly enough.
    private const double GreatestReduced = 1 << 20;

    /// <summary>sin x and cos x, to 2 ULP for every finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x, out V cos)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var n = V.Fma(x, 0.6366197723675814, Words.Rounding) - Words.Rounding;
        var r = V.Residue(n, 2.0222662487959506e-21, V.Residue(n, 6.077100506303966e-11, V.Residue(n, 1.5707963267341256, x)));
        if (!V.AllWithin(x, GreatestReduced))
        {
            // Lane by lane: the answer for one element must not depend on its neighbours.
            var great = V.Magnitude(x) > GreatestReduced;
            n = V.Where(great, GreatArgument.Reduce(x, out var rest), n);
            r = V.Where(great, rest, r);
        }

        // n modulo 4 as −1.5, −0.5, 0.5 or 1.5 would not be exact; as halves and quarters of whole numbers it is.
        var half = n * 0.5;
        var odd = half - ((half + Words.Rounding) - Words.Rounding);
        var quarter = n * 0.25;
        var position = quarter - ((quarter + Words.Rounding) - Words.Rounding);

        var w = r * r;
        V s = 1.591810123027412e-10;
        s = V.Fma(s, w, -2.5051131455427946e-08);
        s = V.Horner(s, w, 2.755731610068303e-06, -0.0001984126983675497, 0.008333333333330946, -0.16666666666666666);
        V c = -1.1382614868556325e-11;
        c = V.Fma(c, w, 2.0876146024689747e-09);
        c = V.Horner(c, w, -2.7557317270560326e-07, 2.4801587298763433e-05, -0.0013888888888887395, 0.041666666666666664);
        var sinOfR = V.WithSign(V.Fma(r * w, s, r), r);
        var cosOfR = V.Fma(w * w, c, V.Fma(w, -0.5, 1));

        // position is 0, ±¼ or ½ of a turn, and ½ may show as either sign.
        var turned = V.Magnitude(position) > 0.4;
        var swapped = V.Magnitude(odd) > 0.4;
        var sin = V.Where(swapped, cosOfR, sinOfR);
        cos = V.Where(swapped, sinOfR, cosOfR);
        var sinMinus = V.Where(swapped, V.Where(position < 0, 1, 0), V.Where(turned, 1, 0));
        var cosMinus = V.Where(swapped, V.Where(position > 0, 1, 0), V.Where(turned, 1, 0));
        cos = V.Where(cosMinus > 0, -cos, cos);
        return V.Where(sinMinus > 0, -sin, sin);
    }
}
