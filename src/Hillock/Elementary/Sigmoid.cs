using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    /// <summary>σ(x) and σ(−x), to 2.5 ULP each: with t = e^−|x| one is 1/(1 + t) and the other t/(1 + t).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x, out V complement)
        where V : struct, IDoubles<V>, IReal<V> =>
        Chances(x, Exp(-V.Magnitude(x)), out complement);

    /// <summary>tanh x and sech² x, to 2.5 ULP: with e = e^−2|x| − 1 they are −e/(2 + e) and 4(1 + e)/(2 + e)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x, out V sechSquared)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var magnitude = V.Magnitude(x);
        var e = ExpM1(-(magnitude + magnitude), out var exp);
        var inverse = (V)1 / (e + 2);
        sechSquared = exp * 4 * inverse * inverse;
        return V.WithSign(e * inverse, x);
    }

    /// <summary>ln(1 + eˣ), σ(x) and σ(−x), to 2.5 ULP: max(x, 0) + ln(1 + e^−|x|) neither overflows nor cancels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Softplus<V>(V x, out V sigmoid, out V complement)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var t = Exp(-V.Magnitude(x));
        sigmoid = Chances(x, t, out complement);
        return V.Within(x, 0, double.PositiveInfinity) + Log1POfUnit(t);
    }

    /// <summary>σ(x) and σ(−x) from t = e^−|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Chances<V>(V x, V t, out V complement)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var greater = (V)1 / (t + 1);
        var smaller = t * greater;
        var positive = x > 0;
        complement = V.Where(positive, smaller, greater);
        return V.Where(positive, greater, smaller);
    }
}
