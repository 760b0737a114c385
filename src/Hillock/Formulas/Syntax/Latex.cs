namespace Hillock.Formulas;

/// <summary>LaTeX's commands that have parts: fractions, roots, cases, functions without parentheses.</summary>
internal sealed partial class Parser
{
    // What may stand before the condition of a case, and for all others.
    private static readonly HashSet<string> BeforeCondition = ["if", "for", "when", "where"];

    private Syntax Commanded(Token command) => command.Text switch
    {
        "frac" => new BinarySyntax(command.At, "/", Group(command), Group(command)),
        "sqrt" when Current.Is("[") => Root(command),
        "sqrt" => new CallSyntax(command.At, "", "sqrt", [new(command.At, null, Group(command))]),
        "begin" => Cases(command),
        "end" => throw source.Error(command.At, "this ends what did not begin"),
        _ when Current.Is("(") => Named(command),
        _ when !StartsOperand(Current) && !Current.Is("-") => throw source.Error(command.At, $"{command.Quoted} of what? Write \\{command.Text}(x)"),
        _ => Applied(command),
    };

    /// <summary>\tanh x and \tanh 2x, but not \sin x y.</summary>
    private CallSyntax Applied(Token command)
    {
        var argument = Current.Kind == TokenKind.Number && Ahead(1).Kind == TokenKind.Name
            ? Juxtaposed(Expression(Power), Current, -1)
            : Expression(Sign);
        return StartsOperand(Current) && !Current.Is("(") && !Current.StartsLine
            ? throw source.Error(Current.At, $"parentheses show what \\{command.Text} is of: \\{command.Text}(…)")
            : new(command.At, "", command.Text, [new(command.At, null, argument)]);
    }

    private Syntax Group(Token command)
    {
        var open = Current;
        if (!open.Is("("))
        {
            throw source.Error(open.At, $"\\{command.Text} needs braces: {(command.Text == "frac" ? "\\frac{1}{2}" : "\\sqrt{x}")}");
        }

        next++;
        return Parenthesis(open);
    }

    /// <summary>\sqrt[3]{x}.</summary>
    private Syntax Root(Token command)
    {
        next++;
        var degree = Expression();
        Expect("]", "after the degree of a root");
        var group = Group(command);
        return degree is NumberSyntax { Digits: "3" }
            ? new CallSyntax(command.At, "", "cbrt", [new(command.At, null, group)])
            : new BinarySyntax(command.At, "**", group, new BinarySyntax(degree.At, "/", new NumberSyntax(degree.At, "1"), degree));
    }

    /// <summary>\begin{cases} x &amp; x > 0 \\ 0 &amp; \text{otherwise} \end{cases}; the last case is that of all that is left.</summary>
    private Syntax Cases(Token begin)
    {
        List<(Syntax Value, Syntax? Condition)> cases = [];
        while (!(Current is { Kind: TokenKind.Command, Text: "end" }))
        {
            var value = Expression(And);
            next += Current.Is(",") ? 1 : 0;
            Expect("&", "between a value and its condition: x & x > 0");
            cases.Add((value, CaseCondition()));
            next += Current.Is(",") || Current.Is(".") || Current.Is(";") ? 1 : 0;
            if (Current.Is(@"\\"))
            {
                next++;
            }
            else if (Current is not { Kind: TokenKind.Command, Text: "end" })
            {
                throw source.Error(Current.At, $"a case ends with \\\\, the last with \\end{{cases}}; here is {Current.Quoted}");
            }
        }

        next++;
        if (cases.Count < 2 || cases.SkipLast(1).Any(one => one.Condition is null))
        {
            throw source.Error(begin.At, "two cases or more are needed, and only the last may be \\text{otherwise}");
        }

        return cases.SkipLast(1).Reverse().Aggregate(cases[^1].Value, (rest, one) => new ChoiceSyntax(one.Value.At, one.Condition!, one.Value, rest));
    }

    /// <summary>The condition; <c>null</c> for all others.</summary>
    private Syntax? CaseCondition()
    {
        while (Current.Kind == TokenKind.Name && BeforeCondition.Contains(Current.Text))
        {
            next++;
        }

        if (Current.IsWord("otherwise") || Current.IsWord("else"))
        {
            next++;
            return null;
        }

        return Expression(Conditional);
    }
}
