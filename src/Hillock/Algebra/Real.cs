using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>One number in double precision: <c>new Gelu().Of&lt;Real&gt;(1.5)</c>.</summary>
/// <remarks>Its primitives are those of the kernels, so the bits do not depend on the machine's C library.</remarks>
/// <param name="Value">The number.</param>
public readonly record struct Real(double Value) : IReal<Real>
{
    private Real(Doubles1 lane)
        : this(lane.Word)
    {
    }

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
    public static Real Exp(Real x) => new(Elementary.Exp(x.Lane));

    /// <inheritdoc/>
    public static Real Log(Real x) => new(Elementary.Log(x.Lane));

    /// <inheritdoc/>
    public static Real Log1P(Real x) => new(Elementary.Log1P(x.Lane));

    /// <inheritdoc/>
    public static Real ExpM1(Real x, out Real exp) => Pair(Elementary.ExpM1(x.Lane, out var companion), companion, out exp);

    /// <inheritdoc/>
    public static Real Sigmoid(Real x, out Real complement) =>
        Pair(Elementary.Sigmoid(x.Lane, out var companion), companion, out complement);

    /// <inheritdoc/>
    public static Real Tanh(Real x, out Real sechSquared) =>
        Pair(Elementary.Tanh(x.Lane, out var companion), companion, out sechSquared);

    /// <inheritdoc/>
    public static Real Softplus(Real x, out Real sigmoid, out Real complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return new(Elementary.Softplus(x.Lane, out _, out _));
    }

    /// <inheritdoc/>
    public static Real NormalCdf(Real x, out Real density) =>
        Pair(Elementary.NormalCdf(x.Lane, out var companion), companion, out density);

    /// <inheritdoc/>
    public static Real Softsign(Real x, out Real complement)
    {
        complement = new(1 / (1 + Math.Abs(x.Value)));
        return new(x.Value / (1 + Math.Abs(x.Value)));
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Pair(Doubles1 result, Doubles1 companion, out Real second)
    {
        second = new(companion);
        return new(result);
    }
}
