using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>512 bits: 16 floats side by side.</summary>
internal readonly struct Floats512(Vector512<float> words) : IFloats<Floats512>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<float> words = words;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(Inline)]
    public static implicit operator Floats512(double value) => new(Vector512.Create((float)value));

    [MethodImpl(Inline)]
    public static implicit operator Floats512(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Floats512 operator +(Floats512 left, Floats512 right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Floats512 operator -(Floats512 left, Floats512 right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Floats512 operator *(Floats512 left, Floats512 right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Floats512 operator /(Floats512 left, Floats512 right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Floats512 operator -(Floats512 value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Floats512 operator >(Floats512 left, Floats512 right) => new(Vector512.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Floats512 operator <(Floats512 left, Floats512 right) => new(Vector512.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Floats512 Where(Floats512 condition, Floats512 whenTrue, Floats512 whenFalse) =>
        new(Vector512.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Floats512 Sqrt(Floats512 x) => new(Vector512.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Floats512 Magnitude(Floats512 x) => new(Vector512.Abs(x.words));

    [MethodImpl(Inline)]
    public static bool AllFinite(Floats512 x) => Vector512.EqualsAll(x.words - x.words, Vector512<float>.Zero);

    [MethodImpl(Inline)]
    public static Floats512 Load<S>(ref readonly S source)
        where S : unmanaged =>
        new(Vector512.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source))));

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        words.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
}
