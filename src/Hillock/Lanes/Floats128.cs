using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>128 bits: 4 floats side by side.</summary>
internal readonly struct Floats128(Vector128<float> words) : IFloats<Floats128>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<float> words = words;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(Inline)]
    public static implicit operator Floats128(double value) => new(Vector128.Create((float)value));

    [MethodImpl(Inline)]
    public static implicit operator Floats128(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Floats128 operator +(Floats128 left, Floats128 right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Floats128 operator -(Floats128 left, Floats128 right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Floats128 operator *(Floats128 left, Floats128 right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Floats128 operator /(Floats128 left, Floats128 right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Floats128 operator -(Floats128 value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Floats128 operator >(Floats128 left, Floats128 right) => new(Vector128.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Floats128 operator <(Floats128 left, Floats128 right) => new(Vector128.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Floats128 Where(Floats128 condition, Floats128 whenTrue, Floats128 whenFalse) =>
        new(Vector128.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Floats128 Sqrt(Floats128 x) => new(Vector128.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Floats128 Magnitude(Floats128 x) => new(Vector128.Abs(x.words));

    [MethodImpl(Inline)]
    public static bool AllFinite(Floats128 x) => Vector128.EqualsAll(x.words - x.words, Vector128<float>.Zero);

    [MethodImpl(Inline)]
    public static Floats128 Load<S>(ref readonly S source)
        where S : unmanaged =>
        new(Vector128.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source))));

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        words.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
}
