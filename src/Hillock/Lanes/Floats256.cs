using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>256 bits: 8 floats side by side.</summary>
internal readonly struct Floats256(Vector256<float> words) : IFloats<Floats256>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<float> words = words;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(Inline)]
    public static implicit operator Floats256(double value) => new(Vector256.Create((float)value));

    [MethodImpl(Inline)]
    public static implicit operator Floats256(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Floats256 operator +(Floats256 left, Floats256 right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Floats256 operator -(Floats256 left, Floats256 right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Floats256 operator *(Floats256 left, Floats256 right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Floats256 operator /(Floats256 left, Floats256 right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Floats256 operator -(Floats256 value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Floats256 operator >(Floats256 left, Floats256 right) => new(Vector256.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Floats256 operator <(Floats256 left, Floats256 right) => new(Vector256.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Floats256 Where(Floats256 condition, Floats256 whenTrue, Floats256 whenFalse) =>
        new(Vector256.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Floats256 Sqrt(Floats256 x) => new(Vector256.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Floats256 Magnitude(Floats256 x) => new(Vector256.Abs(x.words));

    [MethodImpl(Inline)]
    public static bool AllFinite(Floats256 x) => Vector256.EqualsAll(x.words - x.words, Vector256<float>.Zero);

    [MethodImpl(Inline)]
    public static Floats256 Load<S>(ref readonly S source)
        where S : unmanaged =>
        new(Vector256.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source))));

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        words.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
}
