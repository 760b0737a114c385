namespace Hillock.Formulas;

/// <summary>Values of expressions and statements.</summary>
internal sealed partial class Binder
{
    /// <summary>The number that an expression is; a condition is 1 where it holds and 0 elsewhere.</summary>
    private Expression ExpressionOf(Syntax syntax, Scope scope) => Value(MeaningOf(syntax, scope)).Expression;

    private static Symbol Value(Meaning meaning) => meaning is Condition condition ? condition.Choose(1, 0) : ((Quantity)meaning).Value;

    private Symbol SymbolOf(Syntax syntax, Scope scope) => Value(MeaningOf(syntax, scope));

    private Condition ConditionOf(Syntax syntax, Scope scope) => MeaningOf(syntax, scope) as Condition
        ?? throw source.Error(syntax.At, "a condition is needed here, such as x > 0");

    private Meaning MeaningOf(Syntax syntax, Scope scope)
    {
        Count(syntax.At);
        return syntax switch
        {
            NumberSyntax number => new Quantity(Constants.Read(number.Digits)
                ?? throw source.Error(number.At, $"{Shown.Quoted(number.Digits)} is beyond the range of numbers, or has too many digits")),
            NameSyntax name => Named(name, scope),
            NegationSyntax negation => new Quantity(Arithmetic.Negate(SymbolOf(negation.Operand, scope))),
            BinarySyntax binary => new Quantity(Binary(binary, scope)),
            ComparisonSyntax comparison => Comparison(comparison, scope),
            LogicSyntax { Both: true } both => Condition.Both(ConditionOf(both.Left, scope), ConditionOf(both.Right, scope)),
            LogicSyntax either => Condition.Either(ConditionOf(either.Left, scope), ConditionOf(either.Right, scope)),
            NotSyntax not => Condition.Not(ConditionOf(not.Operand, scope)),
            ChoiceSyntax choice => new Quantity(ConditionOf(choice.Condition, scope).Choose(SymbolOf(choice.WhenTrue, scope), SymbolOf(choice.WhenFalse, scope))),
            CallSyntax call => Call(call, scope),
            _ => throw source.Error(syntax.At, "words between quotes mean something only as an argument's value: gelu(x, approximate='tanh')"),
        };
    }

    private Symbol Binary(BinarySyntax binary, Scope scope)
    {
        // x(x + 1)² is x·(x + 1)², which only the names can tell from f(x + 1)².
        if (binary is { Sign: "**", Left: CallSyntax { Arguments: [{ Name: null } only] } call } && IsValue(call.Name, scope))
        {
            return Arithmetic.Multiply(
                SymbolOf(new NameSyntax(call.At, call.Name), scope), SymbolOf(binary with { Left = only.Value }, scope));
        }

        var (left, right) = (SymbolOf(binary.Left, scope), SymbolOf(binary.Right, scope));
        return binary.Sign switch
        {
            "+" => Arithmetic.Add(left, right),
            "-" => Arithmetic.Subtract(left, right),
            "*" => Arithmetic.Multiply(left, right),
            "/" => Arithmetic.Value(right) == 0 ? throw source.Error(binary.At, "this divides by 0") : Arithmetic.Divide(left, right),
            _ => Arithmetic.Power(left, right),
        };
    }

    private Condition Comparison(ComparisonSyntax comparison, Scope scope)
    {
        Symbol[] operands = [.. comparison.Operands.Select(o => SymbolOf(o, scope))];
        return comparison.Signs
            .Select((sign, i) => Condition.Compare(sign, operands[i], operands[i + 1]))
            .Aggregate(Condition.Both);
    }

    private Meaning Named(NameSyntax name, Scope scope) =>
        Find(name.Name, scope) ?? Missing(name, source.Error(name.At, Unknown(name.Name, scope)));

    /// <summary>np.maximum(alpha * x, x), as it stands in textbooks: the value is told beside it, or known to all.</summary>
    private Quantity Missing(NameSyntax name, HillockException mistake) =>
        IsNoValue(name.Name) || Words.Find("", name.Name) is not null || Catalog.TryFind(name.Name, out _) ? throw mistake
        : new(parameters.AddMissing(name.Name, name.At, mistake));

