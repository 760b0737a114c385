using System.Globalization;

namespace Hillock;

/// <summary>One number in double precision: <c>new Gelu().Of&lt;Real&gt;(1.5)</c>.</summary>
/// <remarks>Its primitives are those of the kernels, so the bits do not depend on the machine's C library.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct Real(double Value) : IReal<Real>
{
    private Doubles1 Lane => new(Value);

    /// <inheritdoc/>
    public static implicit operator Real(double value) => new(value);

    /// <inheritdoc/>
    public static implicit operator Real(Constant value) => new(value.High);

    /// <summary>The number itself.</summary>
    public static implicit operator double(Real real) => real.Value;

    /// <inheritdoc/>
    public static Real operator +(Real left, Real right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    public static Real operator -(Real left, Real right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    public static Real operator *(Real left, Real right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    public static Real operator /(Real left, Real right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    public static Real operator -(Real value) => new(-value.Value);

    /// <inheritdoc/>
    public static Real operator >(Real left, Real right) => new(left.Value > right.Value ? 1 : 0);

    /// <inheritdoc/>
    public static Real operator <(Real left, Real right) => new(left.Value < right.Value ? 1 : 0);

    /// <inheritdoc/>
    public static Real Where(Real condition, Real whenTrue, Real whenFalse) => condition.Value != 0 ? whenTrue : whenFalse;

    /// <inheritdoc/>
    public static Real Sqrt(Real x) => new(Math.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Real Exp(Real x) => Of(x, Elementary.Exp(x.Lane));

    /// <inheritdoc/>
    public static Real Log(Real x) => double.IsPositiveInfinity(x.Value) ? x : Of(x, Elementary.Log(x.Lane));

    /// <inheritdoc/>
    public static Real Log1P(Real x) => double.IsPositiveInfinity(x.Value) ? x : Of(x, Elementary.Log1P(x.Lane));

    /// <inheritdoc/>
    public static Real ExpM1(Real x, out Real exp)
    {
        var result = Elementary.ExpM1(x.Lane, out var companion);
        exp = Of(x, companion);
        return Of(x, result);
    }

    /// <inheritdoc/>
    public static Real Sigmoid(Real x, out Real complement)
    {
        var result = Elementary.Sigmoid(x.Lane, out var companion);
        complement = Of(x, companion);
        return Of(x, result);
    }

    /// <inheritdoc/>
    public static Real Tanh(Real x, out Real sechSquared)
    {
        var result = Elementary.Tanh(x.Lane, out var companion);
        sechSquared = Of(x, companion);
        return Of(x, result);
    }

    /// <inheritdoc/>
    public static Real Softplus(Real x, out Real sigmoid, out Real complement)
    {
        var result = Elementary.Softplus(x.Lane, out var companion, out var other);
        (sigmoid, complement) = (Of(x, companion), Of(x, other));
        return Of(x, result);
    }

    /// <inheritdoc/>
    public static Real NormalCdf(Real x, out Real density)
    {
        var result = Elementary.NormalCdf(x.Lane, out var companion);
        density = Of(x, companion);
        return Of(x, result);
    }

    /// <inheritdoc/>
    public static Real Erf(Real x, out Real slope)
    {
        var result = Elementary.Erf(x.Lane, out var companion);
        slope = Of(x, companion);
        return Of(x, result);
    }

    /// <inheritdoc/>
    public static Real Sin(Real x, out Real cos)
    {
        var result = Elementary.Sin(x.Lane, out var companion);
        cos = double.IsFinite(x.Value) ? new Real(companion.Word) : double.NaN;
        return double.IsFinite(x.Value) ? new Real(result.Word) : double.NaN;
    }

    /// <inheritdoc/>
    public static Real Sinc(Real x, out Real slope)
    {
        var result = Elementary.Sinc(x.Lane, out var companion);
        slope = double.IsInfinity(x.Value) ? 0 : Of(x, companion);
        return double.IsInfinity(x.Value) ? 0 : Of(x, result);
    }

    /// <inheritdoc/>
    public static Real Asinh(Real x, out Real slope)
    {
        var result = Elementary.Asinh(x.Lane, out var companion);
        slope = Of(x, companion);
        return double.IsInfinity(x.Value) ? x : Of(x, result);
    }

    /// <inheritdoc/>
    public static Real Atan(Real x) => Of(x, Elementary.Atan(x.Lane));

    /// <inheritdoc/>
    public static Real Softsign(Real x, out Real complement)
    {
        complement = new(1 / (1 + Math.Abs(x.Value)));
        return new(x.Value / (1 + Math.Abs(x.Value)));
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The lanes' functions take finite numbers and, as they are limits, infinities; NaN stays NaN.</summary>
    private static Real Of(Real x, Doubles1 result) => double.IsNaN(x.Value) ? x : new(result.Word);
}
