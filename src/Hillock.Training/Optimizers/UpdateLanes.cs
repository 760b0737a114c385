using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>
/// What an optimizer's formula needs besides. All of it is rounded as IEEE 754 says, so that every width gives the same bits.
/// </summary>
internal interface IUpdateLanes<V> : ILanes<V>
    where V : struct
{
    static abstract V Multiply(V left, V right);

    static abstract V Divide(V left, V right);

    static abstract V Sqrt(V value);

    /// <summary>Zero in place of magnitudes below <paramref name="least"/>; subnormal numbers would cost a hundred cycles in each step to come.</summary>
    static abstract V Flush(V value, float least);

    /// <summary>The nearest number whose magnitude is at most <paramref name="most"/>; NaN stays NaN.</summary>
    static abstract V Clamp(V value, float most);
}

/// <summary>Whatever width the runtime prefers: updates wait for memory.</summary>
internal readonly unsafe struct PreferredLanes : IUpdateLanes<Vector<float>>
{
    public static int Count { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Vector<float>.Count; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Load(float* source) => Vector.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> value, float* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> All(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(Vector<float> left, Vector<float> right, Vector<float> addend) =>
        Vector.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Multiply(Vector<float> left, Vector<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Divide(Vector<float> left, Vector<float> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sqrt(Vector<float> value) => Vector.SquareRoot(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Flush(Vector<float> value, float least) =>
        Vector.AndNot(value, Vector.As<int, float>(Vector.LessThan(Vector.Abs(value), new Vector<float>(least))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Clamp(Vector<float> value, float most) =>
        Vector.Max(Vector.Min(value, new Vector<float>(most)), new Vector<float>(-most));
}

/// <summary>One float: what is left at the end of a row goes through the same formulas.</summary>
internal readonly unsafe struct OneLane : IUpdateLanes<float>
{
    /// <summary>2⁻¹²⁶.</summary>
    public const float SmallestNormal = 1.17549435e-38f;

    /// <summary>A billionth of Adam's usual ε, which no step would show; the squares of smaller gradients are subnormal.</summary>
    public const float LeastGradient = 1e-17f;

    public static int Count { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 1; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Load(float* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float value, float* destination) => *destination = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float All(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Multiply(float left, float right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Divide(float left, float right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sqrt(float value) => MathF.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Flush(float value, float least) => MathF.Abs(value) < least ? 0 : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Clamp(float value, float most) => MathF.Max(MathF.Min(value, most), -most);
}
