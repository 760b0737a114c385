using System.Globalization;

namespace Hillock;

/// <summary>A formula: evaluated over terms, an expression writes itself down, and over <c>Dual&lt;Term&gt;</c> its derivative.</summary>
/// <remarks>Simplifies what a derivative always brings along (0 + a, 1·a, 0·a, −(−a)) and nothing else.</remarks>
public readonly record struct Term : IReal<Term>
{
    // How tightly an expression binds; a looser one inside a tighter one needs parentheses.
    private const int Comparison = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Negation = 3;
    private const int Power = 4;
    private const int Atom = 5;

    private readonly string? text;
    private readonly int binding;

    private Term(string text, int binding, double? number = null)
    {
        (this.text, this.binding, Number) = (text, binding, number);
    }

    /// <summary>The value of a constant; <c>null</c> for anything that depends on a variable.</summary>
    public double? Number { get; }

    /// <summary>A variable or parameter.</summary>
    public static Term Variable(string name) => new(name, Atom);

    /// <inheritdoc/>
    public static implicit operator Term(double value) =>
        new(value.ToString(CultureInfo.InvariantCulture), value < 0 ? Negation : Atom, value);

    /// <inheritdoc/>
    public static implicit operator Term(Constant value) => new(value.Text, value.Text.Contains(' ', StringComparison.Ordinal) ? Product : Atom);

    /// <inheritdoc/>
    public static Term operator +(Term left, Term right) =>
        left.Is(0) ? right
        : right.Is(0) ? left
        : left.Number + right.Number is { } sum ? (Term)sum
        : right.binding == Negation && right.Number is null ? new($"{left} - {right.ToString()[1..]}", Sum)
        : new($"{left} + {right}", Sum);

    /// <inheritdoc/>
    public static Term operator -(Term left, Term right) =>
        left.Is(0) ? -right
        : right.Is(0) ? left
        : left.Number - right.Number is { } difference ? (Term)difference
        : new($"{left} - {right.Inside(Product)}", Sum);

    /// <inheritdoc/>
    public static Term operator *(Term left, Term right) =>
        left.Is(0) || right.Is(0) ? 0
        : left.Is(1) ? right
        : right.Is(1) ? left
        : left.Is(-1) ? -right
        : left is { binding: Negation, Number: null } ? -(-left * right)
        : left.Number * right.Number is { } product ? (Term)product
        : right.Number is not null ? right * left
        : new($"{left.Inside(Product)} * {right.Inside(right.text!.Contains(" / ", StringComparison.Ordinal) ? Negation : Product)}", Product);

    /// <inheritdoc/>
    public static Term operator /(Term left, Term right) =>
        left.Is(0) ? 0
        : right.Is(1) ? left
        : new($"{left.Inside(Product)} / {right.Inside(Negation)}", Product);

    /// <inheritdoc/>
    public static Term operator -(Term value) =>
        value.Number is { } number ? (Term)(-number)
        : value.binding == Negation ? new(value.ToString()[1..], Product)
        : new($"-{value.Inside(Product)}", Negation);

    /// <inheritdoc/>
    public static Term operator >(Term left, Term right) => new($"{left} > {right}", Comparison);

    /// <inheritdoc/>
    public static Term operator <(Term left, Term right) => new($"{left} < {right}", Comparison);

    /// <inheritdoc/>
    public static Term Where(Term condition, Term whenTrue, Term whenFalse) =>
        whenTrue == whenFalse ? whenTrue : new($"where({condition}, {whenTrue}, {whenFalse})", Atom);

    /// <inheritdoc/>
    public static Term Prefer(Term condition, Term better, Term written) => written;

    /// <inheritdoc/>
    public static Term Max(Term x, Term otherwise) => new($"max({x}, {otherwise})", Atom);

    /// <inheritdoc/>
    public static Term Min(Term x, Term otherwise) => new($"min({x}, {otherwise})", Atom);

    /// <inheritdoc/>
    public static Term Clamp(Term x, Term low, Term high) => new($"clamp({x}, {low}, {high})", Atom);

    /// <inheritdoc/>
    public static Term Abs(Term x) => Call("abs", x);

    /// <inheritdoc/>
    public static Term Sqrt(Term x) => Call("sqrt", x);

    /// <inheritdoc/>
    public static Term Exp(Term x) => Call("exp", x);

    /// <inheritdoc/>
    public static Term Log(Term x) => Call("log", x);

    /// <inheritdoc/>
    public static Term Log1P(Term x) => Call("log1p", x);

    /// <inheritdoc/>
    public static Term ExpM1(Term x, out Term exp)
    {
        exp = Call("exp", x);
        return Call("expm1", x);
    }

    /// <inheritdoc/>
    public static Term Sigmoid(Term x, out Term complement)
    {
        complement = Call("sigmoid", -x);
        return Call("sigmoid", x);
    }

    /// <inheritdoc/>
    public static Term Tanh(Term x, out Term sechSquared)
    {
        sechSquared = new($"{Call("sech", x)}^2", Power);
        return Call("tanh", x);
    }

    /// <inheritdoc/>
    public static Term Softplus(Term x, out Term sigmoid, out Term complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return Call("softplus", x);
    }

    /// <inheritdoc/>
    public static Term NormalCdf(Term x, out Term density)
    {
        density = Call("normpdf", x);
        return Call("normcdf", x);
    }

    /// <inheritdoc/>
    public static Term Erf(Term x, out Term slope)
    {
        slope = new($"2 / sqrt(pi) * {Call("exp", new($"-{x.Inside(Power)}^2", Negation))}", Product);
        return Call("erf", x);
    }

    /// <inheritdoc/>
    public static Term Sin(Term x, out Term cos)
    {
        cos = Call("cos", x);
        return Call("sin", x);
    }

    /// <inheritdoc/>
    public static Term Sinc(Term x, out Term slope)
    {
        var sinc = Call("sinc", x);
        slope = (Call("cos", x) - sinc) / x;
        return sinc;
    }

    /// <inheritdoc/>
    public static Term Asinh(Term x, out Term slope)
    {
        slope = 1 / Sqrt(1 + new Term($"{x.Inside(Atom)}^2", Power));
        return Call("asinh", x);
    }

    /// <inheritdoc/>
    public static Term Atan(Term x) => Call("atan", x);

    /// <inheritdoc/>
    public static Term Softsign(Term x, out Term complement)
    {
        var divisor = (Term)1 + Abs(x);
        complement = 1 / divisor;
        return x / divisor;
    }

    /// <summary>The formula in plain text.</summary>
    public override string ToString() => text ?? "0";

    private static Term Call(string name, Term x) => new($"{name}({x})", Atom);

    private bool Is(double value) => text is null ? value == 0 : Number == value;

    private string Inside(int outer) => text is not null && binding < outer ? $"({text})" : ToString();
}
