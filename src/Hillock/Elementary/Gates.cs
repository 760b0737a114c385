using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    // Beyond this tanh(ln(1 + eˣ)) is 1, and e²ˣ still a double.
    private const double LastTanhSoftplus = 300;

    /// <summary>x·tanh(ln(1 + eˣ)) and its slope: with e = eˣ, t = e + 1 and d = t² + 1 the factor is e(e + 2)/d, or 1 − 2/d, and its slope 4et/d².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TanhSoftplusGate<V>(V x, out V slope)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var e = Exp(V.Min(x, LastTanhSoftplus));
        var t = e + 1;
        var inverse = (V)1 / V.Fma(t, t, 1);
        var tanh = V.Where(x > 0, V.Residue(inverse, 2, 1), e * (e + 2) * inverse);
        slope = tanh + (x * (e * t * 4 * inverse * inverse));
        return x * tanh;
    }
}
