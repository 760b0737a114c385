using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    private const double TwoByRootPi = 1.1283791670955126;

    /// <summary>erf x and its slope 2e^(−x²)/√π, to 3 ULP: a polynomial up to 1, from there on 1 less the tail of a normal.</summary>
    /// <remarks>The rounding error of x² is carried along, since the exponential would multiply it by x².</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V>(V x, out V slope)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var z = V.Within(V.Magnitude(x), 0, LastNormalTail);
        var w = z * z;
        var exp = Exp(-w);
        slope = V.Residue(exp, V.Lost(z, z, w), exp) * TwoByRootPi;

        // E(x²) = erf(x)/x to 2⁻⁶¹
        V e = 5.957176147748911e-11;
        e = V.Horner(e, w, -1.1372848856791674e-09, 1.4659775274047436e-08, -1.6350312701054695e-07, 1.6461000484121368e-06);
        e = V.Horner(e, w, -1.4925595266831182e-05, 0.0001205533111164271, -0.000854832698083379, 0.0052239776248180145);
        e = V.Horner(e, w, -0.026866170645076792, 0.11283791670954879, -0.3761263890318375, 1.1283791670955126);
        var tail = NormalCdf(z * -1.4142135623730951, out _);
        return V.WithSign(V.Where(z < 1, z * e, V.Residue(tail, 2, 1)), x);
    }
}
