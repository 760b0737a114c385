namespace Hillock.Formulas;

/// <summary>Steps, functions of the user's own, and Python's blocks.</summary>
internal sealed partial class Parser
{
    // What may stand before a name that is given a value.
    private static readonly HashSet<string> Declarations = ["let", "var", "const", "double", "float", "final", "static", "public", "private", "function", "where", "with"];

    /// <summary>All statements of a text.</summary>
    /// <exception cref="HillockException">It is no formula; the message says where and why.</exception>
    public static IReadOnlyList<Statement> Read(SourceText source)
    {
        var parser = new Parser(source);
        List<Statement> statements = [];
        while (parser.Current.Kind != TokenKind.End)
        {
            parser.Into(statements);
        }

        return statements;
    }

    private void Into(List<Statement> statements)
    {
        if (Current.Is(";") || Current.Is("}"))
        {
            next++;
            return;
        }

        if (Current.IsWord("import") || Current.IsWord("from") || Current.IsWord("using") || Current.Is("@")
            || (Current.Kind == TokenKind.Quoted && Current.StartsLine && !Ahead(1).Is(".")))
        {
            // What a pasted function may bring along.
            do
            {
                next++;
            }
            while (!Current.StartsLine && !Current.Is(";") && Current.Kind != TokenKind.End);
            return;
        }

        if (Current.IsWord("class"))
        {
            throw source.Error(Current.At, "of a class, only its function is wanted: def forward(self, x): …");
        }

        statements.Add(Next());
        if (Current is { StartsLine: false } rest && !rest.Is(";") && !rest.Is("}") && rest.Kind != TokenKind.End && statements[^1] is not (Branch or Procedure))
        {
            throw source.Error(rest.At, rest.Text switch
            {
                ")" => "this parenthesis closes none",
                "," when Ahead(1).Kind == TokenKind.Name && Ahead(2).Is("=") => $"a parameter is given its value after a semicolon: ; {Ahead(1).Text} = …",
                "," when tokens[next - 1].Kind == TokenKind.Number && Ahead(1).Kind == TokenKind.Number => "a decimal number has a point, not a comma: 1.5",
                "{" => "braces mean nothing here; write parentheses",
                "," => "a formula has one value; within it, arguments stand between parentheses",
                "=" => "a single = gives a name to a value; write == to compare",
                "|" => "this bar closes none, or is not closed; |x| is the magnitude of x",
                _ => $"{rest.Quoted} cannot stand here; an operator, ';' or the end can",
            });
        }
    }

    private Statement Next()
    {
        var start = Current;
        while (Declarations.Contains(Current.Text) && Ahead(1).Kind == TokenKind.Name && !Words.Contains(Ahead(1).Text))
        {
            next++;
        }

        if (Current.IsWord("def"))
        {
            return Def();
        }

        if (Current.IsWord("if"))
        {
            return If();
        }

        if (Current.IsWord("return"))
        {
            next++;
            return new Result(start.At, Expression());
        }

        if (Current.Kind == TokenKind.Name && (Ahead(1).Is("=") || Ahead(1).Is(":=")))
        {
            var name = Current;
            next += 2;
            return Function(name.Text) ?? (Statement)new Definition(name.At, name.Text, Expression());
        }

        if (Current.Kind == TokenKind.Name && Ahead(1).Is("(") && AfterParenthesis(next + 1) is { } after
            && tokens[after] is { Kind: TokenKind.Sign, Text: "=" or "=>" or "{" })
        {
            next++;
            return Headed(start, tokens[next - 1].Text);
        }

        return Function("") ?? (Statement)new Result(start.At, Expression());
    }

    /// <summary>lambda x: …, x => …, (x, alpha) => …; <c>null</c> where none stands.</summary>
    private Procedure? Function(string name)
    {
        var start = Current;
        if (Current.IsWord("lambda") && Ahead(1).Kind == TokenKind.Name)
        {
            next++;
            var inputs = Inputs(":");
            Expect(":", "after the inputs of a lambda");
            return Body(start, name, inputs);
        }

        if (Current.Kind == TokenKind.Name && Ahead(1).Is("=>"))
        {
            next += 2;
            return Body(start, name, [new(start.At, start.Text, null)]);
        }

        return Current.Is("(") && AfterParenthesis(next) is { } after && tokens[after].Is("=>") ? Headed(start, name) : null;
    }

    /// <summary>f(x, alpha = 0.1) = …, or with C#'s arrow or braces.</summary>
    private Procedure Headed(Token start, string name)
    {
        Expect("(", "before inputs");
        var inputs = Inputs(")");
        Expect(")", "after the inputs");
        if (Current.Is("{"))
        {
            return new(start.At, name, inputs, Block(0));
        }

        next++;
        return Body(start, name, inputs);
    }

