using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>Entries of a table of 16, chosen by the lowest four bits of each lane.</summary>
internal static class Lookup
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(ReadOnlySpan<float> table, Vector512<int> indices)
    {
        ref var first = ref MemoryMarshal.GetReference(table);
        return Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32(Vector512.LoadUnsafe(ref first), indices)
            : Vector512.Create(Of(table, indices.GetLower()), Of(table, indices.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(ReadOnlySpan<float> table, Vector256<int> indices)
    {
        if (!Avx2.IsSupported)
        {
            return Vector256.Create(Of(table, indices.GetLower()), Of(table, indices.GetUpper()));
        }

        ref var first = ref MemoryMarshal.GetReference(table);
        var low = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref first), indices);
        var high = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref first, 8), indices);
        return Avx.BlendVariable(low, high, (indices << 28).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(ReadOnlySpan<float> table, Vector128<int> indices) => Vector128.Create(
        table[indices[0] & 15], table[indices[1] & 15], table[indices[2] & 15], table[indices[3] & 15]);
}
