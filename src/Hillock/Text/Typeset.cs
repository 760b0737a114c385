using System.Text;

namespace Hillock.Formulas;

/// <summary>A notation on paper, with fractions, powers and cases.</summary>
/// <param name="forms">The operations other than arithmetic and choices.</param>
internal abstract class Typeset(IReadOnlyDictionary<Type, Form> forms) : Grammar(forms)
{
    /// <summary>f(x) as it is read, the parameters by their names.</summary>
    public Phrase Of(Expression expression, IReadOnlyList<string> parameters) => Parts.Of<Phrase>(
        Replay.Readable(expression),
        (part, phrase) => part.Operation is Value value ? Name(parameters[value.Index]) : Write(part, phrase));

    public override Phrase Number(Constant constant)
    {
        return ConstantText.Read(constant) is { } written
            ? Parts.Of<Phrase>(written, Write)
            : Digits(constant.Low == 0 ? Literal(constant.High) : constant.Text);
    }

    protected abstract Phrase Digits(string digits);

    protected abstract Phrase PowerOf(Phrase value, int exponent);

    protected abstract Phrase Product(Phrase left, Phrase right, bool needsSign);

    protected abstract Phrase Cases(IReadOnlyList<(Phrase Value, Phrase Condition)> cases, Phrase otherwise);

    protected override Phrase Multiplied(Expression e, Func<Expression, Phrase> written)
    {
        var (factor, exponent) = Factor(e);
        return exponent > 1
            ? PowerOf(written(factor), exponent)
            : Product(written(e.Operands[0]), written(e.Operands[1]), First(e.Operands[1]).Operation is Number);
    }

    protected override Phrase Chosen(Expression e, Func<Expression, Phrase> written)
    {
        List<(Phrase, Phrase)> cases = [];
        for (; e.Operation is Where; e = e.Operands[2])
        {
            cases.Add((written(e.Operands[1]), written(e.Operands[0])));
        }

        return Cases(cases, written(e));
    }

    /// <summary>What a product begins with, as it is written: numbers side by side need a sign between them.</summary>
    private static Expression First(Expression e) => e.Operation is Multiplication && Factor(e).Exponent == 1 ? First(e.Operands[0]) : Factor(e).Of;

    private static (Expression Of, int Exponent) Factor(Expression e)
    {
        if (e.Operation is not Multiplication)
        {
            return (e, 1);
        }

        var (left, right) = (Factor(e.Operands[0]), Factor(e.Operands[1]));
        return left.Of.Equals(right.Of) ? (left.Of, left.Exponent + right.Exponent) : (e, 1);
    }
}
