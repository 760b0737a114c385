using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>256 bits: 8 floats or 4 doubles side by side.</summary>
/// <typeparam name="E">float or double.</typeparam>
internal readonly struct Lanes256<E>(Vector256<E> words) : IWords<Lanes256<E>>
    where E : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<E> words = words;

    public static int Count => Vector256<E>.Count;

    public static bool IsSingle => typeof(E) == typeof(float);

    [MethodImpl(Inline)]
    public static implicit operator Lanes256<E>(double value) =>
        new(IsSingle ? Vector256.Create((float)value).As<float, E>() : Vector256.Create(value).As<double, E>());

    [MethodImpl(Inline)]
    public static implicit operator Lanes256<E>(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Lanes256<E> operator +(Lanes256<E> left, Lanes256<E> right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Lanes256<E> operator -(Lanes256<E> left, Lanes256<E> right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Lanes256<E> operator *(Lanes256<E> left, Lanes256<E> right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Lanes256<E> operator /(Lanes256<E> left, Lanes256<E> right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Lanes256<E> operator -(Lanes256<E> value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Lanes256<E> operator >(Lanes256<E> left, Lanes256<E> right) => new(Vector256.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Lanes256<E> operator <(Lanes256<E> left, Lanes256<E> right) => new(Vector256.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Lanes256<E> Where(Lanes256<E> condition, Lanes256<E> whenTrue, Lanes256<E> whenFalse) =>
        new(Vector256.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Lanes256<E> Sqrt(Lanes256<E> x) => new(Vector256.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Lanes256<E> Fma(Lanes256<E> a, Lanes256<E> b, Lanes256<E> c) => new(IsSingle
        ? Vector256.FusedMultiplyAdd(a.words.AsSingle(), b.words.AsSingle(), c.words.AsSingle()).As<float, E>()
        : Vector256.FusedMultiplyAdd(a.words.AsDouble(), b.words.AsDouble(), c.words.AsDouble()).As<double, E>());

    [MethodImpl(Inline)]
    public static Lanes256<E> Magnitude(Lanes256<E> x) => new(Vector256.Abs(x.words));

    [MethodImpl(Inline)]
    public static Lanes256<E> WithSign(Lanes256<E> x, Lanes256<E> sign)
    {
        var signBit = IsSingle ? Vector256.Create(-0f).As<float, E>() : Vector256.Create(-0d).As<double, E>();
        return new(Vector256.ConditionalSelect(signBit, sign.words, x.words));
    }

    [MethodImpl(Inline)]
    public static Lanes256<E> PowerOfTwo(Lanes256<E> n)
    {
        var low = (n.words.AsDouble() + Vector256.Create(Words.ExponentInLowBits)).AsInt64();
        return new((low << Words.MantissaBits).As<long, E>());
    }

    [MethodImpl(Inline)]
    public static Lanes256<E> Exponent(Lanes256<E> x, out Lanes256<E> mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector256.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector256.Create(Words.OneBits)).As<long, E>());
        var asDouble = (exponent | Vector256.Create(Words.WholeBits)).AsDouble() - Vector256.Create(Words.WholeOffset);
        return new(asDouble.As<double, E>());
    }

    public static Lanes256<E> EachLane(Lanes256<E> x, Func<Lanes1<double>, Lanes1<double>> function)
    {
        Span<E> lanes = stackalloc E[Count];
        x.words.CopyTo(lanes);
        foreach (ref var lane in lanes)
        {
            function(Lanes1<double>.Load(ref lane)).Store(ref lane);
        }

        return new(Vector256.Create<E>(lanes));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Lanes256<E> x) => Vector256.EqualsAll(x.words - x.words, Vector256<E>.Zero);

    [MethodImpl(Inline)]
    public static Lanes256<E> Load<S>(ref readonly S source)
        where S : unmanaged
    {
        if (typeof(S) == typeof(E))
        {
            return new(Vector256.LoadUnsafe(ref Unsafe.As<S, E>(ref Unsafe.AsRef(in source))));
        }

        var half = Vector128.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source)));
        return new((Avx.IsSupported
            ? Avx.ConvertToVector256Double(half)
            : Vector256.Create(Vector128.WidenLower(half), Vector128.WidenUpper(half))).As<double, E>());
    }

    [MethodImpl(Inline)]
    public void Store<D>(ref D destination)
        where D : unmanaged
    {
        if (typeof(D) == typeof(E))
        {
            words.StoreUnsafe(ref Unsafe.As<D, E>(ref destination));
            return;
        }

        var half = Avx.IsSupported
            ? Avx.ConvertToVector128Single(words.AsDouble())
            : Vector128.Narrow(words.AsDouble().GetLower(), words.AsDouble().GetUpper());
        half.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
    }
}
