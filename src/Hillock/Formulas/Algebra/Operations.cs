namespace Hillock.Formulas;

// The operations of IReal<T>, by the names they have there: what emits code finds the member by the record's name.

/// <summary>x.</summary>
internal sealed record Input : Operation
{
    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => arguments.X;
}

/// <summary>A parameter's value.</summary>
internal sealed record Value(int Index) : Operation
{
    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => arguments.Parameter(Index);
}

/// <summary>A multiple by a parameter.</summary>
internal sealed record ScaledByValue(int Index) : Operation
{
    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => arguments.Scaled(Index, operands[0]);
}

/// <summary>A number.</summary>
internal sealed record Number(Constant Constant) : Operation
{
    /// <summary>Whether a double says all of it.</summary>
    public bool IsDouble => Constant.Low == 0;

    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => IsDouble ? (T)Constant.High : (T)Constant;

    public override bool IsNear(Operation other) =>
        other is Number { Constant: var c } && c.High.Equals(Constant.High) && Math.Abs(c.Low - Constant.Low) <= Math.ScaleB(Math.Abs(c.High), -96);

    /// <summary>What makes it: how it is written does not matter.</summary>
    public override string ToString() => FormattableString.Invariant($"Number {Constant.High:R} {Constant.Low:R} {double.IsNegative(Constant.High)}");
}

/// <summary>A multiple by a number.</summary>
internal sealed record Multiple(Number Factor) : Operation
{
    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) =>
        Factor.IsDouble ? Factor.Constant.High * operands[0] : Factor.Constant * operands[0];

    public override bool IsNear(Operation other) => other is Multiple multiple && Factor.IsNear(multiple.Factor);
}

/// <summary>A multiple by a number that is no constant of the formula's code.</summary>
internal sealed record Scaled(double Factor) : Unary
{
    protected override T Of<T>(T x) => T.Scaled(x, Factor);
}

internal sealed record Addition : Binary
{
    public override bool Commutes => true;

    protected override T Of<T>(T a, T b) => a + b;
}

internal sealed record Subtraction : Binary
{
    protected override T Of<T>(T a, T b) => a - b;
}

internal sealed record Multiplication : Binary
{
    public override bool Commutes => true;

    protected override T Of<T>(T a, T b) => a * b;
}

internal sealed record Division : Binary
{
    protected override T Of<T>(T a, T b) => a / b;
}

internal sealed record Greater : Binary
{
    protected override T Of<T>(T a, T b) => a > b;
}

internal sealed record Less : Binary
{
    protected override T Of<T>(T a, T b) => a < b;
}

internal sealed record Max : Binary
{
    protected override T Of<T>(T a, T b) => T.Max(a, b);
}

internal sealed record Min : Binary
{
    protected override T Of<T>(T a, T b) => T.Min(a, b);
}

internal sealed record Surrogate : Binary
{
    protected override T Of<T>(T a, T b) => T.Surrogate(a, b);
}

internal sealed record Where : Ternary
{
    protected override T Of<T>(T a, T b, T c) => T.Where(a, b, c);
}

internal sealed record Prefer : Ternary
{
    protected override T Of<T>(T a, T b, T c) => T.Prefer(a, b, c);
}

internal sealed record Negation : Unary
{
    protected override T Of<T>(T x) => -x;
}
