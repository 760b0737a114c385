using System.Globalization;

namespace Hillock.Formulas;

/// <summary>A function of the catalog with the parameters given as numbers: its own body, so that the bits are its own.</summary>
internal sealed record CatalogCall(Function Function, IReadOnlyList<double> Values) : Unary
{
    public override string Written(IReadOnlyList<Term> operands) =>
        $"{Function.Name}({string.Join(", ", (Values.SequenceEqual(Function.Defaults) ? [] : Values.Select(v => (Term)v)).Prepend(operands[0]))})";

    protected override T Of<T>(T x) => Function.Body.Of(x, Values);

    public override string ToString() =>
        $"{Function.Name}[{Function.Surrogate}]({string.Join(", ", Values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))})";
}

/// <summary>A function of the catalog with parameters that vary.</summary>
internal sealed record VariedCatalogCall(Function Function) : Operation
{
    public override string Written(IReadOnlyList<Term> operands) => $"{Function.Name}({string.Join(", ", operands)})";

    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => Function.Body.OfVaried(operands[0], operands[1..]);

    public override string ToString() => $"{Function.Name}[{Function.Surrogate}](…)";
}
