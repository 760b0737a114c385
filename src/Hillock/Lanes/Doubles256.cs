using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>256 bits: 4 doubles side by side.</summary>
internal readonly struct Doubles256(Vector256<double> words) : IWords<Doubles256>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<double> words = words;

    public static int Count => Vector256<double>.Count;

    [MethodImpl(Inline)]
    public static implicit operator Doubles256(double value) => new(Vector256.Create(value));

    [MethodImpl(Inline)]
    public static implicit operator Doubles256(Constant value) => new(Vector256.Create(value.High));

    [MethodImpl(Inline)]
    public static Doubles256 operator +(Doubles256 left, Doubles256 right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Doubles256 operator -(Doubles256 left, Doubles256 right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Doubles256 operator *(Doubles256 left, Doubles256 right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Doubles256 operator /(Doubles256 left, Doubles256 right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Doubles256 operator -(Doubles256 value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Doubles256 operator >(Doubles256 left, Doubles256 right) => new(Vector256.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles256 operator <(Doubles256 left, Doubles256 right) => new(Vector256.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Doubles256 Where(Doubles256 condition, Doubles256 whenTrue, Doubles256 whenFalse) =>
        new(Vector256.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Doubles256 Sqrt(Doubles256 x) => new(Vector256.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Doubles256 Fma(Doubles256 a, Doubles256 b, Doubles256 c) =>
        new(Vector256.FusedMultiplyAdd(a.words, b.words, c.words));

    [MethodImpl(Inline)]
    public static Doubles256 Horner(Doubles256 p, Doubles256 x, double a, double b, double c, double d)
    {
        var q = Vector256.FusedMultiplyAdd(p.words, x.words, Vector256.Create(a));
        q = Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create(b));
        q = Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create(c));
        return new(Vector256.FusedMultiplyAdd(q, x.words, Vector256.Create(d)));
    }

    [MethodImpl(Inline)]
    public static Doubles256 Within(Doubles256 x, double low, double high) =>
        new(Vector256.MaxNative(Vector256.MinNative(x.words, Vector256.Create(high)), Vector256.Create(low)));

    [MethodImpl(Inline)]
    public static Doubles256 Magnitude(Doubles256 x) => new(Vector256.Abs(x.words));

    [MethodImpl(Inline)]
    public static Doubles256 WithSign(Doubles256 x, Doubles256 sign) =>
        new(Vector256.ConditionalSelect(Vector256.Create(-0d), sign.words, x.words));

    [MethodImpl(Inline)]
    public static Doubles256 Scale(Doubles256 y, Doubles256 n)
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
    public static Doubles256 Exponent(Doubles256 x, out Doubles256 mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector256.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector256.Create(Words.OneBits)).AsDouble());
        return new((exponent | Vector256.Create(Words.WholeBits)).AsDouble() - Vector256.Create(Words.WholeOffset));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Doubles256 x) => Vector256.EqualsAll(x.words - x.words, Vector256<double>.Zero);

    [MethodImpl(Inline)]
    public static Doubles256 Load<S>(ref readonly S source)
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
    private static Vector256<double> PowerOfTwo(Vector256<double> n) =>
        ((n + Vector256.Create(Words.ExponentInLowBits)).AsInt64() << Words.MantissaBits).AsDouble();
}
