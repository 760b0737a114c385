using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>
/// The inputs for which float lanes keep a function's promised accuracy, from a negative to a positive number, both excluded.
/// Kernels compute the others in double lanes, element by element the same whatever stands beside them.
/// </summary>
/// <remarks>Stated with the function and proved by <c>hillock verify --exhaustive</c>.</remarks>
/// <param name="Low">Below every such input; negative.</param>
/// <param name="High">Above every such input; positive.</param>
public readonly record struct FloatRange(float Low, float High)
{
    /// <summary>None: everything is computed in double lanes.</summary>
    public static FloatRange None => default;

    /// <summary>Every finite number.</summary>
    public static FloatRange Finite { get; } = new(float.NegativeInfinity, float.PositiveInfinity);

    /// <summary>From −limit to limit.</summary>
    public static FloatRange Within(float limit) => new(-limit, limit);

    /// <summary>As far as x/scale lies within ±limit, if scale is a power of two so that the quotient is exact; otherwise none.</summary>
    public static FloatRange WithinIfExact(double limit, double scale) =>
        scale >= 1e-9 && scale <= 1e9 && Math.ScaleB(1, Math.ILogB(scale)) == scale ? Within((float)(limit * scale)) : None;

    /// <summary>Whether a number lies between the two.</summary>
    public bool Holds(float x) => x > Low && x < High;

    /// <summary>Whether all of them do.</summary>
    /// <remarks>As integers the bits of positive floats are in order, and so, unsigned, are those of negative ones above them; NaN is beyond both infinities.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Holds(ReadOnlySpan<float> x)
    {
        var bits = MemoryMarshal.Cast<float, int>(x);
        var (low, high) = (BitConverter.SingleToUInt32Bits(Low), BitConverter.SingleToInt32Bits(High));
        ref var first = ref MemoryMarshal.GetReference(bits);
        nuint i = 0;
        var holds = true;
        if (Vector512.IsHardwareAccelerated)
        {
            var (signed, unsigned) = (Vector512.Create(int.MinValue), Vector512<uint>.Zero);
            for (; i + (nuint)Vector512<int>.Count <= (nuint)bits.Length; i += (nuint)Vector512<int>.Count)
            {
                var some = Vector512.LoadUnsafe(ref first, i);
                (signed, unsigned) = (Vector512.Max(signed, some), Vector512.Max(unsigned, some.AsUInt32()));
            }

            holds = Vector512.LessThanAll(signed, Vector512.Create(high)) && Vector512.LessThanAll(unsigned, Vector512.Create(low));
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            var (signed, unsigned) = (Vector256.Create(int.MinValue), Vector256<uint>.Zero);
            for (; i + (nuint)Vector256<int>.Count <= (nuint)bits.Length; i += (nuint)Vector256<int>.Count)
            {
                var some = Vector256.LoadUnsafe(ref first, i);
                (signed, unsigned) = (Vector256.Max(signed, some), Vector256.Max(unsigned, some.AsUInt32()));
            }

            holds = Vector256.LessThanAll(signed, Vector256.Create(high)) && Vector256.LessThanAll(unsigned, Vector256.Create(low));
        }

        for (; i < (nuint)bits.Length; i++)
        {
            holds &= Holds(x[(int)i]);
        }

        return holds;
    }
}
