using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>One of two values for each lane.</summary>
internal interface IChoice<V>
    where V : struct
{
    /// <summary><paramref name="yes"/> where <paramref name="left"/> is greater than <paramref name="right"/> or not a number.</summary>
    static abstract V IfGreater(V left, V right, V yes, V no);

    /// <summary><paramref name="yes"/> where two values are equal.</summary>
    static abstract V IfEqual(V left, V right, V yes, V no);
}

internal readonly struct Choice : IChoice<Vector512<float>>, IChoice<Vector<float>>, IChoice<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> IfGreater(Vector512<float> left, Vector512<float> right, Vector512<float> yes, Vector512<float> no) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(left, right) | ~Vector512.Equals(left, left), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> IfEqual(Vector512<float> left, Vector512<float> right, Vector512<float> yes, Vector512<float> no) =>
        Vector512.ConditionalSelect(Vector512.Equals(left, right), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> IfGreater(Vector<float> left, Vector<float> right, Vector<float> yes, Vector<float> no) =>
        Vector.ConditionalSelect(Vector.GreaterThan(left, right) | Vector.OnesComplement(Vector.Equals(left, left)), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> IfEqual(Vector<float> left, Vector<float> right, Vector<float> yes, Vector<float> no) =>
        Vector.ConditionalSelect(Vector.Equals(left, right), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float IfGreater(float left, float right, float yes, float no) => left > right || float.IsNaN(left) ? yes : no;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float IfEqual(float left, float right, float yes, float no) => left == right ? yes : no;
}
