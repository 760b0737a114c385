namespace Hillock.Formulas;

/// <summary>In which lanes a formula's float32 results are computed.</summary>
internal static class LaneChoice
{
    // So many roundings of floats leave less than 2 ULP.
    private const int MostRoundings = 2;

    /// <summary>The lanes for a formula that is not in the catalog: floats only for what is exact in them but for a rounding or two.</summary>
    /// <remarks>
    /// Where a sum may be nearer to 0 than its terms, all digits of doubles are needed; so they are where the place of a kink is no float, and
    /// where a parameter's value decides either.
    /// </remarks>
    public static Lanes Of(Program program, bool isAlgebraic)
    {
        var needsDoubles = program.Expressions.Any(Cancels) || (isAlgebraic && Roundings(program) > MostRoundings);
        return new(FloatRange.None, FloatRange.None, needsDoubles);
    }

    /// <summary>Sums, products, roots and choices are computed in floats unless that loses too much; what is read step by step has to be told.</summary>
    public static Lanes Told(Lanes lanes, bool isAlgebraic) =>
        isAlgebraic && !lanes.NeedsDoubles ? lanes with { Floats = FloatRange.Finite, SlopeFloats = FloatRange.Finite } : lanes;

    private static bool Cancels(Expression e) => e.Operation switch
    {
        Addition => SignRules.MayCancel(e.Operands[0].Signs, e.Operands[1].Signs),
        Subtraction => SignRules.MayCancel(e.Operands[0].Signs, SignRules.Flipped(e.Operands[1].Signs)),
        Greater or Less or Max or Min => e.Operands.Any(o => o.Operation is Number number ? !IsFloat(number) : o.Operation is Value),
        _ => false,
    };

    private static int Roundings(Program program) => program.Expressions.Sum(e => e.Operation switch
    {
        Multiple { Factor: var factor } => IsFloat(factor) ? IsPowerOfTwo(factor) ? 0 : 1 : 2,
        ScaledByValue or Scaled => 2,
        Multiplication or Division or Addition or Subtraction or Sqrt => 1,
        Softsign or Companion => 2,
        _ => 0,
    });

    private static bool IsFloat(Number number) => number.IsDouble && (float)number.Constant.High == number.Constant.High;

    private static bool IsPowerOfTwo(Number number) => number.Constant.High is var c && Math.Abs(c) == Math.ScaleB(1, Math.ILogB(c));
}
