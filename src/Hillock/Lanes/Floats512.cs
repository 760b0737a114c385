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
    public static Floats512 Max(Floats512 x, Floats512 otherwise) => new(Vector512.MaxNative(x.words, otherwise.words));

    [MethodImpl(Inline)]
    public static Floats512 Min(Floats512 x, Floats512 otherwise) => new(Vector512.MinNative(x.words, otherwise.words));

    [MethodImpl(Inline)]
    public static Floats512 Sqrt(Floats512 x) => new(Vector512.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Floats512 Scaled(Floats512 x, double parameter) => new(Vector512.Create(FloatWords.Narrowed(parameter)) * x.words);

    [MethodImpl(Inline)]
    public static Floats512 Fma(Floats512 a, Floats512 b, Floats512 c) => new(Vector512.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Floats512 Lost(Floats512 a, Floats512 b, Floats512 product) =>
        new(Hillock.Residue.Lost(a.words, b.words, product.words));

    [MethodImpl(Inline)]
    public static Floats512 Residue(Floats512 a, Floats512 b, Floats512 c) => new(Hillock.Residue.Of(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Floats512 Horner(Floats512 p, Floats512 x, double a, double b, double c, double d)
    {
        var q = Vector512.FusedMultiplyAdd(p.words, x.words, Vector512.Create((float)a));
        q = Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create((float)b));
        q = Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create((float)c));
        return new(Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create((float)d)));
    }

    [MethodImpl(Inline)]
    public static Floats512 Within(Floats512 x, double low, double high) =>
        new(Vector512.MaxNative(Vector512.MinNative(x.words, Vector512.Create((float)high)), Vector512.Create((float)low)));

    [MethodImpl(Inline)]
    public static Floats512 Watch(Floats512 seen, Floats512 x) =>
        new(Vector512.Max(seen.words.AsUInt32(), x.words.AsUInt32() << 1).AsSingle());

    [MethodImpl(Inline)]
    public static bool SawFinite(Floats512 seen) =>
        Vector512.LessThanAll(seen.words.AsUInt32(), Vector512.Create(FloatWords.InfinityShifted));

    [MethodImpl(Inline)]
    public static Floats512 Lookup(ReadOnlySpan<float> table, Floats512 selector) =>
        new(Hillock.Lookup.Of(table, selector.words.AsInt32() >> FloatWords.SelectorShift));

    [MethodImpl(Inline)]
    public static Floats512 Magnitude(Floats512 x) => new(Vector512.Abs(x.words));

    [MethodImpl(Inline)]
    public static Floats512 Negative(Floats512 x) => new((x.words.AsInt32() >> 31).AsSingle());

    [MethodImpl(Inline)]
    public static Floats512 WithSign(Floats512 x, Floats512 sign) =>
        new(Vector512.ConditionalSelect(Vector512.Create(-0f), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Floats512 PowerOfTwo(Floats512 rounded) => new((rounded.words.AsInt32() << FloatWords.MantissaBits).AsSingle());

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

    [MethodImpl(Inline)]
    public unsafe void StoreAround<D>(ref D destination)
        where D : unmanaged =>
        words.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
}
