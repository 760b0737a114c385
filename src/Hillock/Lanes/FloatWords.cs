using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>The layout of a float, as <see cref="Words"/> is that of a double.</summary>
internal static class FloatWords
{
    /// <inheritdoc cref="Words.MantissaBits"/>
    public const int MantissaBits = 23;

    /// <summary>Adding this leaves whole numbers, with the exponent's bias added, in the lowest bits: 1.5·2²³ + 127.</summary>
    public const float ExponentInLowBits = 12582912 + 127;

    /// <summary>A double as a float, by an instruction that does not wait for what its register held before: in a loop that is the element before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Narrowed(double value) => Sse2.IsSupported
        ? Sse2.ConvertScalarToVector128Single(Vector128<float>.Zero, Vector128.CreateScalarUnsafe(value)).ToScalar()
        : (float)value;

    /// <summary>The bits of infinity without the sign: finite numbers are below.</summary>
    public const uint InfinityShifted = 0xFF00_0000;

    /// <summary>Leaves the exponent's lowest two bits and the mantissa's highest two: which quarter of which octave from 1 to 16.</summary>
    public const int SelectorShift = 21;
}
