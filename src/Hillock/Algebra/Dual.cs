using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// A value and its slope. Evaluated over <c>Dual</c>, an expression gives its exact derivative beside its value: with x
/// as the variable, f′(x); with a parameter as the variable, that parameter's gradient; nested, the curvature.
/// </summary>
/// <remarks>Each primitive has its rule here and nowhere else; there is no other derivative in Hillock.</remarks>
/// <param name="Value">The value.</param>
/// <param name="Slope">The derivative of the value with respect to whatever was seeded with slope 1.</param>
/// <typeparam name="T">The algebra below.</typeparam>
public readonly partial record struct Dual<T>(T Value, T Slope) : IReal<Dual<T>>
    where T : struct, IReal<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // One more than this is the same in every format.
    private const double GreatSquare = 1e300;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static implicit operator Dual<T>(double value) => new(value, 0);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static implicit operator Dual<T>(Constant value) => new(value, 0);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator +(Dual<T> left, Dual<T> right) => new(left.Value + right.Value, left.Slope + right.Slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator -(Dual<T> left, Dual<T> right) => new(left.Value - right.Value, left.Slope - right.Slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator *(Dual<T> left, Dual<T> right) =>
        new(left.Value * right.Value, (left.Slope * right.Value) + (left.Value * right.Slope));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator /(Dual<T> left, Dual<T> right)
    {
        var quotient = left.Value / right.Value;
        return new(quotient, (left.Slope - (quotient * right.Slope)) / right.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator -(Dual<T> value) => new(-value.Value, -value.Slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator >(Dual<T> left, Dual<T> right) => new(left.Value > right.Value, 0);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator <(Dual<T> left, Dual<T> right) => new(left.Value < right.Value, 0);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Where(Dual<T> condition, Dual<T> whenTrue, Dual<T> whenFalse) =>
        new(T.Where(condition.Value, whenTrue.Value, whenFalse.Value), T.Where(condition.Value, whenTrue.Slope, whenFalse.Slope));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Max(Dual<T> x, Dual<T> otherwise) =>
        new(T.Max(x.Value, otherwise.Value), T.Where(x.Value > otherwise.Value, x.Slope, otherwise.Slope));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Min(Dual<T> x, Dual<T> otherwise) =>
        new(T.Min(x.Value, otherwise.Value), T.Where(x.Value < otherwise.Value, x.Slope, otherwise.Slope));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Sqrt(Dual<T> x)
    {
        var root = T.Sqrt(x.Value);
        return new(root, x.Slope / (root + root));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Exp(Dual<T> x)
    {
        var exp = T.Exp(x.Value);
        return new(exp, x.Slope * exp);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> ExpM1(Dual<T> x, out Dual<T> exp)
    {
        var expM1 = T.ExpM1(x.Value, out var e);
        exp = new(e, x.Slope * e);
        return new(expM1, exp.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Log(Dual<T> x) => new(T.Log(x.Value), x.Slope / x.Value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Log1P(Dual<T> x) => new(T.Log1P(x.Value), x.Slope / (x.Value + 1));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Sigmoid(Dual<T> x, out Dual<T> complement)
    {
        var sigmoid = T.Sigmoid(x.Value, out var other);
        var slope = x.Slope * (sigmoid * other);
        complement = new(other, -slope);
        return new(sigmoid, slope);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Tanh(Dual<T> x, out Dual<T> sechSquared)
    {
        var tanh = T.Tanh(x.Value, out var s);
        var slope = x.Slope * s;
        sechSquared = new(s, -(tanh + tanh) * slope);
        return new(tanh, slope);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Softplus(Dual<T> x, out Dual<T> sigmoid, out Dual<T> complement)
    {
        var softplus = T.Softplus(x.Value, out var s, out var other);
        var curvature = x.Slope * (s * other);
        (sigmoid, complement) = (new(s, curvature), new(other, -curvature));
        return new(softplus, x.Slope * s);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> NormalCdf(Dual<T> x, out Dual<T> density)
    {
        var chance = T.NormalCdf(x.Value, out var d);
        var slope = x.Slope * d;
        density = new(d, -x.Value * slope);
        return new(chance, slope);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator *(Constant left, Dual<T> right) => new(left * right.Value, left * right.Slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Scaled(Dual<T> x, double parameter) => new(T.Scaled(x.Value, parameter), T.Scaled(x.Slope, parameter));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> operator *(double left, Dual<T> right) => new(left * right.Value, left * right.Slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> SigmoidGate(Dual<T> x) => new(T.SigmoidGate(x.Value, out var slope), x.Slope * slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> SigmoidGate(Dual<T> x, Constant steepness) => new(T.SigmoidGate(x.Value, steepness, out var slope), x.Slope * slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> SigmoidGate(Dual<T> x, Constant steepness, Constant cubic) => new(T.SigmoidGate(x.Value, steepness, cubic, out var slope), x.Slope * slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> NormalGate(Dual<T> x) => new(T.NormalGate(x.Value, out var slope), x.Slope * slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> TanhSoftplusGate(Dual<T> x) => new(T.TanhSoftplusGate(x.Value, out var slope), x.Slope * slope);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Erf(Dual<T> x, out Dual<T> slope)
    {
        var erf = T.Erf(x.Value, out var s);
        slope = new(s, -(x.Value + x.Value) * (x.Slope * s));
        return new(erf, x.Slope * s);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Sin(Dual<T> x, out Dual<T> cos)
    {
        var sin = T.Sin(x.Value, out var c);
        cos = new(c, -(x.Slope * sin));
        return new(sin, x.Slope * c);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Sinc(Dual<T> x, out Dual<T> slope)
    {
        var sinc = T.Sinc(x.Value, out var s);
        var quotient = T.Where(x.Value * x.Value > 0, s / x.Value, -1.0 / 3);
        slope = new(s, -(x.Slope * (sinc + quotient + quotient)));
        return new(sinc, x.Slope * s);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Asinh(Dual<T> x, out Dual<T> slope)
    {
        var asinh = T.Asinh(x.Value, out var s);
        slope = new(s, -(x.Slope * (x.Value * s * (s * s))));
        return new(asinh, x.Slope * s);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Atan(Dual<T> x)
    {
        // The square of a great number overflows before its inverse has vanished.
        var square = x.Value * x.Value;
        return new(T.Atan(x.Value), T.Prefer(square > GreatSquare, x.Slope / x.Value / x.Value, x.Slope / (square + 1)));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Dual<T> Softsign(Dual<T> x, out Dual<T> complement)
    {
        var softsign = T.Softsign(x.Value, out var rest);
        var slope = x.Slope * (rest * rest);
        complement = new(rest, T.Where(x.Value > 0, -slope, slope));
        return new(softsign, slope);
    }
}
