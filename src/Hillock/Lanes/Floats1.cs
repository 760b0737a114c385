using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>One float, with the bits the vectors give.</summary>
internal readonly struct Floats1(float word) : IFloats<Floats1>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly float word = word;

    public static int Count => 1;

    [MethodImpl(Inline)]
    public static implicit operator Floats1(double value) => new((float)value);

    [MethodImpl(Inline)]
    public static implicit operator Floats1(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Floats1 operator +(Floats1 left, Floats1 right) => new(left.word + right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator -(Floats1 left, Floats1 right) => new(left.word - right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator *(Floats1 left, Floats1 right) => new(left.word * right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator /(Floats1 left, Floats1 right) => new(left.word / right.word);

    [MethodImpl(Inline)]
    public static Floats1 operator -(Floats1 value) => new(-value.word);

    [MethodImpl(Inline)]
    public static Floats1 operator >(Floats1 left, Floats1 right) => new(left.word > right.word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Floats1 operator <(Floats1 left, Floats1 right) => new(left.word < right.word ? 1 : 0);

    [MethodImpl(Inline)]
    public static Floats1 Where(Floats1 condition, Floats1 whenTrue, Floats1 whenFalse) => condition.word != 0 ? whenTrue : whenFalse;

    [MethodImpl(Inline)]
    public static Floats1 Sqrt(Floats1 x) => new(MathF.Sqrt(x.word));

    [MethodImpl(Inline)]
    public static Floats1 Fma(Floats1 a, Floats1 b, Floats1 c) => new(MathF.FusedMultiplyAdd(a.word, b.word, c.word));

    [MethodImpl(Inline)]
    public static Floats1 Lost(Floats1 a, Floats1 b, Floats1 product) => Fma(a, b, -product);

    [MethodImpl(Inline)]
    public static Floats1 Residue(Floats1 a, Floats1 b, Floats1 c) => Fma(-a, b, c);

    [MethodImpl(Inline)]
    public static Floats1 Horner(Floats1 p, Floats1 x, double a, double b, double c, double d) =>
        Fma(Fma(Fma(Fma(p, x, a), x, b), x, c), x, d);

    [MethodImpl(Inline)]
    public static Floats1 Within(Floats1 x, double low, double high)
    {
        // As the vectors' instructions: the second operand where either is NaN.
        var least = x.word < (float)high ? x.word : (float)high;
        return new(least > (float)low ? least : (float)low);
    }

    [MethodImpl(Inline)]
    public static Floats1 Negative(Floats1 x) => new(float.IsNegative(x.word) ? 1 : 0);

    [MethodImpl(Inline)]
    public static Floats1 WithSign(Floats1 x, Floats1 sign) => new(MathF.CopySign(x.word, sign.word));

    [MethodImpl(Inline)]
    public static Floats1 PowerOfTwo(Floats1 rounded) =>
        new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(rounded.word) << FloatWords.MantissaBits));

    [MethodImpl(Inline)]
    public static Floats1 Watch(Floats1 seen, Floats1 x) => new(
        BitConverter.UInt32BitsToSingle(Math.Max(BitConverter.SingleToUInt32Bits(seen.word), BitConverter.SingleToUInt32Bits(x.word) << 1)));

    [MethodImpl(Inline)]
    public static bool SawFinite(Floats1 seen) => BitConverter.SingleToUInt32Bits(seen.word) < FloatWords.InfinityShifted;

    [MethodImpl(Inline)]
    public static Floats1 Lookup(ReadOnlySpan<float> table, Floats1 selector) =>
        new(table[(BitConverter.SingleToInt32Bits(selector.word) >> FloatWords.SelectorShift) & 15]);

    [MethodImpl(Inline)]
    public static Floats1 Magnitude(Floats1 x) => new(MathF.Abs(x.word));

    [MethodImpl(Inline)]
    public static bool AllFinite(Floats1 x) => float.IsFinite(x.word);

    [MethodImpl(Inline)]
    public static Floats1 Load<S>(ref readonly S source)
        where S : unmanaged =>
        new(Unsafe.BitCast<S, float>(source));

    [MethodImpl(Inline)]
    public void StoreAround<D>(ref D destination)
        where D : unmanaged =>
        Store(ref destination);

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged =>
        destination = Unsafe.BitCast<float, D>(word);
}
