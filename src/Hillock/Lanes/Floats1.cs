using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>One float, with the bits the vectors give.</summary>
internal readonly struct Floats1(float word) : IFloats<Floats1>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly float word = word;

    public static int Count => 1;

    [MethodImpl(Inline)]
    public static implicit operator Floats1(double value) => new((float)value);

    [MethodImpl(Inline)]
    public static implicit operator Floats1(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Floats1 operator +(Floats1 left, Floats1 right) => new(left.word + right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator -(Floats1 left, Floats1 right) => new(left.word - right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator *(Floats1 left, Floats1 right) => new(left.word * right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator /(Floats1 left, Floats1 right) => new(left.word / right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator -(Floats1 value) => new(-value.word);

    [MethodImpl(Inline)]
    public static Floats1 operator >(Floats1 left, Floats1 right) => new(left.word > right.word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Floats1 operator <(Floats1 left, Floats1 right) => new(left.word < right.word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Floats1 Where(Floats1 condition, Floats1 whenTrue, Floats1 whenFalse) => condition.word != 0 ? whenTrue : whenFalse;

    [MethodImpl(Inline)]
    public static Floats1 Sqrt(Floats1 x) => new(MathF.Sqrt(x.word));

    [MethodImpl(Inline)]
    public static Floats1 Magnitude(Floats1 x) => new(MathF.Abs(x.word));

    [MethodImpl(Inline)]
    public static bool AllFinite(Floats1 x) => float.IsFinite(x.word);

    [MethodImpl(Inline)]
    public static Floats1 Load<S>(ref readonly S source)
        where S : unmanaged =>
        new(Unsafe.BitCast<S, float>(source));

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        destination = Unsafe.BitCast<float, D>(word);
}
