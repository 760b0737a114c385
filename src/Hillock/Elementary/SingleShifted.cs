using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Single
{
    /// <summary>e^(x − base)·2⁶⁴, to 0.9 ULP of the exact difference; exactly 0 from 132 below the base on.</summary>
    /// <remarks>
    /// <para>The scale keeps all of it among the normal floats: multiplied by what takes it off again, results underflow gradually,
    /// rounded once.</para>
    /// <para>Rounded, a difference of two floats is off by up to 32 ULP of its exponential. So the power of two alone is chosen from
    /// it; what is left is x − (base + n·ln 2), of which the parenthesis and the difference are exact.</para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ShiftedExp<V>(V x, in Shift<V> shift)
        where V : struct, IFloats<V>, IReal<V>
    {
        // In this order a NaN stays one.
        x = V.Max(shift.Floor, x);
        var rounded = V.Fma(x - shift.Base, Log2E, Shift<V>.ScaledExponentInLowBits);
        var n = rounded - Shift<V>.ScaledExponentInLowBits;
        var r = V.Residue(n, Ln2Low, x + V.Residue(n, Ln2High, shift.MinusBase));

        // eʳ to 2⁻²⁶ for |r| ≤ ½ ln 2
        var q = V.Fma(0.0013926268052570573, r, 0.008363246669753728);
        q = V.Horner(q, r, 0.041666554109346714, 0.16666576583158002, 0.5, 1);
        return V.Fma(q, r, 1) * V.PowerOfTwo(rounded);
    }
}

/// <summary>What <see cref="Single.ShiftedExp"/> takes off: the float next to the maximum of a row that is a multiple of 2⁻¹⁴.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal readonly struct Shift<V>
    where V : struct, IFloats<V>, IReal<V>
{
    /// <summary>The exponential of a difference of 0.</summary>
    public const float Unit = 18446744073709551616f;

    /// <summary>More than any of the exponentials.</summary>
    public const float Most = Unit * 2;

    /// <summary>As <see cref="FloatWords.ExponentInLowBits"/>, with the scale.</summary>
    public const float ScaledExponentInLowBits = FloatWords.ExponentInLowBits + 64;

    // Multiples of the grain below 512, and of 2⁻¹⁵ as ln 2's first part is, add up exactly.
    private const float Grain = 1f / (1 << 14);

    private const float Limit = 256;

    // −191·ln 2: the exponent of the power of two is 0 there, and so is the power.
    private const float Deepest = 132.4f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Shift(float maximum)
    {
        var multiple = BaseOf(maximum);
        (Base, MinusBase, Floor) = (multiple, -multiple, multiple - Deepest);
    }

    public V Base { get; }

    public V MinusBase { get; }

    public V Floor { get; }

    /// <summary>Whether a maximum is within ±256, where what it is taken off from is exact.</summary>
    public static bool Takes(float maximum) => Math.Abs(maximum) < Limit;

    /// <summary>The multiple next to a maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float BaseOf(float maximum) => MathF.Round(maximum / Grain) * Grain;
}
