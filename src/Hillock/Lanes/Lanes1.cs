using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>One lane: what the tail of a span, a test and a single number are computed in, with the bits the vectors give.</summary>
/// <typeparam name="E">float or double.</typeparam>
internal readonly struct Lanes1<E>(E word) : IWords<Lanes1<E>>
    where E : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly E word = word;

    public static int Count => 1;

    public static bool IsSingle => typeof(E) == typeof(float);

    /// <summary>The lane as a double.</summary>
    public double Value => IsSingle ? Single : Double;

    private float Single => Unsafe.BitCast<E, float>(word);

    private double Double => Unsafe.BitCast<E, double>(word);

    [MethodImpl(Inline)]
    public static implicit operator Lanes1<E>(double value) => IsSingle ? Of((float)value) : Of(value);

    [MethodImpl(Inline)]
    public static implicit operator Lanes1<E>(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Lanes1<E> operator +(Lanes1<E> left, Lanes1<E> right) =>
        IsSingle ? Of(left.Single + right.Single) : Of(left.Double + right.Double);

    [MethodImpl(Inline)]
    public static Lanes1<E> operator -(Lanes1<E> left, Lanes1<E> right) =>
        IsSingle ? Of(left.Single - right.Single) : Of(left.Double - right.Double);

    [MethodImpl(Inline)]
    public static Lanes1<E> operator *(Lanes1<E> left, Lanes1<E> right) =>
        IsSingle ? Of(left.Single * right.Single) : Of(left.Double * right.Double);

    [MethodImpl(Inline)]
    public static Lanes1<E> operator /(Lanes1<E> left, Lanes1<E> right) =>
        IsSingle ? Of(left.Single / right.Single) : Of(left.Double / right.Double);

    [MethodImpl(Inline)]
    public static Lanes1<E> operator -(Lanes1<E> value) => IsSingle ? Of(-value.Single) : Of(-value.Double);

    [MethodImpl(Inline)]
    public static Lanes1<E> operator >(Lanes1<E> left, Lanes1<E> right) => left.Value > right.Value ? 1 : 0;

    [MethodImpl(Inline)]
    public static Lanes1<E> operator <(Lanes1<E> left, Lanes1<E> right) => left.Value < right.Value ? 1 : 0;

    [MethodImpl(Inline)]
    public static Lanes1<E> Where(Lanes1<E> condition, Lanes1<E> whenTrue, Lanes1<E> whenFalse) =>
        condition.Value != 0 ? whenTrue : whenFalse;

    [MethodImpl(Inline)]
    public static Lanes1<E> Sqrt(Lanes1<E> x) => IsSingle ? Of(MathF.Sqrt(x.Single)) : Of(Math.Sqrt(x.Double));

    [MethodImpl(Inline)]
    public static Lanes1<E> Fma(Lanes1<E> a, Lanes1<E> b, Lanes1<E> c) => IsSingle
        ? Of(MathF.FusedMultiplyAdd(a.Single, b.Single, c.Single))
        : Of(Math.FusedMultiplyAdd(a.Double, b.Double, c.Double));

    [MethodImpl(Inline)]
    public static Lanes1<E> Magnitude(Lanes1<E> x) => IsSingle ? Of(MathF.Abs(x.Single)) : Of(Math.Abs(x.Double));

    [MethodImpl(Inline)]
    public static Lanes1<E> WithSign(Lanes1<E> x, Lanes1<E> sign) =>
        IsSingle ? Of(MathF.CopySign(x.Single, sign.Single)) : Of(Math.CopySign(x.Double, sign.Double));

    [MethodImpl(Inline)]
    public static Lanes1<E> PowerOfTwo(Lanes1<E> n) =>
        Of(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(n.Double + Words.ExponentInLowBits) << Words.MantissaBits));

    [MethodImpl(Inline)]
    public static Lanes1<E> Exponent(Lanes1<E> x, out Lanes1<E> mantissa)
    {
        var bits = BitConverter.DoubleToInt64Bits(x.Double);
        var exponent = (bits + Words.ExponentRounding) >>> Words.MantissaBits;
        mantissa = Of(BitConverter.Int64BitsToDouble(bits - (exponent << Words.MantissaBits) + Words.OneBits));
        return Of(BitConverter.Int64BitsToDouble(exponent | Words.WholeBits) - Words.WholeOffset);
    }

    public static Lanes1<E> EachLane(Lanes1<E> x, Func<Lanes1<double>, Lanes1<double>> function) => function(x.Value).Value;

    [MethodImpl(Inline)]
    public static bool AllFinite(Lanes1<E> x) => double.IsFinite(x.Value);

    [MethodImpl(Inline)]
    public static Lanes1<E> Load<S>(ref readonly S source)
        where S : unmanaged =>
        typeof(S) == typeof(float) ? Unsafe.BitCast<S, float>(source) : Unsafe.BitCast<S, double>(source);

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        destination = typeof(D) == typeof(float) ? Unsafe.BitCast<float, D>((float)Value) : Unsafe.BitCast<double, D>(Value);

    [MethodImpl(Inline)]
    private static Lanes1<E> Of(float value) => new(Unsafe.BitCast<float, E>(value));

    [MethodImpl(Inline)]
    private static Lanes1<E> Of(double value) => new(Unsafe.BitCast<double, E>(value));
}
