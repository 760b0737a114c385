using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>Spans of 16-bit floats to and from floats, in vectors; exact one way, rounded to nearest and ties to even the other.</summary>
internal static class Narrow
{
    // Half's exponent bias is 112 less than a float's, and its mantissa 13 bits shorter.
    private const int HalfShift = 13;
    private const uint HalfRebias = 112u << 23;
    private const uint SmallestNormalHalf = 113u << 23;
    private const uint BeyondHalf = 0x477F_F000;
    private const uint Infinity = 0x7F80_0000;

    /// <summary>The floats that are the same numbers.</summary>
    public static void Widen<E>(ReadOnlySpan<E> from, Span<float> to)
        where E : unmanaged
    {
        var bits = MemoryMarshal.Cast<E, ushort>(from);
        var words = MemoryMarshal.Cast<float, uint>(to);
        var i = 0;
        for (; i + Vector<ushort>.Count <= bits.Length; i += Vector<ushort>.Count)
        {
            Vector.Widen(new Vector<ushort>(bits[i..]), out var low, out var high);
            Widened<E>(low).CopyTo(words[i..]);
            Widened<E>(high).CopyTo(words[(i + Vector<uint>.Count)..]);
        }

        for (; i < bits.Length; i++)
        {
            words[i] = Widened<E>(new Vector<uint>(bits[i]))[0];
        }
    }

    /// <summary>The nearest 16-bit floats.</summary>
    public static void Round<E>(ReadOnlySpan<float> from, Span<E> to)
        where E : unmanaged
    {
        var words = MemoryMarshal.Cast<float, uint>(from);
        var bits = MemoryMarshal.Cast<E, ushort>(to);
        var i = 0;
        for (; i + Vector<ushort>.Count <= bits.Length; i += Vector<ushort>.Count)
        {
            var low = Rounded<E>(new Vector<uint>(words[i..]));
            var high = Rounded<E>(new Vector<uint>(words[(i + Vector<uint>.Count)..]));
            Vector.Narrow(low, high).CopyTo(bits[i..]);
        }

        for (; i < bits.Length; i++)
        {
            bits[i] = (ushort)Rounded<E>(new Vector<uint>(words[i]))[0];
        }
    }

    private static Vector<uint> Widened<E>(Vector<uint> bits)
    {
        if (typeof(E) == typeof(BFloat16))
        {
            return bits << 16;
        }

        // As a float with too small an exponent, brought up by a product, which also makes subnormal halves normal floats.
        var magnitude = (bits & new Vector<uint>(0x7FFF)) << HalfShift;
        var scaled = Vector.AsVectorUInt32(Vector.AsVectorSingle(magnitude) * new Vector<float>(5.192296858534828e+33f));
        var special = Vector.GreaterThanOrEqual(magnitude, new Vector<uint>(0x7C00u << HalfShift));
        return scaled | (special & new Vector<uint>(Infinity)) | ((bits & new Vector<uint>(0x8000)) << 16);
    }

    private static Vector<uint> Rounded<E>(Vector<uint> words)
    {
        var magnitude = words & new Vector<uint>(0x7FFF_FFFF);
        var nan = Vector.GreaterThan(magnitude, new Vector<uint>(Infinity));
        if (typeof(E) == typeof(BFloat16))
        {
            var nearest = (words + new Vector<uint>(0x7FFF) + ((words >> 16) & Vector<uint>.One)) >> 16;
            return Vector.ConditionalSelect(nan, (words >> 16) | new Vector<uint>(0x0040), nearest);
        }

        // Halves below the normal ones: adding ½ leaves their bits, rounded, at the end of the mantissa.
        var half = new Vector<float>(0.5f);
        var small = Vector.AsVectorUInt32(Vector.AsVectorSingle(magnitude) + half) - Vector.AsVectorUInt32(half);
        var normal = (magnitude - new Vector<uint>(HalfRebias) + new Vector<uint>(0xFFF) + ((magnitude >> HalfShift) & Vector<uint>.One)) >> HalfShift;
        var result = Vector.ConditionalSelect(Vector.LessThan(magnitude, new Vector<uint>(SmallestNormalHalf)), small, normal);
        result = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(magnitude, new Vector<uint>(BeyondHalf)), new Vector<uint>(0x7C00), result);
        result = Vector.ConditionalSelect(nan, new Vector<uint>(0x7E00) | ((magnitude >> HalfShift) & new Vector<uint>(0x3FF)), result);
        return result | ((words >> 16) & new Vector<uint>(0x8000));
    }
}
