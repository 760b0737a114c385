using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    private const double InverseRootTwoPi = 0.39894228040143268;

    // Φ(−39) is below the smallest subnormal double.
    private const double LastNormalTail = 39.5;

    /// <summary>Φ(x) and its density, to 3.5 ULP with the relative accuracy kept down to Φ(−38) = 3e-316.</summary>
    /// <remarks>The rounding error of z² is carried along, since the exponential would multiply it by z²/2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalCdf<V>(V x, out V density)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var z = V.Within(V.Magnitude(x), 0, LastNormalTail);
        var square = z * z;
        var lost = V.Fma(z, z, -square);
        var exp = Exp(square * -0.5);
        exp = V.Fma(exp, lost * -0.5, exp);
        var tail = exp * Mills(z);
        if (V.IsFull)
        {
            // Near ½, which has one digit less than numbers just above it, the product's roundings would count double.
            tail = V.Where(z < 1, V.Residue(z, Middle(square), 0.5), tail);
        }

        density = exp * InverseRootTwoPi;
        return V.Where(x > 0, (V)1 - tail, tail);
    }

    /// <summary>N(w) with Φ(−z) = ½ − z·N(z²) for z ≤ 1, to 2⁻⁵⁹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Middle<V>(V w)
        where V : struct, IDoubles<V>, IReal<V>
    {
        V n = 4.0743269774266276e-12;
        n = V.Fma(n, w, -1.106432828275589e-10);
        n = V.Fma(n, w, 2.2704137585676e-09);
        n = V.Horner(n, w, -4.1224107514160815e-08, 6.659679879655231e-07, -9.444655793103845e-06, 0.00011543468751655941);
        return V.Horner(n, w, -0.0011873282154680343, 0.009973557010035022, -0.06649038006690543, 0.3989422804014327);
    }

    /// <summary>M(z) = Φ(−z)·e^(z²/2) for 0 ≤ z ≤ 39.5: K(t)/(z + 5) with t = (z − 5)/(z + 5), K a polynomial to 2⁻⁶⁰, or 2⁻³³.</summary>
    /// <remarks>M falls slowly. The substitution is that of Shepherd and Laframboise 1981, doi:10.1090/S0025-5718-1981-0595058-X.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Mills<V>(V z)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var inverse = (V)1 / (z + 5);
        var t = (z - 5) * inverse;
        V k;
        if (V.IsFull)
        {
            k = -3.81618035300424e-10;
            k = V.Fma(k, t, -1.160886448380309e-09);
            k = V.Fma(k, t, 2.220848621773149e-09);
            k = V.Fma(k, t, 1.0797345335746256e-08);
            k = V.Horner(k, t, -8.555696628254633e-09, -7.014220631960926e-08, 4.0177962891473734e-08, 4.362925568222539e-07);
            k = V.Horner(k, t, -3.345738518771817e-07, -2.7707204135122383e-06, 3.97980489932909e-06, 1.6681639595174005e-05);
            k = V.Horner(k, t, -4.976245616870157e-05, -5.9375807358891235e-05, 0.0005448989927584027, -0.0007978693892958589);
            k = V.Horner(k, t, -0.002993376761868743, 0.020795066799260343, -0.06911863870687814, 0.16502036617040713);
            k = V.Horner(k, t, -0.31353315667128745, 0.4953056159699761, -0.6653825028900568, 0.769193049750063);
        }
        else
        {
            k = V.Fma(5.461604110741562e-06, t, 1.2506270190522005e-05);
            k = V.Horner(k, t, -5.344426366825759e-05, -5.680271938715309e-05, 0.0005479126835875582, -0.0007985741877123512);
            k = V.Horner(k, t, -0.0029945322177995087, 0.02079513446338613, -0.06911842373171107, 0.16502036860614516);
            k = V.Horner(k, t, -0.31353317392600705, 0.49530561547931495, -0.6653825024899935, 0.7691930497558721);
        }

        return k * inverse;
    }
}
