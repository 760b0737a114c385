namespace Hillock;

/// <summary>The layout of a double, as the constants with which lanes take exponents apart and put them together.</summary>
internal static class Words
{
    /// <summary>The width of the mantissa field.</summary>
    public const int MantissaBits = 52;

    /// <summary>Adding this leaves whole numbers in the lowest bits: 1.5·2⁵².</summary>
    public const double Rounding = 6755399441055744;

    /// <summary>As <see cref="Rounding"/>, with the exponent's bias added.</summary>
    public const double ExponentInLowBits = Rounding + 1023;

    /// <summary>Powers of two below this are reached in a second step.</summary>
    public const double LeastFirstStep = -1000;

    /// <summary>The bits of 1.</summary>
    public const long OneBits = 0x3FF0_0000_0000_0000;

    /// <summary>1 minus √½ in bits: moves mantissas from √2 on to the next exponent.</summary>
    public const long ExponentRounding = OneBits - 0x3FE6_A09E_667F_3BCD;

    /// <summary>The bits of 2⁵²: OR a small whole number in, and it is a double.</summary>
    public const long WholeBits = 0x4330_0000_0000_0000;

    /// <summary>Bits from which those of a number are taken for its reciprocal, at most an eighth off: the line through 1/x at 1 and 2, lowered.</summary>
    public const long ReciprocalBits = 0x7FDE_6238_502C_8000;

    /// <summary>What <see cref="WholeBits"/> and the exponent's bias add up to.</summary>
    public const double WholeOffset = 4503599627370496 + 1023;
}
