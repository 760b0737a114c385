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
    public static Floats256 Max(Floats256 x, Floats256 otherwise) => new(Vector256.MaxNative(x.words, otherwise.words));

    [MethodImpl(Inline)]
    public static Floats256 Min(Floats256 x, Floats256 otherwise) => new(Vector256.MinNative(x.words, otherwise.words));

    [MethodImpl(Inline)]
    public static Floats256 Sqrt(Floats256 x) => new(Vector256.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Floats256 Scaled(Floats256 x, double parameter) => new(Vector256.Create(FloatWords.Narrowed(parameter)) * x.words);

    [MethodImpl(Inline)]
    public static Floats256 Fma(Floats256 a, Floats256 b, Floats256 c) => new(Vector256.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Floats256 Lost(Floats256 a, Floats256 b, Floats256 product) =>
        new(Hillock.Residue.Lost(a.words, b.words, product.words));

    [MethodImpl(Inline)]
    public static Floats256 Residue(Floats256 a, Floats256 b, Floats256 c) => new(Hillock.Residue.Of(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Floats256 Horner(Floats256 p, Floats256 x, double a, double b, double c, double d)
    {
        var q = Vector256.FusedMultiplyAdd(p.words, x.words, Vector256.Create((float)a));
        q = Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create((float)b));
        q = Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create((float)c));
        return new(Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create((float)d)));
    }

    [MethodImpl(Inline)]
    public static Floats256 Within(Floats256 x, double low, double high) =>
        new(Vector256.MaxNative(Vector256.MinNative(x.words, Vector256.Create((float)high)), Vector256.Create((float)low)));

    [MethodImpl(Inline)]
    public static Floats256 Watch(Floats256 seen, Floats256 x) =>
        new(Vector256.Max(seen.words.AsUInt32(), x.words.AsUInt32() << 1).AsSingle());

    [MethodImpl(Inline)]
    public static bool SawFinite(Floats256 seen) =>
        Vector256.LessThanAll(seen.words.AsUInt32(), Vector256.Create(FloatWords.InfinityShifted));

    [MethodImpl(Inline)]
    public static Floats256 Lookup(ReadOnlySpan<float> table, Floats256 selector) =>
        new(Hillock.Lookup.Of(table, selector.words.AsInt32() >> FloatWords.SelectorShift));

    [MethodImpl(Inline)]
    public static Floats256 Magnitude(Floats256 x) => new(Vector256.Abs(x.words));

    [MethodImpl(Inline)]
    public static Floats256 Negative(Floats256 x) => new((x.words.AsInt32() >> 31).AsSingle());

    [MethodImpl(Inline)]
    public static Floats256 WithSign(Floats256 x, Floats256 sign) =>
        new(Vector256.ConditionalSelect(Vector256.Create(-0f), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Floats256 PowerOfTwo(Floats256 rounded) => new((rounded.words.AsInt32() << FloatWords.MantissaBits).AsSingle());

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

    [MethodImpl(Inline)]
    public unsafe void StoreAround<D>(ref D destination)
        where D : unmanaged =>
        words.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
}
