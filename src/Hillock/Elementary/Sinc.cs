using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    /// <summary>
    /// sin(x)/x and its slope (cos x − sinc x)/x, to 3 ULP; up to 1 the slope is a polynomial, since the difference would
    /// cancel.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sinc<V>(V x, out V slope)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var magnitude = V.Magnitude(x);
        var sinc = V.Where(magnitude > 0, Sin(x, out var cos) / x, 1);

        // D(x²) = sinc′(x)/x to 2⁻⁵⁵
        var w = x * x;
        V d = -1.0549683290282658e-11;
        d = V.Fma(d, w, 1.9268707751406797e-09);
        d = V.Fma(d, w, -2.5052093777430813e-07);
        d = V.Horner(d, w, 2.2045855328091563e-05, -0.0011904761904676772, 0.0333333333333328, -0.3333333333333333);
        slope = V.Where(magnitude < 1, x * d, (cos - sinc) / x);
        return sinc;
    }
}
