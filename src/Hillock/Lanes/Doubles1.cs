using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>One double: what the tail of a span, a test and a single number are computed in, with the bits the vectors give.</summary>
internal readonly struct Doubles1<P>(double word) : IDoubles<Doubles1<P>>
    where P : struct, IPrecision
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The number.</summary>
    public double Word { get; } = word;

    public static int Count => 1;

    public static bool IsFull => P.IsFull;

    [MethodImpl(Inline)]
    public static implicit operator Doubles1<P>(double value) => new(value);

    [MethodImpl(Inline)]
    public static implicit operator Doubles1<P>(Constant value) => new(value.High);

    [MethodImpl(Inline)]
    public static Doubles1<P> operator +(Doubles1<P> left, Doubles1<P> right) => new(left.Word + right.Word);

    [MethodImpl(Inline)]
    public static Doubles1<P> operator -(Doubles1<P> left, Doubles1<P> right) => new(left.Word - right.Word);

    [MethodImpl(Inline)]
    public static Doubles1<P> operator *(Doubles1<P> left, Doubles1<P> right) => new(left.Word * right.Word);

    [MethodImpl(Inline)]
    public static Doubles1<P> operator /(Doubles1<P> left, Doubles1<P> right) =>
        P.IsFull ? new(left.Word / right.Word) : Elementary.Quotient(left, right);

    [MethodImpl(Inline)]
    public static Doubles1<P> operator -(Doubles1<P> value) => new(-value.Word);

    [MethodImpl(Inline)]
    public static Doubles1<P> operator >(Doubles1<P> left, Doubles1<P> right) => new(left.Word > right.Word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Doubles1<P> operator <(Doubles1<P> left, Doubles1<P> right) => new(left.Word < right.Word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Doubles1<P> Where(Doubles1<P> condition, Doubles1<P> whenTrue, Doubles1<P> whenFalse) => condition.Word != 0 ? whenTrue : whenFalse;

    [MethodImpl(Inline)]
    public static Doubles1<P> Sqrt(Doubles1<P> x) => new(Math.Sqrt(x.Word));

    [MethodImpl(Inline)]
    public static Doubles1<P> Fma(Doubles1<P> a, Doubles1<P> b, Doubles1<P> c) => new(Math.FusedMultiplyAdd(a.Word, b.Word, c.Word));

    [MethodImpl(Inline)]
    public static Doubles1<P> Lost(Doubles1<P> a, Doubles1<P> b, Doubles1<P> product) => Fma(a, b, -product);

    [MethodImpl(Inline)]
    public static Doubles1<P> Residue(Doubles1<P> a, Doubles1<P> b, Doubles1<P> c) => Fma(-a, b, c);

    [MethodImpl(Inline)]
    public static Doubles1<P> Horner(Doubles1<P> p, Doubles1<P> x, double a, double b, double c, double d) =>
        Fma(Fma(Fma(Fma(p, x, a), x, b), x, c), x, d);

    [MethodImpl(Inline)]
    public static Doubles1<P> Within(Doubles1<P> x, double low, double high)
    {
        // As the vectors' instructions: the second operand where either is NaN.
        var least = x.Word < high ? x.Word : high;
        return new(least > low ? least : low);
    }

    [MethodImpl(Inline)]
    public static Doubles1<P> Magnitude(Doubles1<P> x) => new(Math.Abs(x.Word));

    [MethodImpl(Inline)]
    public static Doubles1<P> WithSign(Doubles1<P> x, Doubles1<P> sign) => new(Math.CopySign(x.Word, sign.Word));

    [MethodImpl(Inline)]
    public static Doubles1<P> Scale(Doubles1<P> y, Doubles1<P> n)
    {
        var most = Math.Max(n.Word, Words.LeastFirstStep);
        return new(y.Word * PowerOfTwo(most - 1) * PowerOfTwo(n.Word - most + 1));
    }

    [MethodImpl(Inline)]
    public static Doubles1<P> PowerOfTwo(Doubles1<P> rounded) =>
        new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(rounded.Word) << Words.MantissaBits));

    [MethodImpl(Inline)]
    public static bool AllWithin(Doubles1<P> x, double limit) => Math.Abs(x.Word) <= limit;

    [MethodImpl(Inline)]
    public static Doubles1<P> NearReciprocal(Doubles1<P> x) =>
        new(BitConverter.Int64BitsToDouble(Words.ReciprocalBits - BitConverter.DoubleToInt64Bits(x.Word)));

    [MethodImpl(Inline)]
    public static Doubles1<P> Exponent(Doubles1<P> x, out Doubles1<P> mantissa)
    {
        var bits = BitConverter.DoubleToInt64Bits(x.Word);
        var exponent = (bits + Words.ExponentRounding) >>> Words.MantissaBits;
        mantissa = new(BitConverter.Int64BitsToDouble(bits - (exponent << Words.MantissaBits) + Words.OneBits));
        return new(BitConverter.Int64BitsToDouble(exponent | Words.WholeBits) - Words.WholeOffset);
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Doubles1<P> x) => double.IsFinite(x.Word);

    [MethodImpl(Inline)]
    public static Doubles1<P> Load<S>(ref readonly S source)
        where S : unmanaged =>
        typeof(S) == typeof(float) ? new(Unsafe.BitCast<S, float>(source)) : new(Unsafe.BitCast<S, double>(source));

    [MethodImpl(Inline)]
    public void StoreAround<D>(ref D destination)
        where D : unmanaged =>
        Store(ref destination);

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        destination = typeof(D) == typeof(float) ? Unsafe.BitCast<float, D>((float)Word) : Unsafe.BitCast<double, D>(Word);

    [MethodImpl(Inline)]
    private static double PowerOfTwo(double n) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(n + Words.ExponentInLowBits) << Words.MantissaBits);
}
