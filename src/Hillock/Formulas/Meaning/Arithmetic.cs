namespace Hillock.Formulas;

/// <summary>Arithmetic on a formula's expressions: numbers are computed at once, to all digits; nothing else is changed.</summary>
internal static class Arithmetic
{
    // Beyond, the exponential is as good as a thousand products.
    private const int GreatestPower = 1024;

    private static readonly Constant Log2E = Constant.Of("1.4426950408889634073599246810018921", "1 / log(2)");
    private static readonly Constant Log10E = Constant.Of("0.43429448190325182765112891891660508", "1 / log(10)");
    private static readonly Constant Ln2 = SoftPlusPlus.Ln2;

    /// <summary>π.</summary>
    public static Symbol Pi { get; } = Constant.Of("3.1415926535897932384626433832795029", "pi");

    /// <summary>Euler's number.</summary>
    public static Symbol E { get; } = Constant.Of("2.7182818284590452353602874713526625", "e");

    /// <summary>A sum.</summary>
    public static Symbol Add(Symbol a, Symbol b) => Is(a, 0) ? b : Is(b, 0) ? a : Folded(a + b);

    /// <summary>A difference.</summary>
    public static Symbol Subtract(Symbol a, Symbol b) => Is(b, 0) ? a : Is(a, 0) ? Negate(b) : Folded(a - b);

    /// <summary>A product.</summary>
    public static Symbol Multiply(Symbol a, Symbol b) => Is(a, 1) ? b : Is(b, 1) ? a : Is(a, -1) ? Negate(b) : Is(b, -1) ? Negate(a) : Folded(a * b);

    /// <summary>A quotient.</summary>
    public static Symbol Divide(Symbol a, Symbol b) => Is(b, 1) ? a : Folded(a / b);

    /// <summary>The opposite.</summary>
    public static Symbol Negate(Symbol a) => a.Expression.Operation is Negation ? a.Expression.Operands[0] : Folded(-a);

    /// <summary>A power: by products for whole exponents, by roots for halves, and where the base is positive otherwise.</summary>
    public static Symbol Power(Symbol a, Symbol b)
    {
        if (a.Expression.Equals(E.Expression))
        {
            return Folded(Symbol.Exp(b));
        }

        if (b.Expression.Operation is not Number { IsDouble: true, Constant.High: var exponent } || Math.Abs(exponent) > GreatestPower)
        {
            return a.Expression.IsConstant && Value(a) is > 0
                ? Folded(Symbol.Exp(Multiply(Folded(Symbol.Log(a)), b)))
                : Folded(Operation(new Power(), a, b));
        }

        return exponent switch
        {
            < 0 => Divide(1, Power(a, -exponent)),
            _ when exponent == Math.Floor(exponent) => Whole(a, (int)exponent),
            _ when 2 * exponent == Math.Floor(2 * exponent) => Multiply(Whole(a, (int)Math.Floor(exponent)), Root(a)),
            _ => Folded(Operation(new Power(), a, b)),
        };
    }

    /// <summary>A square root.</summary>
    public static Symbol Root(Symbol a) => Folded(a.Expression.Signs == Signs.Positive ? Symbol.Sqrt(a) : Operation(new Root(), a));

    /// <summary>A logarithm to another base.</summary>
    public static Symbol Log(Symbol a, Symbol b) =>
        Is(b, 2) ? Multiply(Log2E, Folded(Symbol.Log(a))) : Is(b, 10) ? Multiply(Log10E, Folded(Symbol.Log(a))) : Divide(Folded(Symbol.Log(a)), Folded(Symbol.Log(b)));

    /// <summary>2ᵃ.</summary>
    public static Symbol Exp2(Symbol a) => Folded(Symbol.Exp(Multiply(Ln2, a)));

    /// <summary>The greater; where they are equal the slope of a constant, or of the second.</summary>
    public static Symbol Max(Symbol a, Symbol b) => Folded(a.Expression.DependsOnInput ? Symbol.Max(a, b) : Symbol.Max(b, a));

    /// <summary>The smaller; where they are equal the slope of a constant, or of the second.</summary>
    public static Symbol Min(Symbol a, Symbol b) => Folded(a.Expression.DependsOnInput ? Symbol.Min(a, b) : Symbol.Min(b, a));

    /// <summary>An operation, computed at once if all its operands are numbers.</summary>
    public static Symbol Operation(Operation operation, params ReadOnlySpan<Symbol> operands)
    {
        var expressions = new Expression[operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            expressions[i] = operands[i].Expression;
        }

        return Folded(Expression.Of(operation, expressions));
    }

    /// <summary>The same, as a number where it is one; what is no finite number is left as it is.</summary>
    public static Symbol Folded(Symbol a) =>
        a.Expression is { IsConstant: true, Operation: not Number } && Constants.Fold(a.Expression) is { } constant ? (Symbol)constant : a;

    /// <summary>The number that an expression is.</summary>
    public static double? Value(Symbol a) => a.Expression.Operation is Number number ? number.Constant.High : null;

    private static bool Is(Symbol a, double value) => a.Expression.Operation is Number { IsDouble: true } number && number.Constant.High == value;

    /// <summary>By squaring; x³ is x·x·x.</summary>
    private static Symbol Whole(Symbol a, int exponent)
    {
        Symbol? power = null;
        for (var square = a; exponent > 0; exponent >>= 1, square = exponent > 0 ? Folded(square * square) : square)
        {
            power = (exponent & 1) == 0 ? power : power is { } p ? Folded(square * p) : square;
        }

        return power ?? 1;
    }
}
