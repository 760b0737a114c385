using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    // From here on √(1 + x²) rounds to x, and x² does not overflow before.
    private const double RootIsArgument = 1 << 28;

    /// <summary>
    /// asinh x and its slope 1/√(1 + x²), to 3 ULP: ln(1 + u) with u = x + x²/(1 + √(1 + x²)), which does not cancel, and ln x
    /// + ln 2 far out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Asinh<V>(V x, out V slope)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var z = V.Magnitude(x);
        var far = z > RootIsArgument;
        var root = V.Sqrt(V.Fma(z, z, 1));
        slope = (V)1 / V.Where(far, z, root);

        var rest = z * z / (root + 1);
        var u = rest + z;
        var sum = u + 1;
        var lost = u - (sum - 1) + (rest - (u - z));
        var log = Log(V.Where(far, z, sum));
        return V.WithSign(V.Where(far, log + (Ln2High + Ln2Low), log + (lost / sum)), x);
    }
}
