namespace Hillock.Formulas;

/// <summary>What can be seen of an expression's sign without knowing x: which signs it may have.</summary>
[Flags]
internal enum Signs
{
    None = 0,
    Negative = 1,
    Zero = 2,
    Positive = 4,
    NotNegative = Zero | Positive,
    NotPositive = Negative | Zero,
    Any = Negative | Zero | Positive,
}

/// <summary>The signs that operations leave.</summary>
internal static class SignRules
{
    /// <summary>The signs of a result, from those of the operands. What may underflow may be 0.</summary>
    public static Signs Of(Operation operation, IReadOnlyList<Expression> operands)
    {
        var first = operands.Count > 0 ? operands[0].Signs : Signs.Any;
        var second = operands.Count > 1 ? operands[1].Signs : Signs.Any;
        return operation switch
        {
            Number number => Of(number),
            Abs => (first & Signs.Zero) | (first == Signs.Zero ? Signs.None : Signs.Positive),
            Exp or CappedExp or Sigmoid or ComplementOfSigmoid or SigmoidComplement or Softplus or NormalCdf or DensityOfNormalCdf or SechSquared
                or SechSquaredOfTanh or Sech or ExpOfExpM1 => Signs.NotNegative,
            Cosh => Signs.Positive,
            Sqrt or Root => first & Signs.NotNegative,
            Tanh or ExpM1 or Asinh or Atan or Erf or Softsign or Sinh or Sign or CubeRoot or Log1P => first | Signs.Zero,
            Scaled scaled => Product(Of(new Number(new(scaled.Factor, 0, ""))), first),
            Multiple multiple => Product(Of(multiple.Factor), first),
            Negation => Flipped(first),
            Addition => Sum(first, second),
            Subtraction => Sum(first, Flipped(second)),
            Multiplication => operands[0].Equals(operands[1]) ? Signs.NotNegative : Product(first, second) | Signs.Zero,
            Division => Product(first, second) | Signs.Zero,
            Max => (first | second) & (IsAbove(first, Signs.Positive) || IsAbove(second, Signs.Positive) ? Signs.Positive
                : IsAbove(first, Signs.NotNegative) || IsAbove(second, Signs.NotNegative) ? Signs.NotNegative : Signs.Any),
            Min => first | second,
            Where or Prefer => second | operands[2].Signs,
            _ => Signs.Any,
        };
    }

    /// <summary>Whether a sum of the two may be nearer to 0 than each of them.</summary>
    public static bool MayCancel(Signs a, Signs b) =>
        ((a & Signs.Positive) != 0 && (b & Signs.Negative) != 0) || ((a & Signs.Negative) != 0 && (b & Signs.Positive) != 0);

    private static bool IsAbove(Signs signs, Signs allowed) => (signs & ~allowed) == 0;

    private static Signs Of(Number number) => number.Constant.High switch
    {
        > 0 => Signs.Positive,
        < 0 => Signs.Negative,
        0 => Signs.Zero,
        _ => Signs.Any,
    };

    public static Signs Flipped(Signs a) =>
        (a & Signs.Zero) | ((a & Signs.Positive) != 0 ? Signs.Negative : 0) | ((a & Signs.Negative) != 0 ? Signs.Positive : 0);

    private static Signs Sum(Signs a, Signs b) => MayCancel(a, b) ? Signs.Any
        : (a & Signs.Zero) != 0 && (b & Signs.Zero) != 0 ? a | b
        : (a | b) & ~Signs.Zero;

    private static Signs Product(Signs a, Signs b) =>
        ((a | b) & Signs.Zero)
        | ((a & Signs.Positive) != 0 ? b & ~Signs.Zero : 0)
        | ((a & Signs.Negative) != 0 ? Flipped(b) & ~Signs.Zero : 0);
}
