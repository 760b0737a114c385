using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Single
{
    /// <summary>
    /// x·σ(kx) = x/(1 + e^−kx), which rounds twice where a product with σ would round three times; the rounding error of kx is
    /// carried along. Its companions are σ(kx) and σ(−kx).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidGate<V>(V x, Constant steepness, out V sigmoid, out V complement)
        where V : struct, IFloats<V>, IReal<V>
    {
        V k = (float)-steepness.High;
        var u = k * x;
        var low = V.Fma(x, (float)steepness.High - steepness.High, V.Lost(k, x, u));
        return Gate(x, Reduce(u, low, out var power), power, out sigmoid, out complement);
    }

    /// <summary>x·σ(x), the above without a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidGate<V>(V x, out V sigmoid, out V complement)
        where V : struct, IFloats<V>, IReal<V> =>
        Gate(x, Reduce(-x, out var power), power, out sigmoid, out complement);

    /// <summary>x·σ(k·(x + cx³)), as above with the rounding errors of the polynomial carried along.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidGate<V>(V x, Constant steepness, Constant cubic, out V sigmoid, out V complement)
        where V : struct, IFloats<V>, IReal<V>
    {
        var product = steepness.High * cubic.High;
        V k = (float)-steepness.High;
        V c = (float)-product;

        // −k − c·x² in two parts, then times x
        var square = x * x;
        var high = c * square;
        var low = V.Fma(c, V.Lost(x, x, square), V.Lost(c, square, high));
        low = V.Fma(square, (float)product - product, low);
        var sum = high + k;
        var part = sum - high;
        low += high - (sum - part) + (k - part) + ((float)steepness.High - steepness.High);
        var u = x * sum;
        low = V.Fma(x, low, V.Lost(x, sum, u));
        return Gate(x, Reduce(u, low, out var power), power, out sigmoid, out complement);
    }

    /// <summary>x/(1 + power·eʳ) and the chances 1/(1 + power·eʳ) and power·eʳ/(1 + power·eʳ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Gate<V>(V x, V r, V power, out V sigmoid, out V complement)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = SmallExpM1(r);
        var divisor = OnePlus(power, p);
        sigmoid = (V)1 / divisor;

        // Below one half the complement of σ is exact to half a unit, which the slope needs near the function's minimum.
        complement = V.Where(sigmoid < 0.5, (V)1 - sigmoid, power * V.Fma(p, sigmoid, sigmoid));
        return x / divisor;
    }

    /// <summary>tanh(ln(1 + eˣ)) and its slope: with e = eˣ and d = e² + 2e + 2 they are 1 − 2/d = e·(1 − e(e + 1)/d) and 4e(e + 1)/d².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TanhSoftplus<V>(V x, out V slope)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = Split(x, out var power);
        var e = V.Fma(power, p, power);

        // With t = 1 + e and d = t² + 1, both in two parts, the greater values are 1 − 2/d and the smaller e·(1 − et/d).
        var sum = power + 1;
        var t = V.Fma(power, p, sum);
        var lost = V.Fma(power, p, sum - t);
        var d = V.Fma(t, t, 1);
        lost = V.Fma(t + t, lost, V.Fma(t, t, (V)1 - d));
        var inverse = (V)1 / d;
        inverse = V.Fma(inverse, V.Residue(lost, inverse, V.Residue(d, inverse, 1)), inverse);
        var product = e * t;
        slope = product * 4 * inverse * inverse;
        var k = V.Residue(product, inverse, 1);
        return V.Where(x > -1, V.Residue(inverse, 2, 1), power * V.Fma(p, k, k));
    }
}
