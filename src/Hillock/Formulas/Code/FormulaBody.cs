namespace Hillock.Formulas;

/// <summary>The body of a formula, for all algebras: its steps, one after the other.</summary>
internal sealed class FormulaBody(Program program, Recognised? same) : Body
{
    public override T Of<T>(T x, IReadOnlyList<double> values) => program.Of(new Arguments<T>(x, [.. values]));

    public override T OfVaried<T>(T x, ReadOnlySpan<T> parameters) => program.Of(new Arguments<T>(x, parameters));

    /// <remarks>What is in the catalog has been proved there.</remarks>
    public override Lanes LanesFor(IReadOnlyList<double> values)
    {
        var isAlgebraic = CostFor(values).IsAlgebraic;
        return LaneChoice.Told(
            same is { IsExact: true } ? same.Function.Body.LanesFor(same.Values(values)) : LaneChoice.Of(program, isAlgebraic), isAlgebraic);
    }

    /// <summary>Each step once, however often its result is used.</summary>
    public override OperationCount CostFor(IReadOnlyList<double> values) => program.Expressions
        .Select(e => e.Operation.Of<OperationCount>([default, default, default, default], new(default, [.. values])))
        .Aggregate((a, b) => new(a.Arithmetic + b.Arithmetic, a.Divisions + b.Divisions, a.Primitives + b.Primitives));
}
