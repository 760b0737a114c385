namespace Hillock.Formulas;

// Functions that people write and IReal<T> has not: until a formula is finished they are one operation, which rules can recognise.

/// <summary>√x, 0 with slope 0 at 0 and NaN below: there the root's own slope is infinite, and NaN as soon as it is multiplied by 0.</summary>
internal sealed record Root : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"sqrt({string.Join(", ", operands)})";

    protected override T Of<T>(T x) => T.Where(x > 0, T.Sqrt(x), T.Where(x < 0, double.NaN, 0 * x));
}

/// <summary>√(a² + b), also where a² is beyond the greatest number.</summary>
internal sealed record Hypotenuse : Binary
{
    protected override T Of<T>(T a, T b) => T.Hypotenuse(a, b);
}

/// <summary>aᵇ for a general exponent: NaN for a negative base, slope 0 at base 0.</summary>
internal sealed record Power : Binary
{
    public override string Written(IReadOnlyList<Term> operands) => $"pow({string.Join(", ", operands)})";

    protected override T Of<T>(T a, T b)
    {
        var atZero = T.Where(b > 0, 0, T.Where(b < 0, double.PositiveInfinity, 1));
        return T.Where(a > 0, T.Exp(b * T.Log(a)), T.Where(a < 0, double.NaN, atZero));
    }
}

/// <summary>The real cube root.</summary>
internal sealed record CubeRoot : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"cbrt({string.Join(", ", operands)})";

    private static readonly Constant Third = Constant.Of("0.33333333333333333333333333333333333", "1/3");

    protected override T Of<T>(T x)
    {
        var root = T.Exp(Third * T.Log(T.Abs(x)));
        return T.Where(x > 0, root, T.Where(x < 0, -root, 0 * x));
    }
}

/// <summary>−1, 0 or 1.</summary>
internal sealed record Sign : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"sign({string.Join(", ", operands)})";

    protected override T Of<T>(T x) => default(Hillock.Sign).Of(x);
}

/// <summary>½(eˣ − e⁻ˣ), without cancelling near 0 and without overflowing before its value does.</summary>
internal sealed record Sinh : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"sinh({string.Join(", ", operands)})";

    protected override T Of<T>(T x)
    {
        var rest = T.ExpM1(x, out var exp);
        return T.Prefer(T.Abs(x) < 1, 0.5 * (rest + (rest / exp)), T.Exp(x - SoftPlusPlus.Ln2) - T.Exp(-x - SoftPlusPlus.Ln2));
    }
}

/// <summary>½(eˣ + e⁻ˣ), without overflowing before its value does.</summary>
internal sealed record Cosh : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"cosh({string.Join(", ", operands)})";

    protected override T Of<T>(T x) => T.Exp(x - SoftPlusPlus.Ln2) + T.Exp(-x - SoftPlusPlus.Ln2);
}

/// <summary>1/cosh x, whose parts cannot overflow.</summary>
internal sealed record Sech : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"sech({string.Join(", ", operands)})";

    protected override T Of<T>(T x)
    {
        var exp = T.Exp(-T.Abs(x));
        return 2 * exp / (1 + (exp * exp));
    }
}

/// <summary>sech² x.</summary>
internal sealed record SechSquared : Unary
{
    protected override T Of<T>(T x)
    {
        T.Tanh(x, out var sechSquared);
        return sechSquared;
    }
}

/// <summary>σ(−x) = 1 − σ(x).</summary>
internal sealed record SigmoidComplement : Unary
{
    protected override T Of<T>(T x)
    {
        T.Sigmoid(x, out var complement);
        return complement;
    }
}

/// <summary>tan x.</summary>
internal sealed record Tan : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"tan({string.Join(", ", operands)})";

    protected override T Of<T>(T x) => T.Sin(x, out var cos) / cos;
}

/// <summary>artanh x, between −1 and 1.</summary>
internal sealed record Artanh : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => $"atanh({string.Join(", ", operands)})";

    protected override T Of<T>(T x) => 0.5 * (T.Log1P(x) - T.Log1P(-x));
}

/// <summary>eˣ − 1 − x, by its series near 0, where the difference would cancel.</summary>
internal sealed record ExpM1Rest : Unary
{
    protected override T Of<T>(T x)
    {
        T series = 1;
        for (var n = 18; n > 2; n--)
        {
            series = 1 + (Constant.Inverse(n) * (x * series));
        }

        return T.Prefer(T.Abs(x) < 0.5, 0.5 * (x * x * series), T.ExpM1(x) - x);
    }
}

/// <summary>ln((1 + eˣ)/2), which is 0 at 0: above 1 nothing cancels, below nothing overflows.</summary>
internal sealed record ShiftedSoftplus : Unary
{
    protected override T Of<T>(T x) => T.Prefer(x > 1, T.Softplus(x) - SoftPlusPlus.Ln2, T.Log1P(0.5 * T.ExpM1(x)));
}

/// <summary>eˣ where it stands within a function that has long reached its end: no greater than e⁷⁰⁰, so that nothing is infinite.</summary>
internal sealed record CappedExp : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => FormattableString.Invariant($"exp(min({operands[0]}, {Most}))");

    private const double Most = 700;

    protected override T Of<T>(T x) => T.Exp(T.Prefer(x > Most, Most, x));
}

/// <summary>tanh eˣ, whose argument need not grow for ever.</summary>
internal sealed record TanhOfExp : Unary
{
    public override string Written(IReadOnlyList<Term> operands) => FormattableString.Invariant($"tanh(exp(min({operands[0]}, {TanhExp.Open})))");

    protected override T Of<T>(T x) => T.Tanh(T.Exp(T.Prefer(x > TanhExp.Open, TanhExp.Open, x)));
}

/// <summary>1 + x/√(1 + x²), below 0 written as 1/(√(1 + x²)·(√(1 + x²) − x)), which does not cancel.</summary>
internal sealed record OneAndRatio : Unary
{
    protected override T Of<T>(T x)
    {
        var root = T.Hypotenuse(x, 1);
        return T.Prefer(x < 0, 1 / root / (root - x), 1 + default(Isru).Of(x, (T)1));
    }
}
