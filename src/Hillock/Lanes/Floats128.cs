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
    public static Floats128 Max(Floats128 x, Floats128 otherwise) => new(Vector128.MaxNative(x.words, otherwise.words));

    [MethodImpl(Inline)]
    public static Floats128 Min(Floats128 x, Floats128 otherwise) => new(Vector128.MinNative(x.words, otherwise.words));

    [MethodImpl(Inline)]
    public static Floats128 Sqrt(Floats128 x) => new(Vector128.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Floats128 Scaled(Floats128 x, double parameter) => new(Vector128.Create(FloatWords.Narrowed(parameter)) * x.words);

    [MethodImpl(Inline)]
    public static Floats128 Fma(Floats128 a, Floats128 b, Floats128 c) => new(Vector128.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Floats128 Lost(Floats128 a, Floats128 b, Floats128 product) =>
        new(Hillock.Residue.Lost(a.words, b.words, product.words));

    [MethodImpl(Inline)]
    public static Floats128 Residue(Floats128 a, Floats128 b, Floats128 c) => new(Hillock.Residue.Of(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Floats128 Horner(Floats128 p, Floats128 x, double a, double b, double c, double d)
    {
        var q = Vector128.FusedMultiplyAdd(p.words, x.words, Vector128.Create((float)a));
        q = Vector128.FusedMultiplyAdd(q, x.words, Vector128.Create((float)b));
        q = Vector128.FusedMultiplyAdd(q, x.words, Vector128.Create((float)c));
        return new(Vector128.FusedMultiplyAdd(q, x.words, Vector128.Create((float)d)));
    }

    [MethodImpl(Inline)]
    public static Floats128 Within(Floats128 x, double low, double high) =>
        new(Vector128.MaxNative(Vector128.MinNative(x.words, Vector128.Create((float)high)), Vector128.Create((float)low)));

    [MethodImpl(Inline)]
    public static Floats128 Watch(Floats128 seen, Floats128 x) =>
        new(Vector128.Max(seen.words.AsUInt32(), x.words.AsUInt32() << 1).AsSingle());

    [MethodImpl(Inline)]
    public static bool SawFinite(Floats128 seen) =>
        Vector128.LessThanAll(seen.words.AsUInt32(), Vector128.Create(FloatWords.InfinityShifted));

    [MethodImpl(Inline)]
    public static Floats128 Lookup(ReadOnlySpan<float> table, Floats128 selector) =>
        new(Hillock.Lookup.Of(table, selector.words.AsInt32() >> FloatWords.SelectorShift));

    [MethodImpl(Inline)]
    public static Floats128 Magnitude(Floats128 x) => new(Vector128.Abs(x.words));

    [MethodImpl(Inline)]
    public static Floats128 Negative(Floats128 x) => new((x.words.AsInt32() >> 31).AsSingle());

    [MethodImpl(Inline)]
    public static Floats128 WithSign(Floats128 x, Floats128 sign) =>
        new(Vector128.ConditionalSelect(Vector128.Create(-0f), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Floats128 PowerOfTwo(Floats128 rounded) => new((rounded.words.AsInt32() << FloatWords.MantissaBits).AsSingle());

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

    [MethodImpl(Inline)]
    public unsafe void StoreAround<D>(ref D destination)
        where D : unmanaged =>
        words.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
}
