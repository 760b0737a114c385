using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>One double: what the tail of a span, a test and a single number are computed in, with the bits the vectors give.</summary>
internal readonly struct Doubles1(double word) : IWords<Doubles1>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The number.</summary>
    public double Word { get; } = word;

    public static int Count => 1;

    [MethodImpl(Inline)]
    public static implicit operator Doubles1(double value) => new(value);

    [MethodImpl(Inline)]
    public static implicit operator Doubles1(Constant value) => new(value.High);

    [MethodImpl(Inline)]
    public static Doubles1 operator +(Doubles1 left, Doubles1 right) => new(left.Word + right.Word);

    [MethodImpl(Inline)]
    public static Doubles1 operator -(Doubles1 left, Doubles1 right) => new(left.Word - right.Word);

    [MethodImpl(Inline)]
    public static Doubles1 operator *(Doubles1 left, Doubles1 right) => new(left.Word * right.Word);

    [MethodImpl(Inline)]
    public static Doubles1 operator /(Doubles1 left, Doubles1 right) => new(left.Word / right.Word);

    [MethodImpl(Inline)]
    public static Doubles1 operator -(Doubles1 value) => new(-value.Word);

    [MethodImpl(Inline)]
    public static Doubles1 operator >(Doubles1 left, Doubles1 right) => new(left.Word > right.Word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Doubles1 operator <(Doubles1 left, Doubles1 right) => new(left.Word < right.Word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Doubles1 Where(Doubles1 condition, Doubles1 whenTrue, Doubles1 whenFalse) => condition.Word != 0 ? whenTrue : whenFalse;

    [MethodImpl(Inline)]
    public static Doubles1 Sqrt(Doubles1 x) => new(Math.Sqrt(x.Word));

    [MethodImpl(Inline)]
    public static Doubles1 Fma(Doubles1 a, Doubles1 b, Doubles1 c) => new(Math.FusedMultiplyAdd(a.Word, b.Word, c.Word));

    [MethodImpl(Inline)]
    public static Doubles1 Horner(Doubles1 p, Doubles1 x, double a, double b, double c, double d) =>
        Fma(Fma(Fma(Fma(p, x, a), x, b), x, c), x, d);

    [MethodImpl(Inline)]
    public static Doubles1 Within(Doubles1 x, double low, double high)
    {
        // As the vectors' instructions: the second operand where either is NaN.
        var least = x.Word < high ? x.Word : high;
        return new(least > low ? least : low);
    }

    [MethodImpl(Inline)]
    public static Doubles1 Magnitude(Doubles1 x) => new(Math.Abs(x.Word));

    [MethodImpl(Inline)]
    public static Doubles1 WithSign(Doubles1 x, Doubles1 sign) => new(Math.CopySign(x.Word, sign.Word));

    [MethodImpl(Inline)]
    public static Doubles1 Scale(Doubles1 y, Doubles1 n)
    {
        var most = Math.Max(n.Word, Words.LeastFirstStep);
        return new(y.Word * PowerOfTwo(most - 1) * PowerOfTwo(n.Word - most + 1));
    }

    [MethodImpl(Inline)]
    public static Doubles1 Exponent(Doubles1 x, out Doubles1 mantissa)
    {
        var bits = BitConverter.DoubleToInt64Bits(x.Word);
        var exponent = (bits + Words.ExponentRounding) >>> Words.MantissaBits;
        mantissa = new(BitConverter.Int64BitsToDouble(bits - (exponent << Words.MantissaBits) + Words.OneBits));
        return new(BitConverter.Int64BitsToDouble(exponent | Words.WholeBits) - Words.WholeOffset);
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Doubles1 x) => double.IsFinite(x.Word);

    [MethodImpl(Inline)]
    public static Doubles1 Load<S>(ref readonly S source)
        where S : unmanaged =>
        typeof(S) == typeof(float) ? new(Unsafe.BitCast<S, float>(source)) : new(Unsafe.BitCast<S, double>(source));

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        destination = typeof(D) == typeof(float) ? Unsafe.BitCast<float, D>((float)Word) : Unsafe.BitCast<double, D>(Word);

    [MethodImpl(Inline)]
    private static double PowerOfTwo(double n) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(n + Words.ExponentInLowBits) << Words.MantissaBits);
}
