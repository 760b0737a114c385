using System.Runtime.CompilerServices;

namespace Hillock;

/// <remarks>
/// Slopes of gates change sign, and beside that place their curvature is 0 somewhere: there the promised 2⁻²² leaves no more than
/// two roundings. So divisors carry along what rounding took from them.
/// </remarks>
internal static partial class Single
{
    /// <summary>x·σ(x) = x/(1 + e^−x), which rounds twice where a product with σ would round three times; and its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidGate<V>(V x, out V slope)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = SmallExpM1(Reduce(-x, out var power));
        var divisor = OnePlus(power, p);
        var sigmoid = (V)1 / divisor;
        slope = GateNumerator(x, power, p, sigmoid, out _) * sigmoid;
        return x / divisor;
    }

    /// <summary>x·σ(kx), as above with the rounding error of kx carried along.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidGate<V>(V x, Constant steepness, out V slope)
        where V : struct, IFloats<V>, IReal<V>
    {
        V k = (float)steepness.High;
        var u = k * x;
        var low = V.Fma(x, steepness.High - (float)steepness.High, V.Lost(k, x, u));
        var p = SmallExpM1(Reduce(-u, -low, out var power));
        var divisor = OnePlus(power, p, out var lost);
        slope = GateSlope(u, low, power, p, divisor, lost);
        return x / divisor;
    }

    /// <summary>x·σ(k·(x + cx³)), as above with the rounding errors of the polynomial carried along.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidGate<V>(V x, Constant steepness, Constant cubic, out V slope)
        where V : struct, IFloats<V>, IReal<V>
    {
        var square = x * x;
        var rest = V.Lost(x, x, square);
        var u = CubicTimes(x, square, rest, steepness.High, steepness.High * cubic.High, out var low);
        var p = SmallExpM1(Reduce(-u, -low, out var power));
        var divisor = OnePlus(power, p, out var lost);

        // The argument's slope, times x
        var v = CubicTimes(x, square, rest, steepness.High, 3 * steepness.High * cubic.High, out var vLow);
        slope = GateSlope(v, vLow, power, p, divisor, lost);
        return x / divisor;
    }

    /// <summary>x·(k + c·x²) in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CubicTimes<V>(V x, V square, V squareLost, double k, double c, out V low)
        where V : struct, IFloats<V>, IReal<V>
    {
        var (kHigh, cHigh) = ((float)k, (float)c);
        var product = square * cHigh;
        low = V.Fma(squareLost, cHigh, V.Lost(square, cHigh, product));
        low = V.Fma(square, c - cHigh, low);
        var sum = product + kHigh;
        var part = sum - product;
        low += product - (sum - part) + ((V)kHigh - part) + (k - kHigh);
        var result = x * sum;
        low = V.Fma(x, low, V.Lost(x, sum, result));
        return result;
    }

    /// <summary>The slope σ(u)·(1 + v·σ(−u)) of x·σ(u), with v = x·u′ in two parts, e^−u = power·(1 + p) and 1 + e^−u in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V GateSlope<V>(V v, V vLow, V power, V p, V divisor, V lost)
        where V : struct, IFloats<V>, IReal<V>
    {
        var sigmoid = (V)1 / divisor;
        var numerator = GateNumerator(v, power, p, sigmoid, out var complement);
        var quotient = numerator * sigmoid;
        var rest = V.Fma(vLow, complement, V.Residue(quotient, divisor, numerator));
        return V.Fma(V.Residue(quotient, lost, rest), sigmoid, quotient);
    }

    /// <summary>1 + v·σ(−u), and σ(−u). Below 0, 1 + v is exact where it matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V GateNumerator<V>(V v, V power, V p, V sigmoid, out V complement)
        where V : struct, IFloats<V>, IReal<V>
    {
        complement = power * V.Fma(p, sigmoid, sigmoid);
        return V.Where(v > 0, V.Fma(v, complement, 1), V.Residue(v, sigmoid, v + 1));
    }

    /// <summary>numerator/(divisor + lost) from 1/divisor, to little more than half a unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Quotient<V>(V numerator, V divisor, V lost, V inverse)
        where V : struct, IFloats<V>, IReal<V>
    {
        var quotient = numerator * inverse;
        return V.Fma(V.Residue(quotient, lost, V.Residue(quotient, divisor, numerator)), inverse, quotient);
    }
}
