using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>128 bits: 4 floats or 2 doubles side by side.</summary>
/// <typeparam name="E">float or double.</typeparam>
internal readonly struct Lanes128<E>(Vector128<E> words) : IWords<Lanes128<E>>
    where E : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<E> words = words;

    public static int Count => Vector128<E>.Count;

    public static bool IsSingle => typeof(E) == typeof(float);

    [MethodImpl(Inline)]
    public static implicit operator Lanes128<E>(double value) =>
        new(IsSingle ? Vector128.Create((float)value).As<float, E>() : Vector128.Create(value).As<double, E>());

    [MethodImpl(Inline)]
    public static implicit operator Lanes128<E>(Constant value) => value.High;

    [MethodImpl(Inline)]
    public static Lanes128<E> operator +(Lanes128<E> left, Lanes128<E> right) => new(left.words + right.words);

    [MethodImpl(Inline)]
    public static Lanes128<E> operator -(Lanes128<E> left, Lanes128<E> right) => new(left.words - right.words);

    [MethodImpl(Inline)]
    public static Lanes128<E> operator *(Lanes128<E> left, Lanes128<E> right) => new(left.words * right.words);

    [MethodImpl(Inline)]
    public static Lanes128<E> operator /(Lanes128<E> left, Lanes128<E> right) => new(left.words / right.words);

    [MethodImpl(Inline)]
    public static Lanes128<E> operator -(Lanes128<E> value) => new(-value.words);

    [MethodImpl(Inline)]
    public static Lanes128<E> operator >(Lanes128<E> left, Lanes128<E> right) => new(Vector128.GreaterThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Lanes128<E> operator <(Lanes128<E> left, Lanes128<E> right) => new(Vector128.LessThan(left.words, right.words));

    [MethodImpl(Inline)]
    public static Lanes128<E> Where(Lanes128<E> condition, Lanes128<E> whenTrue, Lanes128<E> whenFalse) =>
        new(Vector128.ConditionalSelect(condition.words, whenTrue.words, whenFalse.words));

    [MethodImpl(Inline)]
    public static Lanes128<E> Sqrt(Lanes128<E> x) => new(Vector128.Sqrt(x.words));

    [MethodImpl(Inline)]
    public static Lanes128<E> Fma(Lanes128<E> a, Lanes128<E> b, Lanes128<E> c) => new(IsSingle
        ? Vector128.FusedMultiplyAdd(a.words.AsSingle(), b.words.AsSingle(), c.words.AsSingle()).As<float, E>()
        : Vector128.FusedMultiplyAdd(a.words.AsDouble(), b.words.AsDouble(), c.words.AsDouble()).As<double, E>());

    [MethodImpl(Inline)]
    public static Lanes128<E> Magnitude(Lanes128<E> x) => new(Vector128.Abs(x.words));

    [MethodImpl(Inline)]
    public static Lanes128<E> WithSign(Lanes128<E> x, Lanes128<E> sign)
    {
        var signBit = IsSingle ? Vector128.Create(-0f).As<float, E>() : Vector128.Create(-0d).As<double, E>();
        return new(Vector128.ConditionalSelect(signBit, sign.words, x.words));
    }

    [MethodImpl(Inline)]
    public static Lanes128<E> PowerOfTwo(Lanes128<E> n)
    {
        var low = (n.words.AsDouble() + Vector128.Create(Words.ExponentInLowBits)).AsInt64();
        return new((low << Words.MantissaBits).As<long, E>());
    }

    [MethodImpl(Inline)]
    public static Lanes128<E> Exponent(Lanes128<E> x, out Lanes128<E> mantissa)
    {
        var bits = x.words.AsInt64();
        var exponent = (bits + Vector128.Create(Words.ExponentRounding)) >>> Words.MantissaBits;
        mantissa = new((bits - (exponent << Words.MantissaBits) + Vector128.Create(Words.OneBits)).As<long, E>());
        var asDouble = (exponent | Vector128.Create(Words.WholeBits)).AsDouble() - Vector128.Create(Words.WholeOffset);
        return new(asDouble.As<double, E>());
    }

    public static Lanes128<E> EachLane(Lanes128<E> x, Func<Lanes1<double>, Lanes1<double>> function)
    {
        Span<E> lanes = stackalloc E[Count];
        x.words.CopyTo(lanes);
        foreach (ref var lane in lanes)
        {
            function(Lanes1<double>.Load(ref lane)).Store(ref lane);
        }

        return new(Vector128.Create<E>(lanes));
    }

    [MethodImpl(Inline)]
    public static bool AllFinite(Lanes128<E> x) => Vector128.EqualsAll(x.words - x.words, Vector128<E>.Zero);

    [MethodImpl(Inline)]
    public static Lanes128<E> Load<S>(ref readonly S source)
        where S : unmanaged
    {
        if (typeof(S) == typeof(E))
        {
            return new(Vector128.LoadUnsafe(ref Unsafe.As<S, E>(ref Unsafe.AsRef(in source))));
        }

        var half = Vector64.LoadUnsafe(ref Unsafe.As<S, float>(ref Unsafe.AsRef(in source)));
        return new(Vector128.WidenLower(half.ToVector128Unsafe()).As<double, E>());
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

        var half = Vector128.Narrow(words.AsDouble(), words.AsDouble()).GetLower();
        half.StoreUnsafe(ref Unsafe.As<D, float>(ref destination));
    }
}
