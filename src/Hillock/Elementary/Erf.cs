using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    private const double TwoByRootPi = 1.1283791670955126;

    // Where the lanes of a float and a double have long reached 1; the tail of a normal at √2 times this is still computed.
    private const double LastErfTail = 27.5;

    /// <summary>erf x and its slope 2e^(−x²)/√π, to 3 ULP: a polynomial up to 1, from there on 1 less two tails of a normal.</summary>
    /// <remarks>The rounding error of x² is carried along, since the exponential would multiply it by x².</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V>(V x, out V slope)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var z = V.Within(V.Magnitude(x), 0, LastErfTail);
        var w = z * z;
        var exp = Exp(-w);
        exp = V.Residue(exp, V.Lost(z, z, w), exp);
        slope = exp * TwoByRootPi;

        // E(x²) = erf(x)/x to 2⁻⁶¹, or 2⁻³⁴
        V e;
        if (V.IsFull)
        {
            e = 5.957176147748911e-11;
            e = V.Horner(e, w, -1.1372848856791674e-09, 1.4659775274047436e-08, -1.6350312701054695e-07, 1.6461000484121368e-06);
            e = V.Horner(e, w, -1.4925595266831182e-05, 0.0001205533111164271, -0.000854832698083379, 0.0052239776248180145);
            e = V.Horner(e, w, -0.026866170645076792, 0.11283791670954879, -0.3761263890318375, 1.1283791670955126);
        }
        else
        {
            e = V.Fma(-9.667043571486996e-06, w, 0.00011265959025606609);
            e = V.Fma(V.Fma(e, w, -0.0008484080405535107), w, 0.005221031807858023);
            e = V.Horner(e, w, -0.026865430727670243, 0.11283782495236845, -0.3761263846802871, 1.1283791670615435);
        }

        return V.WithSign(V.Where(z < 1, z * e, V.Residue(exp * Mills(z * 1.4142135623730951), 2, 1)), x);
    }
}
