using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>256 bits: 4 doubles side by side.</summary>
internal readonly struct Doubles256<P>(Vector256<double> words) : IDoubles<Doubles256<P>>
    where P : struct, IPrecision
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<double> words = words;

    public static int Count => Vector256<double>.Count;

    public static bool IsFull => P.IsFull;

    [MethodImpl(Inline)]
    public static implicit operator Doubles256<P>(double value) => new(Vector256.Create(value));

    [MethodImpl(Inline)]
    public static implicit operator Doubles256<P>(Constant value) => new(Vector256.Create(value.High));

    [MethodImpl(Inline)]
    public static Doubles256<P> operator +(Doubles256<P> left, Doubles256<P> right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Doubles256<P> operator -(Doubles256<P> left, Doubles256<P> right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Doubles256<P> operator *(Doubles256<P> left, Doubles256<P> right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Doubles256<P> operator /(Doubles256<P> left, Doubles256<P> right) =>
        P.IsFull ? new(left.words / right.words) : Elementary.Quotient(left, right);

    [MethodImpl(Inline)]
    public static Doubles256<P> operator -(Doubles256<P> value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Doubles256<P> operator >(Doubles256<P> left, Doubles256<P> right) => new(Vector256.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> operator <(Doubles256<P> left, Doubles256<P> right) => new(Vector256.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> Where(Doubles256<P> condition, Doubles256<P> whenTrue, Doubles256<P> whenFalse) =>
        new(Vector256.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> Sqrt(Doubles256<P> x) => new(Vector256.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> Fma(Doubles256<P> a, Doubles256<P> b, Doubles256<P> c) =>
        new(Vector256.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> Lost(Doubles256<P> a, Doubles256<P> b, Doubles256<P> product) =>
        new(Hillock.Residue.Lost(a.words, b.words, product.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> Residue(Doubles256<P> a, Doubles256<P> b, Doubles256<P> c) =>
        new(Hillock.Residue.Of(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> Horner(Doubles256<P> p, Doubles256<P> x, double a, double b, double c, double d)
    {
        var q = Vector256.FusedMultiplyAdd(p.words, x.words, Vector256.Create(a));
        q = Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create(b));
        q = Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create(c));
        return new(Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create(d)));
    }

    [MethodImpl(Inline)]
    public static Doubles256<P> Within(Doubles256<P> x, double low, double high) =>
        new(Vector256.MaxNative(Vector256.MinNative(x.words, Vector256.Create(high)), Vector256.Create(low)));

    [MethodImpl(Inline)]
    public static Doubles256<P> Magnitude(Doubles256<P> x) => new(Vector256.Abs(x.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> WithSign(Doubles256<P> x, Doubles256<P> sign) =>
        new(Vector256.ConditionalSelect(Vector256.Create(-0d), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Doubles256<P> Scale(Doubles256<P> y, Doubles256<P> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return new(Avx512F.VL.Scale(y.words, n.words));
        }

        // In two steps, the first of which is exact: a subnormal result is rounded once, and 2¹⁰²⁴ is reached.
        var most = Vector256.MaxNative(n.words, Vector256.Create(Words.LeastFirstStep));
        return new(y.words * PowerOfTwo(most - Vector256<double>.One) * PowerOfTwo(n.words - most + Vector256<double>.One));
    }

    [MethodImpl(Inline)]
    public static Doubles256<P> PowerOfTwo(Doubles256<P> rounded) => new((rounded.words.AsInt64() << Words.MantissaBits).AsDouble());

    [MethodImpl(Inline)]
    public static bool AllWithin(Doubles256<P> x, double limit) =>
        Vector256.LessThanOrEqualAll(Vector256.Abs(x.words), Vector256.Create(limit));

    [MethodImpl(Inline)]
    public static Doubles256<P> NearReciprocal(Doubles256<P> x) =>
        new((Vector256.Create(Words.ReciprocalBits) - x.words.AsInt64()).AsDouble());

    [MethodImpl(Inline)]
    public static Doubles256<P> Exponent(Doubles256<P> x, out Doubles256<P> mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector256.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector256.Create(Words.OneBits)).AsDouble());
        return new((exponent | Vector256.Create(Words.WholeBits)).AsDouble() - Vector256.Create(Words.WholeOffset));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Doubles256<P> x) => Vector256.EqualsAll(x.words - x.words, Vector256<double>.Zero);

    [MethodImpl(Inline)]
    public static Doubles256<P> Load<S>(ref readonly S source)
        where S : unmanaged
    {
        if (typeof(S) == typeof(double))
        {
            return new(Vector256.LoadUnsafe(ref Unsafe.As<S, double>(ref Unsafe.AsRef(in source))));
        }

        var half = Vector128.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source)));
        return new(Avx.IsSupported
            ? Avx.ConvertToVector256Double(half)
            : Vector256.Create(Vector128.WidenLower(half), Vector128.WidenUpper(half)));
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

        var half = Avx.IsSupported
            ? Avx.ConvertToVector128Single(words)
            : Vector128.Narrow(words.GetLower(), words.GetUpper());
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

        var half = Avx.IsSupported
            ? Avx.ConvertToVector128Single(words)
            : Vector128.Narrow(words.GetLower(), words.GetUpper());
        half.StoreAlignedNonTemporal((float*)Unsafe.AsPointer(ref destination));
    }

    [MethodImpl(Inline)]
    private static Vector256<double> PowerOfTwo(Vector256<double> n) =>
        ((n + Vector256.Create(Words.ExponentInLowBits)).AsInt64() << Words.MantissaBits).AsDouble();
}