    private static bool IsNoValue(string name) => name.ToUpperInvariant() is "NAN" or "INF" or "INFINITY" or "NONE" or "NULL";

    /// <summary>Whether a name means a value, so that a parenthesis after it means a product.</summary>
    private bool IsValue(string name, Scope scope) => Find(name, scope) is not null;

    private Meaning? Find(string name, Scope scope)
    {
        if (scope.Find(name) is { } local)
        {
            return local;
        }

        if (parameters.Find(name) is { } parameter)
        {
            return new Quantity(parameter);
        }

        if (definitions.TryGetValue(name, out var definition))
        {
            return Defined(definition);
        }

        return name switch
        {
            "x" => new Quantity(Symbol.X),
            "pi" or "π" or "PI" or "Pi" => new Quantity(Arithmetic.Pi),
            "e" or "E" or "ℯ" => new Quantity(Arithmetic.E),
            "tau" or "Tau" or "τ" => new Quantity(Arithmetic.Multiply(2, Arithmetic.Pi)),
            "True" or "true" => Condition.Always(true),
            "False" or "false" => Condition.Always(false),
            _ => null,
        };
    }

    private Meaning Defined(Definition definition)
    {
        if (known.TryGetValue(definition.Name, out var meaning))
        {
            return meaning;
        }

        if (!underWay.Add(definition.Name))
        {
            throw source.Error(definition.At, $"{Shown.Quoted(definition.Name)} is defined by itself");
        }

        meaning = MeaningOf(definition.Value, Scope.Empty);
        underWay.Remove(definition.Name);
        return known[definition.Name] = meaning;
    }

    private string Unknown(string name, Scope scope)
    {
        if (IsNoValue(name))
        {
            return $"{Shown.Quoted(name)} has no value to compute with";
        }

        if (Words.Find("", name) is { } word)
        {
            return $"{Shown.Quoted(name)} is a function; write {word.Usage(name)}";
        }

        if (Catalog.TryFind(name, out var entry))
        {
            return entry is Function ? $"{Shown.Quoted(name)} is a function; write {name}(x)" : NeedsRow(entry);
        }

        var values = scope.Names.Concat(parameters.Names).Concat(definitions.Keys).Concat(["x", "pi", "e"]);
        return name.Length > 2 && Nearest.DidYouMean(name, [.. values, .. Words.Names, .. Catalog.Functions.SelectMany(f => f.Names)]) is { Length: > 0 } hint
            ? $"there is no {Shown.Quoted(name)}{hint}"
            : $"{Shown.Quoted(name)} has no value; the input is x, and a parameter is given its value after a semicolon: ; {name} = 1";
    }

    private static string NeedsRow(Entry entry) => $"{entry.Name} works on whole rows; in a formula of x only elementwise functions can stand, for example gelu(x)";

    /// <summary>What statements return.</summary>
    private Expression ExpressionOf(IReadOnlyList<Statement> statements, int at, Scope scope) =>
        Returned(statements.ToArray(), scope) is { } value
            ? Value(value).Expression
            : throw source.Error(at, "this function does not return a value for every x; its last line should be return …");

    private Meaning? Returned(ReadOnlyMemory<Statement> statements, Scope scope)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements.Span[i];
            Count(statement.At);
            switch (statement)
            {
                case Result result:
                    return MeaningOf(result.Value, scope);
                case Definition definition:
                    scope = scope.With(definition.Name, MeaningOf(definition.Value, scope));
                    break;
                case Branch branch:
                    var rest = statements[(i + 1)..].ToArray();
                    var condition = ConditionOf(branch.Condition, scope);
                    return (Returned(branch.Then.Concat(rest).ToArray(), scope), Returned(branch.Otherwise.Concat(rest).ToArray(), scope)) switch
                    {
                        ({ } yes, { } no) => new Quantity(condition.Choose(Value(yes), Value(no))),
                        _ => null,
                    };
                case Procedure procedure:
                    throw source.Error(procedure.At, "a function within a function; put it before the other");
            }
        }

        return null;
    }
}
