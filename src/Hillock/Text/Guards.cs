namespace Hillock.Formulas;

/// <summary>
/// Choices for languages that compute both branches: the branch not taken gets an argument at which nothing overflows. Otherwise NumPy warns,
/// and gradients are NaN, because 0·∞ is.
/// </summary>
/// <param name="values">The parameters' values.</param>
internal sealed class Guards(IReadOnlyList<double> values)
{
    // What a branch must withstand.
    private const double Most = 1e12;
    private const double Least = 1e-30;

    // No float32 is greater.
    private const double TooGreat = 3e38;

    private static readonly Real[] Inputs =
        [.. Magnitudes().SelectMany(m => new Real[] { m, -m }).Prepend(0)];

    // Where functions are harmless, the simplest first.
    private static readonly double[] Harmless = [0, 1, -1, 0.5, -0.5, 2, -2, 4, -4, 10, -10];

    private readonly Dictionary<(Expression Of, Expression Input), Term> guarded = [];

    /// <summary>The expression with its choices guarded.</summary>
    public Term Of(Expression e) => Of(e, Symbol.X.Expression);

    private Term Of(Expression e, Expression input)
    {
        if (!e.DependsOnInput)
        {
            return new(e);
        }

        if (!guarded.TryGetValue((e, input), out var term))
        {
            guarded[(e, input)] = term = e.Operation switch
            {
                Input => new(input),
                Where or Prefer => Choice(e, input),
                _ => e.Operation.Of<Term>([.. e.Operands.Select(o => Of(o, input))], default),
            };
        }

        return term;
    }

    private Term Choice(Expression e, Expression input)
    {
        var condition = Of(e.Operands[0], input);
        Term x = new(input);
        var whenTrue = Safe(e.Operands[0], e.Operands[1], taken: true) is { } forTrue ? Term.Where(condition, x, forTrue) : x;
        var whenFalse = Safe(e.Operands[0], e.Operands[2], taken: false) is { } forFalse ? Term.Where(condition, forFalse, x) : x;
        return Term.Where(condition, Of(e.Operands[1], whenTrue.Expression), Of(e.Operands[2], whenFalse.Expression));
    }

    /// <summary>An argument at which a branch is harmless; <c>null</c> where it is so wherever it is not taken.</summary>
    private double? Safe(Expression condition, Expression branch, bool taken)
    {
        Program whether = new(condition), program = new(branch);
        return Inputs.Any(x => Holds(whether, x) != taken && !IsHarmless(program, x))
            && Harmless.Cast<double?>().FirstOrDefault(x => IsHarmless(program, x!.Value)) is { } safe
            ? safe
            : null;
    }

    private bool Holds(Program condition, Real x) => condition.Of(new Arguments<Real>(x, (ReadOnlySpan<double>)[.. values])) != 0;

    private bool IsHarmless(Program program, Real x)
    {
        var results = new Dictionary<Expression, Dual<Real>>();
        foreach (var part in program.Expressions)
        {
            var result = part.Operation.Of([.. part.Operands.Select(o => results[o])], new Arguments<Dual<Real>>(new(x, 1), (ReadOnlySpan<double>)[.. values]));
            if (!(Math.Abs(result.Value) < TooGreat && Math.Abs(result.Slope) < TooGreat))
            {
                return false;
            }

            results[part] = result;
        }

        return true;
    }

    private static IEnumerable<Real> Magnitudes()
    {
        for (var m = Least; m <= Most; m *= Math.Sqrt(10))
        {
            yield return m;
        }
    }
}
