namespace Hillock.Formulas;

/// <summary>Expressions evaluated again over terms, with some operations replaced by others.</summary>
internal static class Replay
{
    /// <summary>The expression with operations replaced; simplified again on the way.</summary>
    /// <param name="expression">What to replace in.</param>
    /// <param name="replace">What stands for an operation on operands; <c>null</c> for the operation itself.</param>
    public static Term Of(Expression expression, Func<Operation, Term[], Term?> replace) => Parts.Of<Term>(expression, (part, term) =>
    {
        Term[] operands = [.. part.Operands.Select(term)];
        return replace(part.Operation, operands) ?? (operands.Length == 0 ? new(part) : part.Operation.Of<Term>(operands, default));
    });

    /// <summary>What a person reads: without what is only there for the digits.</summary>
    public static Expression Readable(Expression expression) => Of(expression, (operation, operands) => operation switch
    {
        Prefer => operands[2],
        Surrogate => operands[0],
        SlopeOfSinc => (CosOf(operands[0]) - SincOf(operands[0])) / operands[0],
        _ => null,
    }).Expression;

    private static Term CosOf(Term x)
    {
        Term.Sin(x, out var cos);
        return cos;
    }

    private static Term SincOf(Term x) => Term.Sinc(x, out _);
}