    /// <summary>An expression, or C#'s block after an arrow: x => { return x; }.</summary>
    private Procedure Body(Token start, string name, IReadOnlyList<ProcedureInput> inputs) => Current.Is("{")
        ? new(start.At, name, inputs, Block(0))
        : new(start.At, name, inputs, [new Result(Current.At, Expression())]);

    private Procedure Def()
    {
        next++;
        var (name, indent) = (Current, IndentOf(Current));
        next++;
        Expect("(", "after the name of a function: def f(x): return x");
        var inputs = Inputs(")");
        Expect(")", "after the inputs");
        if (Current.Is("->"))
        {
            next++;
            SkipType();
        }

        return new(name.At, name.Text, inputs, Block(indent));
    }

    private List<ProcedureInput> Inputs(string end)
    {
        List<ProcedureInput> inputs = [];
        while (!Current.Is(end))
        {
            // (double x) in C#
            var name = Ahead(1).Kind == TokenKind.Name ? Ahead(1) : Current;
            if (name.Kind != TokenKind.Name)
            {
                throw source.Error(name.At, $"the name of an input is missing; here is {name.Quoted}");
            }

            next += name == Current ? 1 : 2;
            if (end == ")" && Current.Is(":"))
            {
                next++;
                SkipType();
            }

            Syntax? usual = null;
            if (Current.Is("="))
            {
                next++;
                usual = Expression(Conditional);
            }

            inputs.Add(new(name.At, name.Text, usual));
            if (Current.Is(","))
            {
                next++;
            }
            else if (!Current.Is(end))
            {
                throw source.Error(Current.At, $"'{end}' is missing after the inputs; here is {Current.Quoted}");
            }
        }

        return inputs;
    }

    /// <summary>torch.Tensor, Optional[float]: says nothing here.</summary>
    private void SkipType()
    {
        var brackets = 0;
        while (Current.Kind != TokenKind.End && !Current.StartsLine
            && (brackets > 0 || Current.Kind is TokenKind.Name or TokenKind.Quoted || Current.Is(".") || Current.Is("[") || Current.Is("|")))
        {
            brackets += Current.Is("[") ? 1 : Current.Is("]") ? -1 : 0;
            next++;
        }
    }

    private Branch If()
    {
        var (token, indent) = (Current, IndentOf(Current));
        next++;
        if (++nesting > DeepestNesting)
        {
            throw source.Error(token.At, $"the formula is nested deeper than {DeepestNesting} levels");
        }

        var condition = Expression(Conditional);
        var then = Block(indent);
        while (Current.Is(";"))
        {
            next++;
        }

        IReadOnlyList<Statement> otherwise = [];
        if (Current.IsWord("elif") && IndentOf(Current) == indent)
        {
            otherwise = [If()];
        }
        else if (Current.IsWord("else") && IndentOf(Current) == indent)
        {
            next++;
            otherwise = Current.IsWord("if") ? [If()] : Block(indent);
        }

        nesting--;
        return new(token.At, condition, then, otherwise);
    }

    /// <summary>What follows a colon: the rest of the line, or the lines that are indented further. C#'s braces will do as well.</summary>
    private List<Statement> Block(int indent)
    {
        var colon = Current;
        List<Statement> statements = [];
        if (Current.Is("{"))
        {
            next++;
            while (!Current.Is("}") && Current.Kind != TokenKind.End)
            {
                Into(statements);
            }

            next += Current.Is("}") ? 1 : 0;
        }
        else if (Current.Is(":"))
        {
            next++;
            var sameLine = !Current.StartsLine;
            while (Current.Kind != TokenKind.End && (sameLine ? !Current.StartsLine : IndentOf(Current) > indent))
            {
                Into(statements);
            }
        }
        else
        {
            // if (x > 0) return x;
            Into(statements);
        }

        return statements.Count > 0 ? statements : throw source.Error(colon.At, "there is nothing to do after this; indent the lines that belong to it");
    }

    /// <summary>How far the line in which a token stands is indented.</summary>
    private int IndentOf(Token token)
    {
        for (var i = next; i >= 0; i--)
        {
            if (tokens[i].At <= token.At && tokens[i].StartsLine)
            {
                return tokens[i].Indent;
            }
        }

        return 0;
    }

    /// <summary>What comes after the parenthesis that begins there.</summary>
    private int? AfterParenthesis(int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return null;
    }
}
