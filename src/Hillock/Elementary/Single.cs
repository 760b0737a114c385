using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// Elementary functions on float words, written once for all widths from exact or correctly rounded operations, for arguments
/// within ±87, where neither the result nor eˣ leaves the normal floats.
/// </summary>
/// <remarks>Errors quoted are the greatest over all floats in range.</remarks>
internal static partial class Single
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts: the first has 9 trailing zero bits, so its product with any exponent is exact.
    private const double Ln2High = 0.693145751953125;
    private const double Ln2Low = 1.428606765330187e-06;

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = Split(x, out var power);
        return V.Fma(power, p, power);
    }

    /// <summary>eˣ − 1 and eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpM1<V>(V x, out V exp)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = Split(x, out var power);
        exp = V.Fma(power, p, power);
        return V.WithSign(V.Fma(power, p, power - 1), x);
    }

    /// <summary>σ(x) = 1/(1 + e⁻ˣ) and σ(−x) = e⁻ˣ·σ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x, out V complement)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = Split(-x, out var power);
        var sigmoid = (V)1 / OnePlus(power, p);
        complement = power * V.Fma(p, sigmoid, sigmoid);
        return sigmoid;
    }

    /// <summary>ln(1 + eˣ), σ(x) and σ(−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Softplus<V>(V x, out V sigmoid, out V complement)
        where V : struct, IFloats<V>, IReal<V>
    {
        sigmoid = Sigmoid(x, out complement);
        var p = Split(-V.Magnitude(x), out var power);
        var t = V.Fma(power, p, power);
        var low = V.Fma(power, p, power - t);

        // ln(1 + t) = t − t²/2 − t³·S(t) for 0 ≤ t ≤ 1, S to 2⁻²⁵: the smaller terms first, so that t is rounded once.
        V s = -0.00280164199280335;
        s = V.Horner(s, t, 0.01718426698244871, -0.049309973434549695, 0.0913941377401492, -0.13033364238242814);
        s = V.Horner(s, t, 0.16365152869205535, -0.19956707952251837, 0.24996759908263924, -0.3333323734621399);
        return V.Residue(t * t * t, s, low) + V.Fma(t * -0.5, t, V.Max(x, 0)) + t;
    }

    /// <inheritdoc cref="OnePlus{V}(V, V, out V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OnePlus<V>(V power, V p)
        where V : struct, IFloats<V>, IReal<V> =>
        OnePlus(power, p, out _);

    /// <summary>1 + power·(1 + p), rounded once where power + 1 is exact and hardly more where it is not; and what that took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OnePlus<V>(V power, V p, out V lost)
        where V : struct, IFloats<V>, IReal<V>
    {
        var sum = power + 1;
        var rest = V.Fma(power, p, power - sum + 1);
        var result = sum + rest;
        lost = sum - result + rest;
        return result;
    }

    /// <summary>The power of two and the small p with eˣ = power·(1 + p).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Split<V>(V x, out V power)
        where V : struct, IFloats<V>, IReal<V> =>
        SmallExpM1(Reduce(x, out power));

    /// <summary>The power of two and the small r with eˣ = power·eʳ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduce<V>(V x, out V power)
        where V : struct, IFloats<V>, IReal<V>
    {
        var n = Exponent(x, out power);
        return V.Residue(n, Ln2Low, V.Residue(n, Ln2High, x));
    }

    /// <summary>As for x + low, where low is what rounding took from x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduce<V>(V x, V low, out V power)
        where V : struct, IFloats<V>, IReal<V>
    {
        var n = Exponent(x, out power);
        return V.Residue(n, Ln2High, x) + V.Residue(n, Ln2Low, low);
    }

    /// <summary>The whole n next to x/ln 2, and 2ⁿ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Exponent<V>(V x, out V power)
        where V : struct, IFloats<V>, IReal<V>
    {
        var rounded = V.Fma(x, Log2E, FloatWords.ExponentInLowBits);
        power = V.PowerOfTwo(rounded);
        return rounded - FloatWords.ExponentInLowBits;
    }

    /// <summary>eʳ − 1 for |r| ≤ ½ ln 2, to 2⁻²⁸ of eʳ and 2⁻²⁶ of itself, before rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SmallExpM1<V>(V r)
        where V : struct, IFloats<V>, IReal<V> =>
        V.Fma(r * r, V.Horner(0.001388251638493836, r, 0.00836654713298513, 0.04166720071281976, 0.16666543424251334, 0.49999998149616504), r);
}
