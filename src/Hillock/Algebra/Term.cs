using Hillock.Formulas;
using Ops = Hillock.Formulas;

namespace Hillock;

/// <summary>A formula: evaluated over terms, an expression writes itself down, and over <c>Dual&lt;Term&gt;</c> its derivative.</summary>
/// <remarks>Simplifies what a derivative always brings along (0 + a, 1·a, 0·a, −(−a)) and nothing else.</remarks>
public readonly record struct Term : IReal<Term>
{
    // What is better only beyond here matters to no reader, and to no float32.
    private const double OutOfSight = 1e100;

    private readonly Expression? expression;

    internal Term(Expression expression)
    {
        this.expression = expression;
    }

    /// <summary>The value of a constant; <c>null</c> for anything that depends on a variable.</summary>
    public double? Number => Expression.Operation is Number { IsDouble: true } number ? number.Constant.High : null;

    /// <summary>The operations written down.</summary>
    internal Expression Expression => expression ?? Constants.Zero;

    /// <summary>A variable or parameter.</summary>
    public static Term Variable(string name) => Of(new Named(name));

    /// <inheritdoc/>
    public static implicit operator Term(double value) => new(Constants.Of(value));

    /// <inheritdoc/>
    public static implicit operator Term(Constant value) => new(Constants.Of(value));

    /// <inheritdoc/>
    public static Term operator +(Term left, Term right) =>
        left.Is(0) ? right
        : right.Is(0) ? left
        : left.Number + right.Number is { } sum ? (Term)sum
        : Of(new Addition(), left, right);

    /// <inheritdoc/>
    public static Term operator -(Term left, Term right) =>
        left.Is(0) ? -right
        : right.Is(0) ? left
        : left.Number - right.Number is { } difference ? (Term)difference
        : Of(new Subtraction(), left, right);

    /// <inheritdoc/>
    public static Term operator *(Term left, Term right) =>
        left.Is(0) || right.Is(0) ? 0
        : left.Is(1) ? right
        : right.Is(1) ? left
        : left.Is(-1) ? -right
        : left.Expression.Operation is Negation ? -(-left * right)
        : left.Number * right.Number is { } product ? (Term)product
        : right.Number is not null ? right * left
        : Of(new Multiplication(), left, right);

    /// <inheritdoc/>
    public static Term operator /(Term left, Term right) =>
        left.Is(0) ? 0
        : right.Is(1) ? left
        : Of(new Division(), left, right);

    /// <inheritdoc/>
    public static Term operator -(Term value) =>
        value.Number is { } number ? (Term)(-number)
        : value.Expression.Operation is Negation ? new(value.Expression.Operands[0])
        : Of(new Negation(), value);

    /// <inheritdoc/>
    public static Term operator >(Term left, Term right) => Of(new Greater(), left, right);

    /// <inheritdoc/>
    public static Term operator <(Term left, Term right) => Of(new Less(), left, right);

    /// <inheritdoc/>
    public static Term Where(Term condition, Term whenTrue, Term whenFalse) =>
        whenTrue == whenFalse ? whenTrue : Of(new Where(), condition, whenTrue, whenFalse);

    /// <inheritdoc/>
    public static Term Prefer(Term condition, Term better, Term written) =>
        better == written || condition.Expression.Operands.Any(o => o.Operation is Number n && Math.Abs(n.Constant.High) >= OutOfSight)
            ? written
            : Of(new Prefer(), condition, better, written);

    /// <inheritdoc/>
    public static Term Surrogate(Term value, Term smooth) => Of(new Surrogate(), value, smooth);

    /// <inheritdoc/>
    public static Term Max(Term x, Term otherwise) => Of(new Max(), x, otherwise);

    /// <inheritdoc/>
    public static Term Min(Term x, Term otherwise) => Of(new Min(), x, otherwise);

    /// <inheritdoc/>
    public static Term Clamp(Term x, Term low, Term high) => Of(new Clamp(), x, low, high);

    /// <inheritdoc/>
    public static Term Abs(Term x) => Of(new Abs(), x);

    /// <inheritdoc/>
    public static Term Sqrt(Term x) => Of(new Sqrt(), x);

    /// <inheritdoc/>
    public static Term Exp(Term x) => Of(new Exp(), x);

    /// <inheritdoc/>
    public static Term Log(Term x) => Of(new Log(), x);

    /// <inheritdoc/>
    public static Term Log1P(Term x) => Of(new Log1P(), x);

    /// <inheritdoc/>
    public static Term ExpM1(Term x, out Term exp)
    {
        exp = Exp(x);
        return Of(new ExpM1(), x);
    }

    /// <inheritdoc/>
    public static Term Sigmoid(Term x, out Term complement)
    {
        complement = Of(new Ops.Sigmoid(), -x);
        return Of(new Ops.Sigmoid(), x);
    }

    /// <inheritdoc/>
    public static Term Tanh(Term x, out Term sechSquared)
    {
        sechSquared = Of(new SechSquaredOfTanh(), x);
        return Of(new Ops.Tanh(), x);
    }

    /// <inheritdoc/>
    public static Term Softplus(Term x, out Term sigmoid, out Term complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return Of(new Ops.Softplus(), x);
    }

    /// <inheritdoc/>
    public static Term NormalCdf(Term x, out Term density)
    {
        density = Of(new DensityOfNormalCdf(), x);
        return Of(new NormalCdf(), x);
    }

    /// <inheritdoc/>
    public static Term Erf(Term x, out Term slope)
    {
        slope = Of(new SlopeOfErf(), x);
        return Of(new Ops.Erf(), x);
    }

    /// <inheritdoc/>
    public static Term Sin(Term x, out Term cos)
    {
        cos = Of(new CosOfSin(), x);
        return Of(new Ops.Sin(), x);
    }

    /// <inheritdoc/>
    public static Term Sinc(Term x, out Term slope)
    {
        slope = Of(new SlopeOfSinc(), x);
        return Of(new Ops.Sinc(), x);
    }

    /// <inheritdoc/>
    public static Term Asinh(Term x, out Term slope)
    {
        slope = Of(new SlopeOfAsinh(), x);
        return Of(new Ops.Asinh(), x);
    }

    /// <inheritdoc/>
    public static Term Atan(Term x) => Of(new Atan(), x);

    /// <inheritdoc/>
    public static Term Softsign(Term x, out Term complement)
    {
        var divisor = (Term)1 + Abs(x);
        complement = 1 / divisor;
        return x / divisor;
    }

    /// <summary>The formula in plain text.</summary>
    public override string ToString() => PlainText.Of(Expression);

    /// <summary>Whether the two are the same expression.</summary>
    public bool Equals(Term other) => Expression.Equals(other.Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => Expression.GetHashCode();

    private static Term Of(Operation operation, params ReadOnlySpan<Term> operands)
    {
        var expressions = new Expression[operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            expressions[i] = operands[i].Expression;
        }

        return new(Expression.Of(operation, expressions));
    }

    private bool Is(double value) => Number == value;
}
