namespace Hillock.Formulas;

/// <summary>An expression as lines of code: what is used more than once gets a name.</summary>
internal sealed class Composer
{
    private readonly Grammar grammar;
    private readonly IReadOnlyList<string> parameters;
    private readonly Dictionary<Expression, Phrase> phrases = [];

    /// <summary>Writes an expression.</summary>
    /// <param name="grammar">How the language writes operations.</param>
    /// <param name="parameters">The parameters' names there.</param>
    /// <param name="expression">The expression.</param>
    public Composer(Grammar grammar, IReadOnlyList<string> parameters, Expression expression)
    {
        (this.grammar, this.parameters) = (grammar, parameters);
        var parts = new Program(expression).Expressions;
        var uses = parts.SelectMany(p => p.Operands).CountBy(o => o).ToDictionary();
        List<(string, string)> locals = [];
        foreach (var part in parts)
        {
            var phrase = PhraseOf(part);
            if (uses.GetValueOrDefault(part) > 1 && IsWorthAName(part))
            {
                var name = NewName(locals.Count);
                locals.Add((name, phrase.Text));
                phrase = grammar.Name(name);
            }

            phrases[part] = phrase;
        }

        (Locals, Result) = (locals, phrases[expression]);
        Helpers = [.. parts.Select(p => grammar.FormOf(p.Operation)?.Helper).OfType<Helper>().SelectMany(WithNeeds).DistinctBy(h => h.Name)];
    }

    /// <summary>Names, each with what it stands for, in order.</summary>
    public IReadOnlyList<(string Name, string Text)> Locals { get; }

    /// <summary>The expression itself.</summary>
    public Phrase Result { get; }

    /// <summary>What the lines need.</summary>
    public IReadOnlyList<Helper> Helpers { get; }

    private Phrase PhraseOf(Expression part) => part.Operation switch
    {
        Value value => grammar.Name(parameters[value.Index]),
        Number => grammar.Write(part, o => phrases[o]),

        // A number that the language need not compute: 1/6 keeps its digits, log(2) need not be a tensor.
        _ when part.IsConstant => grammar.Number(new(part.Of(new Arguments<Real>(0, default(ReadOnlySpan<double>))), 0, "")),
        _ => grammar.Write(part, o => phrases[o]),
    };

    /// <summary>x, beta * x, -x and the like are as short as a name.</summary>
    private static bool IsWorthAName(Expression part) =>
        part.Operands.Count > 0 && !part.IsConstant
        && !(part.Operation is Addition or Subtraction or Multiplication or Negation or Greater or Less && part.Operands.All(o => o.Operands.Count == 0));

    private string NewName(int count)
    {
        var name = $"t{count + 1}";
        while (parameters.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    private static IEnumerable<Helper> WithNeeds(Helper helper) => helper.Needs.SelectMany(WithNeeds).Append(helper);
}
