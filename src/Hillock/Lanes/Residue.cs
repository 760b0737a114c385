using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>Fused products with one sign turned: the just-in-time compiler would spend an instruction on it.</summary>
internal static class Residue
{
    /// <summary>c − a·b, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Fma.IsSupported
        ? Fma.MultiplyAddNegated(a, b, c)
        : Vector128.FusedMultiplyAdd(-a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Fma.IsSupported
        ? Fma.MultiplyAddNegated(a, b, c)
        : Vector256.FusedMultiplyAdd(-a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Avx512F.IsSupported
        ? Avx512F.FusedMultiplyAddNegated(a, b, c)
        : Vector512.FusedMultiplyAdd(-a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Of(Vector128<double> a, Vector128<double> b, Vector128<double> c) => Fma.IsSupported
        ? Fma.MultiplyAddNegated(a, b, c)
        : Vector128.FusedMultiplyAdd(-a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Fma.IsSupported
        ? Fma.MultiplyAddNegated(a, b, c)
        : Vector256.FusedMultiplyAdd(-a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Avx512F.IsSupported
        ? Avx512F.FusedMultiplyAddNegated(a, b, c)
        : Vector512.FusedMultiplyAdd(-a, b, c);

    /// <summary>a·b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Lost(Vector128<float> a, Vector128<float> b, Vector128<float> product) => Fma.IsSupported
        ? Fma.MultiplySubtract(a, b, product)
        : Vector128.FusedMultiplyAdd(a, b, -product);

    /// <summary>a·b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Lost(Vector256<float> a, Vector256<float> b, Vector256<float> product) => Fma.IsSupported
        ? Fma.MultiplySubtract(a, b, product)
        : Vector256.FusedMultiplyAdd(a, b, -product);

    /// <summary>a·b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Lost(Vector512<float> a, Vector512<float> b, Vector512<float> product) => Avx512F.IsSupported
        ? Avx512F.FusedMultiplySubtract(a, b, product)
        : Vector512.FusedMultiplyAdd(a, b, -product);

    /// <summary>a·b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Lost(Vector128<double> a, Vector128<double> b, Vector128<double> product) => Fma.IsSupported
        ? Fma.MultiplySubtract(a, b, product)
        : Vector128.FusedMultiplyAdd(a, b, -product);

    /// <summary>a·b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Lost(Vector256<double> a, Vector256<double> b, Vector256<double> product) => Fma.IsSupported
        ? Fma.MultiplySubtract(a, b, product)
        : Vector256.FusedMultiplyAdd(a, b, -product);

    /// <summary>a·b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Lost(Vector512<double> a, Vector512<double> b, Vector512<double> product) => Avx512F.IsSupported
        ? Avx512F.FusedMultiplySubtract(a, b, product)
        : Vector512.FusedMultiplyAdd(a, b, -product);
}
