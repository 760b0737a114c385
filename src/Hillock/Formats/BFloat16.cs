using System.Globalization;

namespace Hillock;

/// <summary>
/// A float of 16 bits with the range of 32: 1 sign, 8 exponent and 7 mantissa bits, the upper half of a float. Bit-compatible with
/// PyTorch's and TensorFlow's bfloat16.
/// </summary>
/// <remarks>Wang and Kanwar 2019, "BFloat16: The secret to high performance on Cloud TPUs". Narrowing rounds to nearest, ties to even.</remarks>
public readonly struct BFloat16 : IEquatable<BFloat16>, IComparable<BFloat16>, IFormattable
{
    private const int DroppedBits = 16;
    private const ushort QuietBit = 0x0040;

    private readonly ushort bits;

    private BFloat16(ushort bits) => this.bits = bits;

    /// <summary>The smallest positive number, 9.2e-41.</summary>
    public static BFloat16 Epsilon => FromBits(0x0001);

    /// <summary>The greatest finite number, 3.39e38.</summary>
    public static BFloat16 MaxValue => FromBits(0x7F7F);

    /// <summary>The least finite number, −3.39e38.</summary>
    public static BFloat16 MinValue => FromBits(0xFF7F);

    /// <summary>+∞.</summary>
    public static BFloat16 PositiveInfinity => FromBits(0x7F80);

    /// <summary>−∞.</summary>
    public static BFloat16 NegativeInfinity => FromBits(0xFF80);

    /// <summary>Not a number.</summary>
    public static BFloat16 NaN => FromBits(0xFFC0);

    /// <summary>The number as a float, exactly.</summary>
    public static explicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value.bits << DroppedBits);

    /// <summary>The nearest bfloat16; of two, the even one.</summary>
    public static explicit operator BFloat16(float value)
    {
        var whole = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value)
            ? new((ushort)((whole >> DroppedBits) | QuietBit))
            : new((ushort)((whole + 0x7FFF + ((whole >> DroppedBits) & 1)) >> DroppedBits));
    }

    /// <summary>The nearest bfloat16 of a double, rounded once: the float between is rounded to odd, which the second rounding cannot mistake for a tie.</summary>
    public static explicit operator BFloat16(double value)
    {
        var single = (float)value;
        if (single == value || !float.IsFinite(single))
        {
            return (BFloat16)single;
        }

        var bits = BitConverter.SingleToUInt32Bits(single);
        var towardsZero = Math.Abs((double)single) > Math.Abs(value) ? bits - 1 : bits;
        return (BFloat16)BitConverter.UInt32BitsToSingle(towardsZero | 1);
    }

    /// <summary>Equal as numbers: NaN is not equal to itself, −0 equals 0.</summary>
    public static bool operator ==(BFloat16 left, BFloat16 right) => (float)left == (float)right;

    /// <summary>Not equal as numbers.</summary>
    public static bool operator !=(BFloat16 left, BFloat16 right) => (float)left != (float)right;

    /// <summary>Smaller.</summary>
    public static bool operator <(BFloat16 left, BFloat16 right) => (float)left < (float)right;

    /// <summary>Greater.</summary>
    public static bool operator >(BFloat16 left, BFloat16 right) => (float)left > (float)right;

    /// <summary>Smaller or equal.</summary>
    public static bool operator <=(BFloat16 left, BFloat16 right) => (float)left <= (float)right;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(BFloat16 left, BFloat16 right) => (float)left >= (float)right;

    /// <summary>The number whose 16 bits these are.</summary>
    public static BFloat16 FromBits(ushort bits) => new(bits);

    /// <summary>The 16 bits.</summary>
    public ushort ToBits() => bits;

    /// <summary>The number as a float, exactly.</summary>
    public float ToSingle() => (float)this;

    /// <inheritdoc/>
    public int CompareTo(BFloat16 other) => ((float)this).CompareTo((float)other);

    /// <summary>Equal as keys: NaN equals itself.</summary>
    public bool Equals(BFloat16 other) => ((float)this).Equals((float)other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <summary>The shortest number that reads back as the same bfloat16.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>As <see cref="ToString()"/> where no format is given, otherwise as a float.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (!string.IsNullOrEmpty(format) || !float.IsFinite((float)this))
        {
            return ((float)this).ToString(format, formatProvider);
        }

        var text = "";
        for (var digits = 1; text.Length == 0 || (BFloat16)double.Parse(text, formatProvider) != this; digits++)
        {
            text = ((float)this).ToString(FormattableString.Invariant($"G{digits}"), formatProvider);
        }

        return text;
    }
}
