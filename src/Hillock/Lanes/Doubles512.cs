using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>512 bits: 8 doubles side by side.</summary>
internal readonly struct Doubles512<P>(Vector512<double> words) : IDoubles<Doubles512<P>>
    where P : struct, IPrecision
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<double> words = words;

    public static int Count => Vector512<double>.Count;

    public static bool IsFull => P.IsFull;

    [MethodImpl(Inline)]
    public static implicit operator Doubles512<P>(double value) => new(Vector512.Create(value));

    [MethodImpl(Inline)]
    public static implicit operator Doubles512<P>(Constant value) => new(Vector512.Create(value.High));

    [MethodImpl(Inline)]
    public static Doubles512<P> operator +(Doubles512<P> left, Doubles512<P> right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Doubles512<P> operator -(Doubles512<P> left, Doubles512<P> right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Doubles512<P> operator *(Doubles512<P> left, Doubles512<P> right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Doubles512<P> operator /(Doubles512<P> left, Doubles512<P> right) =>
        P.IsFull ? new(left.words / right.words) : Elementary.Quotient(left, right);

    [MethodImpl(Inline)]
    public static Doubles512<P> operator -(Doubles512<P> value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Doubles512<P> operator >(Doubles512<P> left, Doubles512<P> right) => new(Vector512.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> operator <(Doubles512<P> left, Doubles512<P> right) => new(Vector512.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> Where(Doubles512<P> condition, Doubles512<P> whenTrue, Doubles512<P> whenFalse) =>
        new(Vector512.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> Sqrt(Doubles512<P> x) => new(Vector512.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> Fma(Doubles512<P> a, Doubles512<P> b, Doubles512<P> c) =>
        new(Vector512.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> Lost(Doubles512<P> a, Doubles512<P> b, Doubles512<P> product) =>
        new(Hillock.Residue.Lost(a.words, b.words, product.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> Residue(Doubles512<P> a, Doubles512<P> b, Doubles512<P> c) =>
        new(Hillock.Residue.Of(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> Horner(Doubles512<P> p, Doubles512<P> x, double a, double b, double c, double d)
    {
        var q = Vector512.FusedMultiplyAdd(p.words, x.words, Vector512.Create(a));
        q = Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create(b));
        q = Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create(c));
        return new(Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create(d)));
    }

    [MethodImpl(Inline)]
    public static Doubles512<P> Within(Doubles512<P> x, double low, double high) =>
        new(Vector512.MaxNative(Vector512.MinNative(x.words, Vector512.Create(high)), Vector512.Create(low)));

    [MethodImpl(Inline)]
    public static Doubles512<P> Magnitude(Doubles512<P> x) => new(Vector512.Abs(x.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> WithSign(Doubles512<P> x, Doubles512<P> sign) =>
        new(Vector512.ConditionalSelect(Vector512.Create(-0d), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Doubles512<P> Scale(Doubles512<P> y, Doubles512<P> n)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.Scale(y.words, n.words));
        }

        // In two steps, the first of which is exact: a subnormal result is rounded once, and 2¹⁰²⁴ is reached.
        var most = Vector512.MaxNative(n.words, Vector512.Create(Words.LeastFirstStep));
        return new(y.words * PowerOfTwo(most - Vector512<double>.One) * PowerOfTwo(n.words - most + Vector512<double>.One));
    }

    [MethodImpl(Inline)]
    public static Doubles512<P> PowerOfTwo(Doubles512<P> rounded) => new((rounded.words.AsInt64() << Words.MantissaBits).AsDouble());

    [MethodImpl(Inline)]
    public static bool AllWithin(Doubles512<P> x, double limit) =>
        Vector512.LessThanOrEqualAll(Vector512.Abs(x.words), Vector512.Create(limit));

    [MethodImpl(Inline)]
    public static Doubles512<P> NearReciprocal(Doubles512<P> x) =>
        new((Vector512.Create(Words.ReciprocalBits) - x.words.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Doubles512<P> Exponent(Doubles512<P> x, out Doubles512<P> mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector512.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector512.Create(Words.OneBits)).AsDouble());
        return new((exponent | Vector512.Create(Words.WholeBits)).AsDouble() - Vector512.Create(Words.WholeOffset));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Doubles512<P> x) => Vector512.EqualsAll(x.words - x.words, Vector512<double>.Zero);

    [MethodImpl(Inline)]
    public static Doubles512<P> Load<S>(ref readonly S source)
        where S : unmanaged
    {
        if (typeof(S) == typeof(double))
        {
            return new(Vector512.LoadUnsafe(ref Unsafe.As<S, double>(ref Unsafe.AsRef(in source))));
        }

        var half = Vector256.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source)));
        return new(Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(half)
            : Vector512.Create(Vector256.WidenLower(half), Vector256.WidenUpper(half)));
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

        var half = Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(words)
            : Vector256.Narrow(words.GetLower(), words.GetUpper());
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

        var half = Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(words)
            : Vector256.Narrow(words.GetLower(), words.GetUpper());
        half.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
    }

    [MethodImpl(Inline)]
    private static Vector512<double> PowerOfTwo(Vector512<double> n) =>
        ((n + Vector512.Create(Words.ExponentInLowBits)).AsInt64() << Words.MantissaBits).AsDouble();
}
