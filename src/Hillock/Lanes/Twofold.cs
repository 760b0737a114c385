using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// A real as the sum of two words, the second holding what rounding took from the first: the algebra behind float64
/// results. 1.702·x is off by half a ULP, and σ of it by a hundred times that at x = −100; here what was lost is carried along.
/// </summary>
/// <remarks>
/// <para>Sums and products are error-free transformations (Dekker 1971, doi:10.1007/BF01397083; Knuth, TAOCP 2, 4.2.2). A
/// lost part goes through a primitive as a slope does, so those rules are <see cref="Dual{T}"/>'s.</para>
/// <para>A factor of exactly 0 wins over an infinite one: where σ has underflowed and x³ overflowed, their product is 0.</para>
/// </remarks>
/// <typeparam name="V">The words.</typeparam>
internal readonly partial struct Twofold<V> : ILanes<Twofold<V>>
    where V : struct, IDoubles<V>, IReal<V>
{
    // Great kernels take in only some of them and call the others, which are then to be optimized from the first call as the kernel is.
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization;

    // Up to here sin x rounds to x and cos x to 1.
    private const double SineIsItself = 1.0 / (1 << 27);

    private readonly V high;
    private readonly V low;

    [MethodImpl(Inline)]
    private Twofold(V high, V low)
    {
        this.high = high;
        this.low = low;
    }

    public static int Count => V.Count;

    private Dual<V> AsDual => new(high, low);

    [MethodImpl(Inline)]
    public static implicit operator Twofold<V>(double value) => new(value, 0);

    [MethodImpl(Inline)]
    public static implicit operator Twofold<V>(Constant value) => new(value.High, value.Low);

    [MethodImpl(Inline)]
    public static Twofold<V> operator +(Twofold<V> left, Twofold<V> right)
    {
        var sum = left.high + right.high;
        var shadow = sum - left.high;
        var lost = left.high - (sum - shadow) + (right.high - shadow);
        return Normal(sum, lost + (left.low + right.low));
    }

    [MethodImpl(Inline)]
    public static Twofold<V> operator -(Twofold<V> left, Twofold<V> right) => left + -right;

    [MethodImpl(Inline)]
    public static Twofold<V> operator *(Twofold<V> left, Twofold<V> right)
    {
        var product = left.high * right.high;
        var lost = V.Fma(left.high, right.high, -product);
        var result = Normal(product, lost + V.Fma(left.high, right.low, left.low * right.high));
        var zero = V.Min(V.Magnitude(left.high), V.Magnitude(right.high));

        // Not 0 but what is found to be no more than 0: a right factor that is NaN stays it.
        return Where(new(zero > 0, 0), result, new(V.WithSign(zero, SignOfProduct(left.high, right.high)), 0));
    }

    [MethodImpl(Inline)]
    public static Twofold<V> operator /(Twofold<V> left, Twofold<V> right)
    {
        var quotient = left.high / right.high;
        var remainder = V.Fma(-quotient, right.high, left.high) + V.Fma(-quotient, right.low, left.low);
        return Normal(quotient, remainder / right.high);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> operator -(Twofold<V> value) => new(-value.high, -value.low);

    [MethodImpl(Inline)]
    public static Twofold<V> operator >(Twofold<V> left, Twofold<V> right) => new((left - right).high > 0, 0);

    [MethodImpl(Inline)]
    public static Twofold<V> operator <(Twofold<V> left, Twofold<V> right) => right > left;

    [MethodImpl(Inline)]
    public static Twofold<V> Where(Twofold<V> condition, Twofold<V> whenTrue, Twofold<V> whenFalse) =>
        new(V.Where(condition.high, whenTrue.high, whenFalse.high), V.Where(condition.high, whenTrue.low, whenFalse.low));

    [MethodImpl(Inline)]
    public static Twofold<V> Sqrt(Twofold<V> x)
    {
        var root = V.Sqrt(x.high);
        return Normal(root, V.Where(root > 0, (V.Fma(-root, root, x.high) + x.low) / (root + root), 0));
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Log(Twofold<V> x)
    {
        var log = Elementary.Log(x.high, out var rest);
        return Normal(log, rest + (x.low / x.high));
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Log1P(Twofold<V> x)
    {
        var log = Log(x + 1);
        return new(V.WithSign(log.high, x.high), log.low);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Softplus(Twofold<V> x, out Twofold<V> sigmoid, out Twofold<V> complement)
    {
        var result = Dual<V>.Softplus(x.AsDual, out var companion, out var other);
        (sigmoid, complement) = (Of(companion), Of(other));
        return Of(result);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> NormalCdf(Twofold<V> x, out Twofold<V> density)
    {
        var result = Dual<V>.NormalCdf(x.AsDual, out var companion);
        density = Of(companion);
        return Of(result);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Erf(Twofold<V> x, out Twofold<V> slope)
    {
        var result = Dual<V>.Erf(x.AsDual, out var companion);
        slope = Of(companion);
        return Of(result);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Sin(Twofold<V> x, out Twofold<V> cos)
    {
        // By the formula for a sum: where the high part is huge, the low part is not small.
        var sin = Elementary.Sin(x.high, out var sinRest, out var c, out var cosRest);
        if (V.AllWithin(x.low, SineIsItself))
        {
            cos = Normal(c, V.Residue(sin, x.low, cosRest));
            return Normal(sin, V.Fma(c, x.low, sinRest));
        }

        var sinOfLow = V.Sin(x.low, out var cosOfLow);
        cos = Normal(c, V.Residue(sin, sinOfLow, V.Fma(c, cosOfLow - 1, cosRest)));
        return Normal(sin, V.Fma(c, sinOfLow, V.Fma(sin, cosOfLow - 1, sinRest)));
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Sinc(Twofold<V> x, out Twofold<V> slope)
    {
        var result = Dual<V>.Sinc(x.AsDual, out var companion);
        slope = Of(companion);
        return Of(result);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Asinh(Twofold<V> x, out Twofold<V> slope)
    {
        var result = Dual<V>.Asinh(x.AsDual, out var companion);
        slope = Of(companion);
        return Of(result);
    }

    [MethodImpl(Inline)]
    public static Twofold<V> Atan(Twofold<V> x) => Of(Dual<V>.Atan(x.AsDual));

    [MethodImpl(Inline)]
    public static Twofold<V> Magnitude(Twofold<V> x) => Where(new(x.high > 0, 0), x, -x);

    [MethodImpl(Inline)]
    public static bool AllFinite(Twofold<V> x) => V.AllFinite(x.high);

    [MethodImpl(Inline)]
    public static Twofold<V> Load<E>(ref readonly E source)
        where E : unmanaged =>
        new(V.Load(in source), 0);

    [MethodImpl(Inline)]
    public void Store<E>(ref E destination)
        where E : unmanaged =>
        high.Store(ref destination);

    [MethodImpl(Inline)]
    public void StoreAround<E>(ref E destination)
        where E : unmanaged =>
        high.StoreAround(ref destination);

    [MethodImpl(Inline)]
    private static Twofold<V> Of(Dual<V> dual) => Normal(dual.Value, dual.Slope);

    /// <summary>The sum of the two, rounded, and what the rounding left. An infinity and a zero, whose sign counts, stay as they are.</summary>
    [MethodImpl(Inline)]
    private static Twofold<V> Normal(V high, V low)
    {
        var sum = high + low;
        var rest = low - (sum - high);
        var magnitude = V.Magnitude(sum);
        var proper = V.Where(V.Max(V.Magnitude(high), magnitude) > 0, magnitude < double.PositiveInfinity, 0);
        return new(V.Where(proper, sum, high), V.Where(proper, rest, 0));
    }

    [MethodImpl(Inline)]
    private static V SignOfProduct(V left, V right) => V.WithSign(1, left) * V.WithSign(1, right);
}
