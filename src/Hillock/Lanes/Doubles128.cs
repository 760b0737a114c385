using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>128 bits: 2 doubles side by side.</summary>
internal readonly struct Doubles128<P>(Vector128<double> words) : IDoubles<Doubles128<P>>
    where P : struct, IPrecision
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<double> words = words;

    public static int Count => Vector128<double>.Count;

    public static bool IsFull => P.IsFull;

    [MethodImpl(Inline)]
    public static implicit operator Doubles128<P>(double value) => new(Vector128.Create(value));

    [MethodImpl(Inline)]
    public static implicit operator Doubles128<P>(Constant value) => new(Vector128.Create(value.High));

    [MethodImpl(Inline)]
    public static Doubles128<P> operator +(Doubles128<P> left, Doubles128<P> right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Doubles128<P> operator -(Doubles128<P> left, Doubles128<P> right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Doubles128<P> operator *(Doubles128<P> left, Doubles128<P> right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Doubles128<P> operator /(Doubles128<P> left, Doubles128<P> right) =>
        P.IsFull ? new(left.words / right.words) : Elementary.Quotient(left, right);

    [MethodImpl(Inline)]
    public static Doubles128<P> operator -(Doubles128<P> value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Doubles128<P> operator >(Doubles128<P> left, Doubles128<P> right) => new(Vector128.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> operator <(Doubles128<P> left, Doubles128<P> right) => new(Vector128.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> Where(Doubles128<P> condition, Doubles128<P> whenTrue, Doubles128<P> whenFalse) =>
        new(Vector128.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> Sqrt(Doubles128<P> x) => new(Vector128.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> Fma(Doubles128<P> a, Doubles128<P> b, Doubles128<P> c) =>
        new(Vector128.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> Lost(Doubles128<P> a, Doubles128<P> b, Doubles128<P> product) =>
        new(Hillock.Residue.Lost(a.words, b.words, product.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> Residue(Doubles128<P> a, Doubles128<P> b, Doubles128<P> c) =>
        new(Hillock.Residue.Of(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> Horner(Doubles128<P> p, Doubles128<P> x, double a, double b, double c, double d)
    {
        var q = Vector128.FusedMultiplyAdd(p.words, x.words, Vector128.Create(a));
        q = Vector128.FusedMultiplyAdd(q, x.words, Vector128.Create(b));
        q = Vector128.FusedMultiplyAdd(q, x.words, Vector128.Create(c));
        return new(Vector128.FusedMultiplyAdd(q, x.words, Vector128.Create(d)));
    }

    [MethodImpl(Inline)]
    public static Doubles128<P> Within(Doubles128<P> x, double low, double high) =>
        new(Vector128.MaxNative(Vector128.MinNative(x.words, Vector128.Create(high)), Vector128.Create(low)));

    [MethodImpl(Inline)]
    public static Doubles128<P> Magnitude(Doubles128<P> x) => new(Vector128.Abs(x.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> WithSign(Doubles128<P> x, Doubles128<P> sign) =>
        new(Vector128.ConditionalSelect(Vector128.Create(-0d), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Doubles128<P> Scale(Doubles128<P> y, Doubles128<P> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return new(Avx512F.VL.Scale(y.words, n.words));
        }

        // In two steps, the first of which is exact: a subnormal result is rounded once, and 2¹⁰²⁴ is reached.
        var most = Vector128.MaxNative(n.words, Vector128.Create(Words.LeastFirstStep));
        return new(y.words * PowerOfTwo(most - Vector128<double>.One) * PowerOfTwo(n.words - most + Vector128<double>.One));
    }

    [MethodImpl(Inline)]
    public static Doubles128<P> PowerOfTwo(Doubles128<P> rounded) => new((rounded.words.AsInt64() << Words.MantissaBits).AsDouble());

    [MethodImpl(Inline)]
    public static bool AllWithin(Doubles128<P> x, double limit) =>
        Vector128.LessThanOrEqualAll(Vector128.Abs(x.words), Vector128.Create(limit));

    [MethodImpl(Inline)]
    public static Doubles128<P> NearReciprocal(Doubles128<P> x) =>
        new((Vector128.Create(Words.ReciprocalBits) - x.words.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Doubles128<P> Exponent(Doubles128<P> x, out Doubles128<P> mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector128.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector128.Create(Words.OneBits)).AsDouble());
        return new((exponent | Vector128.Create(Words.WholeBits)).AsDouble() - Vector128.Create(Words.WholeOffset));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Doubles128<P> x) => Vector128.EqualsAll(x.words - x.words, Vector128<double>.Zero);

    [MethodImpl(Inline)]
    public static Doubles128<P> Load<S>(ref readonly S source)
        where S : unmanaged
    {
        if (typeof(S) == typeof(double))
        {
            return new(Vector128.LoadUnsafe(ref Unsafe.As<S, double>(ref Unsafe.AsRef(in source))));
        }

        var half = Vector64.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source)));
        return new(Vector128.WidenLower(half.ToVector128Unsafe()));
    }

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged
    {
        if (typeof(D) == typeof(double))
        {
            words.StoreUnsafe(ref Unsafe.As<D, double>(ref destination));
            return;
        }

        var half = Vector128.Narrow(words, words).GetLower();
        half.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
    }

    [MethodImpl(Inline)]
    public unsafe void StoreAround<D>(ref D destination)
        where D : unmanaged
    {
        if (typeof(D) == typeof(double))
        {
            words.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref destination));
            return;
        }

        var half = Vector128.Narrow(words, words).GetLower();
        half.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
    }

    [MethodImpl(Inline)]
    private static Vector128<double> PowerOfTwo(Vector128<double> n) =>
        ((n + Vector128.Create(Words.ExponentInLowBits)).AsInt64() << Words.MantissaBits).AsDouble();
}
