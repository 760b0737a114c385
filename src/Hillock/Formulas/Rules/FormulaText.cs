namespace Hillock.Formulas;

/// <summary>Expressions written down.</summary>
internal static class FormulaText
{
    // Written out, shared parts appear again and again; nobody reads more.
    private const int Longest = 300;

    /// <summary>The formula in plain text; what is too long to be read is not written down.</summary>
    public static string Of(Expression e, IReadOnlyList<Parameter> parameters)
    {
        if (!IsShort(e))
        {
            return FormattableString.Invariant($"({e.Size:N0} operations)");
        }

        Term[] symbols = [.. parameters.Select(p => Term.Variable(p.Name))];
        var texts = new Dictionary<Expression, Term>();
        foreach (var part in new Program(e).Expressions)
        {
            Term[] operands = [.. part.Operands.Select(o => texts[o])];
            texts[part] = part.Operation.Written(operands) is { } text
                ? Term.Variable(text)
                : part.Operation.Of(operands, new Arguments<Term>(Term.Variable("x"), symbols));
        }

        return texts[e].ToString();
    }

    /// <summary>Whether it can be written down.</summary>
    public static bool IsShort(Expression e) => e.Size <= Longest;
}
