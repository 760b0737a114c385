using System.Runtime.CompilerServices;

namespace Hillock.Formulas;

/// <summary>Finds out what a formula's names, calls and operators mean.</summary>
internal sealed partial class Binder
{
    // More than any pasted function needs; each may contain others.
    private const int MostSteps = 2000;

    private readonly SourceText source;
    private readonly Dictionary<string, Definition> definitions = [];
    private readonly Dictionary<string, Procedure> procedures = [];
    private readonly Dictionary<string, Meaning> known = [];
    private readonly HashSet<string> underWay = [];
    private readonly ParameterList parameters;
    private int steps;

    private Binder(SourceText source) => (this.source, parameters) = (source, new(source));

    /// <summary>The meaning of a text.</summary>
    /// <exception cref="HillockException">It has none; the message says where and why.</exception>
    public static Given Read(string text)
    {
        var source = new SourceText(text);
        return new Binder(source).All(Parser.Read(source));
    }

    /// <summary>The meaning of a rule's pattern, in which u and v are any expressions, c and d any numbers.</summary>
    public static Expression Pattern(string text)
    {
        var scope = Scope.Empty;
        foreach (var name in (string[])["u", "v"])
        {
            scope = scope.With(name, new Quantity(Expression.Of(new Wildcard(name))));
        }

        foreach (var name in (string[])["c", "d"])
        {
            scope = scope.With(name, new Quantity(Expression.Of(new NumberWildcard(name))));
        }

        var source = new SourceText(text);
        return new Binder(source).ExpressionOf(((Result)Parser.Read(source)[0]).Value, scope);
    }

    private Given All(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Declare(statement);
        }

        var results = statements.OfType<Result>().ToList();
        if (results.Count > 1)
        {
            throw source.Error(results[1].At, "this is a second formula; give the steps before the last one names: u = softplus(x); x * tanh(u)");
        }

        var value = results.Count == 1 ? ExpressionOf(results[0].Value, Scope.Empty)
            : statements.OfType<Procedure>().LastOrDefault() is { } procedure ? Main(procedure)
            : statements.OfType<Definition>().LastOrDefault(d => !parameters.Names.Contains(d.Name)) is { } definition ? ExpressionOf(new NameSyntax(definition.At, definition.Name), Scope.Empty)
            : throw source.Error(0, "there is no formula, only values; write for example x * sigmoid(beta * x); beta = 1.5");
        parameters.CheckUsed(value);
        return new(value, parameters.All, parameters.Trained, Text(statements, results), parameters.Missing);
    }

    private void Declare(Statement statement)
    {
        switch (statement)
        {
            case Definition definition:
                Once(definition.Name, definition.At, definitions.ContainsKey(definition.Name) || procedures.ContainsKey(definition.Name));
                if (!parameters.TryAdd(definition.Name, definition.Value))
                {
                    definitions.Add(definition.Name, definition);
                }

                break;
            case Procedure procedure:
                Once(procedure.Name, procedure.At, definitions.ContainsKey(procedure.Name) || procedures.ContainsKey(procedure.Name));
                procedures.Add(procedure.Name, procedure);
                break;
            case Branch branch:
                throw source.Error(branch.At, "an 'if' with a block belongs into a def; write x if x > 0 else 0, or where(x > 0, x, 0)");
        }
    }

    private void Once(string name, int at, bool isKnown)
    {
        if (name == "x")
        {
            throw source.Error(at, "x is the input and cannot be given a value");
        }

        if (isKnown)
        {
            throw source.Error(at, $"{Shown.Quoted(name)} is given a value twice");
        }
    }

    /// <summary>A procedure that is the formula: its first input is x, the others are parameters.</summary>
    private Expression Main(Procedure procedure)
    {
        if (procedure.Inputs.Count == 0)
        {
            throw source.Error(procedure.At, "a function of nothing; write def f(x): …");
        }

        var names = procedure.Inputs.Select((input, i) => (input, i)).Where(p => p.i > 0 || p.input.Name != "self").Select(p => p.input).ToList();
        var scope = Scope.Empty.With(names[0].Name, new Quantity(Symbol.X));
        foreach (var other in names.Skip(1))
        {
            if (!parameters.Names.Contains(other.Name) && !definitions.ContainsKey(other.Name)
                && !(other.Default is { } usual && parameters.TryAdd(other.Name, usual)))
            {
                if (other.Default is not null)
                {
                    throw source.Error(other.At, $"the value of {Shown.Quoted(other.Name)} must be a number");
                }

                parameters.AddMissing(other.Name, other.At, source.Error(other.At, $"{Shown.Quoted(other.Name)} has no value; write {other.Name}=1 here"));
            }
        }

        return ExpressionOf(procedure.Body, procedure.At, scope);
    }

    /// <summary>How the formula is to be called: as it was written if that is short and of one line, otherwise from its meaning.</summary>
    private string Text(IReadOnlyList<Statement> statements, List<Result> results) =>
        results.Count == 1 && statements.All(s => s is Result || (s is Definition d && parameters.Names.Contains(d.Name)))
            ? source.Text.Split(';', '\n').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0 && !IsGiven(part)) ?? ""
            : "";

    private bool IsGiven(string part) => part.Split('=', 2) is [var name, _] && parameters.Names.Contains(name.Replace("let ", "", StringComparison.Ordinal).Trim());

    private void Count(int at)
    {
        if (++steps > MostSteps || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw source.Error(at, "the formula is too large");
        }
    }
}
