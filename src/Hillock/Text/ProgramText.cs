namespace Hillock.Formulas;

/// <summary>A programming language: functions made of lines.</summary>
internal abstract class ProgramText(string name, string summary, Grammar grammar) : Notation(name, summary)
{
    /// <summary>What the language's own functions are called.</summary>
    protected Grammar Grammar => grammar;

    /// <summary>Words that no variable may have.</summary>
    protected abstract IReadOnlySet<string> Reserved { get; }

    /// <summary>The parameters' names in the language.</summary>
    protected IReadOnlyList<string> ParametersOf(Subject subject) => [.. subject.Parameters.Select(p => Identifier(p.Name))];

    /// <summary>A name that the language takes.</summary>
    protected string Identifier(string name) => Reserved.Contains(name) ? name + "_" : name;

    /// <summary>An expression as the language computes it: a choice there may compute both branches.</summary>
    protected virtual Expression Lowered(Expression expression, Subject subject) => Replay.Of(expression, Composed).Expression;

    /// <summary>Operations that no language has, made of others.</summary>
    protected Term? Composed(Operation operation, Term[] operands) => grammar.FormOf(operation) is not null ? null : operation switch
    {
        DensityOfNormalCdf => Balls.InverseRootOfTwoPi * Term.Exp(-0.5 * (operands[0] * operands[0])),
        SlopeOfErf => Balls.TwoOverRootPi * Term.Exp(-(operands[0] * operands[0])),
        SlopeOfAsinh => 1 / Term.Sqrt(1 + (operands[0] * operands[0])),
        Surrogate => operands[0],
        Clamp => Term.Min(Term.Max(operands[0], operands[1]), operands[2]),
        Prefer => Term.Where(operands[0], operands[1], operands[2]),
        _ => null,
    };

    /// <summary>The lines of one expression.</summary>
    protected Composer Compose(Expression expression, Subject subject) =>
        new(grammar, ParametersOf(subject), Lowered(expression, subject));
}
