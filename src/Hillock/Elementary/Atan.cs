using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    /// <summary>atan x, to 2 ULP: with |x| folded to at most tan(π/8) by the tangent of a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Atan<V>(V x)
        where V : struct, IDoubles<V>, IReal<V>
    {
        const double Eighth = 0.41421356237309503, ThreeEighths = 2.414213562373095;
        var z = V.Magnitude(x);
        var great = z > ThreeEighths;
        var middle = z > Eighth;
        var above = V.Where(great, V.WithSign(1, -1), V.Where(middle, z - 1, z));
        var below = V.Where(great, z, V.Where(middle, z + 1, 1));
        var u = above / below;
        var w = u * u;

        // atan(u) = u + u³·A(u²), A to 2⁻⁵⁷ of a term that is at most a sixteenth
        V a = 0.016284375050043393;
        a = V.Fma(a, w, -0.03456931506332609);
        a = V.Fma(a, w, 0.045515447340221615);
        a = V.Fma(a, w, -0.05230443640686948);
        a = V.Horner(a, w, 0.05878927554473807, -0.0666642476020052, 0.07692296368042296, -0.09090908753259112);
        a = V.Horner(a, w, 0.11111111105150588, -0.14285714285659779, 0.19999999999999804, -0.3333333333333333);
        var high = V.Where(great, 1.5707963267948966, V.Where(middle, 0.7853981633974483, 0));
        var low = V.Where(great, 6.123233995736766e-17, V.Where(middle, 3.061616997868383e-17, 0));
        return V.WithSign(high + (V.Fma(u * w, a, low) + u), x);
    }
}
