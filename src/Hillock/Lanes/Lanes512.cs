using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock;

/// <summary>512 bits: 16 floats or 8 doubles side by side.</summary>
/// <typeparam name="E">float or double.</typeparam>
internal readonly struct Lanes512<E>(Vector512<E> words) : IWords<Lanes512<E>>
    where E : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<E> words = words;

    public static int Count => Vector512<E>.Count;

    public static bool IsSingle => typeof(E) == typeof(float);

    [MethodImpl(Inline)]
    public static implicit operator Lanes512<E>(double value) =>
        new(IsSingle ? Vector512.Create((float)value).As<float, E>() : Vector512.Create(value).As<double, E>());

    [MethodImpl(Inline)]
    public static implicit operator Lanes512<E>(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Lanes512<E> operator +(Lanes512<E> left, Lanes512<E> right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Lanes512<E> operator -(Lanes512<E> left, Lanes512<E> right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Lanes512<E> operator *(Lanes512<E> left, Lanes512<E> right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Lanes512<E> operator /(Lanes512<E> left, Lanes512<E> right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Lanes512<E> operator -(Lanes512<E> value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Lanes512<E> operator >(Lanes512<E> left, Lanes512<E> right) => new(Vector512.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Lanes512<E> operator <(Lanes512<E> left, Lanes512<E> right) => new(Vector512.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Lanes512<E> Where(Lanes512<E> condition, Lanes512<E> whenTrue, Lanes512<E> whenFalse) =>
        new(Vector512.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Lanes512<E> Sqrt(Lanes512<E> x) => new(Vector512.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Lanes512<E> Fma(Lanes512<E> a, Lanes512<E> b, Lanes512<E> c) => new(IsSingle
        ? Vector512.FusedMultiplyAdd(a.words.AsSingle(), b.words.AsSingle(), c.words.AsSingle()).As<float, E>()
        : Vector512.FusedMultiplyAdd(a.words.AsDouble(), b.words.AsDouble(), c.words.AsDouble()).As<double, E>());

    [MethodImpl(Inline)]
    public static Lanes512<E> Magnitude(Lanes512<E> x) => new(Vector512.Abs(x.words));

    [MethodImpl(Inline)]
    public static Lanes512<E> WithSign(Lanes512<E> x, Lanes512<E> sign)
    {
        var signBit = IsSingle ? Vector512.Create(-0f).As<float, E>() : Vector512.Create(-0d).As<double, E>();
        return new(Vector512.ConditionalSelect(signBit, sign.words, x.words));
    }

    [MethodImpl(Inline)]
    public static Lanes512<E> PowerOfTwo(Lanes512<E> n)
    {
        var low = (n.words.AsDouble() + Vector512.Create(Words.ExponentInLowBits)).AsInt64();
        return new((low << Words.MantissaBits).As<long, E>());
    }

    [MethodImpl(Inline)]
    public static Lanes512<E> Exponent(Lanes512<E> x, out Lanes512<E> mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector512.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector512.Create(Words.OneBits)).As<long, E>());
        var asDouble = (exponent | Vector512.Create(Words.WholeBits)).AsDouble() - Vector512.Create(Words.WholeOffset);
        return new(asDouble.As<double, E>());
    }

    public static Lanes512<E> EachLane(Lanes512<E> x, Func<Lanes1<double>, Lanes1<double>> function)
    {
        Span<E> lanes = stackalloc E[Count];
        x.words.CopyTo(lanes);
        foreach (ref var lane in lanes)
        {
            function(Lanes1<double>.Load(ref lane)).Store(ref lane);
        }

        return new(Vector512.Create<E>(lanes));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Lanes512<E> x) => Vector512.EqualsAll(x.words - x.words, Vector512<E>.Zero);

    [MethodImpl(Inline)]
    public static Lanes512<E> Load<S>(ref readonly S source)
        where S : unmanaged
    {
        if (typeof(S) == typeof(E))
        {
            return new(Vector512.LoadUnsafe(ref Unsafe.As<S, E>(ref Unsafe.AsRef(in source))));
        }

        var half = Vector256.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source)));
        return new((Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(half)
            : Vector512.Create(Vector256.WidenLower(half), Vector256.WidenUpper(half))).As<double, E>());
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

        var half = Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(words.AsDouble())
            : Vector256.Narrow(words.AsDouble().GetLower(), words.AsDouble().GetUpper());
        half.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
    }
}
