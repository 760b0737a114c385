using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    // Beyond this the exponents no longer tell the reciprocal.
    private const double GreatestDivisor = 8.98846567431158e307;

    /// <summary>left / right, to 2⁻³⁴: eight products where the division of doubles takes as long as thirty.</summary>
    /// <remarks>With r near 1/b and e = 1 − b·r, 1/b = r·(1 + e)(1 + e²)(1 + e⁴)…; |e| ≤ 0.0506 at first.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Quotient<V>(V left, V right)
        where V : struct, IDoubles<V>, IReal<V>
    {
        right = V.Within(right, -GreatestDivisor, GreatestDivisor);
        var r = V.NearReciprocal(right);
        var e = V.Residue(right, r, 1);
        r = V.Fma(r, e, r);
        e *= e;
        r = V.Fma(r, e, r);
        e *= e;
        return left * V.Fma(r, e, r);
    }
}
