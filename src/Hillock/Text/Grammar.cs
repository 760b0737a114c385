using System.Globalization;

namespace Hillock.Formulas;

/// <summary>How a language writes expressions: arithmetic, which is much the same everywhere, and a table of the rest.</summary>
/// <param name="forms">The operations other than arithmetic.</param>
internal class Grammar(IReadOnlyDictionary<Type, Form> forms)
{
    /// <summary>The form of an operation that is not arithmetic; <c>null</c> where the language has none.</summary>
    public Form? FormOf(Operation operation) => forms.GetValueOrDefault(operation.GetType());

    /// <summary>Whether an operation is one that stands between numbers in every language.</summary>
    public static bool IsArithmetic(Operation operation) => operation is Addition or Subtraction or Multiplication or Division or Negation;

    /// <summary>An expression whose operands are already written.</summary>
    public Phrase Write(Expression e, Func<Expression, Phrase> written) => e.Operation switch
    {
        Number number => Number(number.Constant),
        Named named => Name(named.Name),
        Addition => Added(written(e.Operands[0]), written(e.Operands[1])),
        Subtraction => Subtracted(written(e.Operands[0]), written(e.Operands[1])),
        Multiplication => Multiplied(e, written),
        Division => Divided(written(e.Operands[0]), written(e.Operands[1])),
        Negation => Negated(written(e.Operands[0])),
        Where => Chosen(e, written),
        _ => Other(e.Operation, [.. e.Operands.Select(written)]),
    };

    /// <summary>A phrase where one that binds so tightly is wanted.</summary>
    public string Inside(Phrase phrase, int binding) => phrase.Binding < binding ? Grouped(phrase.Text) : phrase.Text;

    /// <summary>A variable.</summary>
    public virtual Phrase Name(string name) => new(name);

    /// <summary>A number.</summary>
    public virtual Phrase Number(Constant constant)
    {
        var literal = Literal(constant.High);
        return new(literal, literal.StartsWith('-') ? Binding.Negation : Binding.Atom);
    }

    /// <summary>A number's digits.</summary>
    protected virtual string Literal(double value) => value.ToString(CultureInfo.InvariantCulture);

    protected virtual string Grouped(string text) => $"({text})";

    protected virtual string Minus => "-";

    protected virtual Phrase Added(Phrase left, Phrase right) => right.Positive is { } subtracted
        ? new($"{Inside(left, Binding.Sum)} {Minus} {subtracted}", Binding.Sum)
        : new($"{Inside(left, Binding.Sum)} + {Inside(right, Binding.Sum)}", Binding.Sum);

    protected virtual Phrase Subtracted(Phrase left, Phrase right) =>
        new($"{Inside(left, Binding.Sum)} {Minus} {Inside(right, Binding.Product)}", Binding.Sum);

    /// <remarks>a * (b / c) keeps its parentheses: without them it would be computed in another order.</remarks>
    protected virtual Phrase Multiplied(Expression e, Func<Expression, Phrase> written)
    {
        var right = written(e.Operands[1]);
        var tightly = right.Text.Contains(" / ", StringComparison.Ordinal) ? Binding.Negation : Binding.Product;
        return new($"{Inside(written(e.Operands[0]), Binding.Product)} * {Inside(right, tightly)}", Binding.Product);
    }

    protected virtual Phrase Divided(Phrase left, Phrase right) =>
        new($"{Inside(left, Binding.Product)} / {Inside(right, Binding.Negation)}", Binding.Product);

    protected virtual Phrase Negated(Phrase value)
    {
        var positive = Inside(value, Binding.Product);
        return new(Minus + positive, Binding.Negation, positive);
    }

    protected virtual Phrase Chosen(Expression e, Func<Expression, Phrase> written) => Other(e.Operation, [.. e.Operands.Select(written)]);

    private Phrase Other(Operation operation, Phrase[] operands)
    {
        var form = FormOf(operation) ?? throw new NotSupportedException($"{operation} cannot be written here.");
        return form.With([.. operands.Select(o => Inside(o, form.Inner))]);
    }
}
