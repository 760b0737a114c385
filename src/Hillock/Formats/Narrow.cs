using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
        ref var bits = ref Unsafe.As<E, ushort>(ref MemoryMarshal.GetReference(from));
        ref var words = ref Unsafe.As<float, uint>(ref MemoryMarshal.GetReference(to));
        nuint i = 0, n = (nuint)from.Length, count = (nuint)Vector512<uint>.Count;
        for (; i + count <= n; i += count)
        {
            var some = Vector256.LoadUnsafe(ref bits, i);
            Widened<E>(Avx512F.IsSupported
                ? Avx512F.ConvertToVector512UInt32(some)
                : Vector512.Create(Vector256.WidenLower(some), Vector256.WidenUpper(some))).StoreUnsafe(ref words, i);
        }

        for (; i < n; i++)
        {
            Unsafe.Add(ref words, i) = Widened<E>(Vector512.Create((uint)Unsafe.Add(ref bits, i)))[0];
        }
    }

    /// <summary>The nearest 16-bit floats.</summary>
    public static void Round<E>(ReadOnlySpan<float> from, Span<E> to)
        where E : unmanaged
    {
        ref var words = ref Unsafe.As<float, uint>(ref MemoryMarshal.GetReference(from));
        ref var bits = ref Unsafe.As<E, ushort>(ref MemoryMarshal.GetReference(to));
        nuint i = 0, n = (nuint)from.Length, count = (nuint)Vector512<uint>.Count;
        for (; i + count <= n; i += count)
        {
            var some = Rounded<E>(Vector512.LoadUnsafe(ref words, i));
            (Avx512F.IsSupported
                ? Avx512F.ConvertToVector256UInt16(some)
                : Vector256.Narrow(some.GetLower(), some.GetUpper())).StoreUnsafe(ref bits, i);
        }

        for (; i < n; i++)
        {
            Unsafe.Add(ref bits, i) = (ushort)Rounded<E>(Vector512.Create(Unsafe.Add(ref words, i)))[0];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Widened<E>(Vector512<uint> bits)
    {
        if (typeof(E) == typeof(BFloat16))
        {
            return bits << 16;
        }

        // As a float with too small an exponent, brought up by a product, which also makes subnormal halves normal floats.
        var magnitude = (bits & Vector512.Create(0x7FFFu)) << HalfShift;
        var scaled = (magnitude.AsSingle() * 5.192296858534828e+33f).AsUInt32();
        var special = Vector512.GreaterThanOrEqual(magnitude, Vector512.Create(0x7C00u << HalfShift));
        return scaled | (special & Vector512.Create(Infinity)) | ((bits & Vector512.Create(0x8000u)) << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Rounded<E>(Vector512<uint> words)
    {
        var magnitude = words & Vector512.Create(0x7FFF_FFFFu);
        var nan = Vector512.GreaterThan(magnitude, Vector512.Create(Infinity));
        if (typeof(E) == typeof(BFloat16))
        {
            var upper = words >> 16;
            var nearest = (words + Vector512.Create(0x7FFFu) + (upper & Vector512<uint>.One)) >> 16;
            return Vector512.ConditionalSelect(nan, upper | Vector512.Create(0x0040u), nearest);
        }

        // Halves below the normal ones: adding ½ leaves their bits, rounded, at the end of the mantissa.
        var half = Vector512.Create(0.5f);
        var small = (magnitude.AsSingle() + half).AsUInt32() - half.AsUInt32();
        var normal = (magnitude - Vector512.Create(HalfRebias - 0xFFF) + ((magnitude >> HalfShift) & Vector512<uint>.One)) >> HalfShift;
        var result = Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512.Create(SmallestNormalHalf)), small, normal);
        result = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(magnitude, Vector512.Create(BeyondHalf)), Vector512.Create(0x7C00u), result);
        result = Vector512.ConditionalSelect(nan, Vector512.Create(0x7E00u) | ((magnitude >> HalfShift) & Vector512.Create(0x3FFu)), result);
        return result | ((words >> 16) & Vector512.Create(0x8000u));
    }
}
