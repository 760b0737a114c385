namespace Hillock;

/// <summary>What one evaluation of an expression needs; a subexpression used twice counts twice.</summary>
/// <param name="Arithmetic">Sums, differences, products, comparisons and choices.</param>
/// <param name="Divisions">Quotients and roots.</param>
/// <param name="Primitives">Exponentials, logarithms and what is built on them.</param>
public readonly record struct OperationCount(int Arithmetic, int Divisions, int Primitives) : IReal<OperationCount>
{
    /// <summary>Whether the expression stays within the four operations, roots and choices.</summary>
    public bool IsAlgebraic => Primitives == 0;

    /// <summary>Counts the operations of a function.</summary>
    public static OperationCount Of<F>(F function)
        where F : struct, IActivation =>
        function.Of<OperationCount>(default);

    /// <inheritdoc/>
    public static implicit operator OperationCount(double value) => default;

    /// <inheritdoc/>
    public static implicit operator OperationCount(Constant value) => default;

    /// <inheritdoc/>
    public static OperationCount operator +(OperationCount left, OperationCount right) => Joined(left, right, new(1, 0, 0));

    /// <inheritdoc/>
    public static OperationCount operator -(OperationCount left, OperationCount right) => left + right;

    /// <inheritdoc/>
    public static OperationCount operator *(OperationCount left, OperationCount right) => left + right;

    /// <inheritdoc/>
    public static OperationCount operator /(OperationCount left, OperationCount right) => Joined(left, right, new(0, 1, 0));

    /// <inheritdoc/>
    public static OperationCount operator -(OperationCount value) => value;

    /// <inheritdoc/>
    public static OperationCount operator >(OperationCount left, OperationCount right) => left + right;

    /// <inheritdoc/>
    public static OperationCount operator <(OperationCount left, OperationCount right) => left + right;

    /// <inheritdoc/>
    public static OperationCount Where(OperationCount condition, OperationCount whenTrue, OperationCount whenFalse) =>
        condition + Joined(whenTrue, whenFalse, default);

    /// <inheritdoc/>
    public static OperationCount Sqrt(OperationCount x) => Joined(x, default, new(0, 1, 0));

    /// <inheritdoc/>
    public static OperationCount Exp(OperationCount x) => Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Log(OperationCount x) => Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Log1P(OperationCount x) => Primitive(x);

    /// <inheritdoc/>
    public static OperationCount ExpM1(OperationCount x, out OperationCount exp) => exp = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Sigmoid(OperationCount x, out OperationCount complement) => complement = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Tanh(OperationCount x, out OperationCount sechSquared) => sechSquared = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Softplus(OperationCount x, out OperationCount sigmoid, out OperationCount complement) =>
        sigmoid = complement = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount NormalCdf(OperationCount x, out OperationCount density) => density = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Erf(OperationCount x, out OperationCount slope) => slope = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Sin(OperationCount x, out OperationCount cos) => cos = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Sinc(OperationCount x, out OperationCount slope) => slope = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Asinh(OperationCount x, out OperationCount slope) => slope = Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Atan(OperationCount x) => Primitive(x);

    /// <inheritdoc/>
    public static OperationCount Softsign(OperationCount x, out OperationCount complement) =>
        complement = Joined(x, default, new(1, 1, 0));

    private static OperationCount Primitive(OperationCount x) => Joined(x, default, new(0, 0, 1));

    private static OperationCount Joined(OperationCount a, OperationCount b, OperationCount c) =>
        new(a.Arithmetic + b.Arithmetic + c.Arithmetic, a.Divisions + b.Divisions + c.Divisions, a.Primitives + b.Primitives + c.Primitives);
}
