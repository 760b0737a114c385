using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>512 bits: 8 doubles side by side.</summary>
internal readonly struct Doubles512(Vector512<double> words) : IWords<Doubles512>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<double> words = words;

    public static int Count => Vector512<double>.Count;

    [MethodImpl(Inline)]
    public static implicit operator Doubles512(double value) => new(Vector512.Create(value));

    [MethodImpl(Inline)]
    public static implicit operator Doubles512(Constant value) => new(Vector512.Create(value.High));

    [MethodImpl(Inline)]
    public static Doubles512 operator +(Doubles512 left, Doubles512 right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Doubles512 operator -(Doubles512 left, Doubles512 right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Doubles512 operator *(Doubles512 left, Doubles512 right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Doubles512 operator /(Doubles512 left, Doubles512 right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Doubles512 operator -(Doubles512 value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Doubles512 operator >(Doubles512 left, Doubles512 right) => new(Vector512.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles512 operator <(Doubles512 left, Doubles512 right) => new(Vector512.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles512 Where(Doubles512 condition, Doubles512 whenTrue, Doubles512 whenFalse) =>
        new(Vector512.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Doubles512 Sqrt(Doubles512 x) => new(Vector512.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Doubles512 Fma(Doubles512 a, Doubles512 b, Doubles512 c) =>
        new(Vector512.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles512 Horner(Doubles512 p, Doubles512 x, double a, double b, double c, double d)
    {
        var q = Vector512.FusedMultiplyAdd(p.words, x.words, Vector512.Create(a));
        q = Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create(b));
        q = Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create(c));
        return new(Vector512.FusedMultiplyAdd(q, x.words, Vector512.Create(d)));
    }

    [MethodImpl(Inline)]
    public static Doubles512 Within(Doubles512 x, double low, double high) =>
        new(Vector512.MaxNative(Vector512.MinNative(x.words, Vector512.Create(high)), Vector512.Create(low)));

    [MethodImpl(Inline)]
    public static Doubles512 Magnitude(Doubles512 x) => new(Vector512.Abs(x.words));

    [MethodImpl(Inline)]
    public static Doubles512 WithSign(Doubles512 x, Doubles512 sign) =>
        new(Vector512.ConditionalSelect(Vector512.Create(-0d), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Doubles512 Scale(Doubles512 y, Doubles512 n)
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
    public static Doubles512 Exponent(Doubles512 x, out Doubles512 mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector512.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector512.Create(Words.OneBits)).AsDouble());
        return new((exponent | Vector512.Create(Words.WholeBits)).AsDouble() - Vector512.Create(Words.WholeOffset));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Doubles512 x) => Vector512.EqualsAll(x.words - x.words, Vector512<double>.Zero);

    [MethodImpl(Inline)]
    public static Doubles512 Load<S>(ref readonly S source)
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
    private static Vector512<double> PowerOfTwo(Vector512<double> n) =>
        ((n + Vector512.Create(Words.ExponentInLowBits)).AsInt64() << Words.MantissaBits).AsDouble();
}
