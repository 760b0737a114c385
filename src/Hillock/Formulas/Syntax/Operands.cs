namespace Hillock.Formulas;

/// <summary>What operators stand between: numbers, names, calls, parentheses.</summary>
internal sealed partial class Parser
{
    private Syntax Operand()
    {
        var token = Current;
        next++;
        Syntax operand = token switch
        {
            { Kind: TokenKind.Number } => new NumberSyntax(token.At, token.Text),
            { Kind: TokenKind.Command } => Commanded(token),
            { Kind: TokenKind.Quoted } => new QuotedSyntax(token.At, token.Text),
            { Kind: TokenKind.Name, Text: "not" } => new NotSyntax(token.At, Expression(Not)),
            { Kind: TokenKind.Name, Text: "lambda" } when Ahead(0) is { Kind: TokenKind.Name } && Ahead(1).Is(":") =>
                throw source.Error(token.At, "a lambda stands at the beginning or after a name and =, not inside an expression"),
            { Kind: TokenKind.Name } when !Words.Contains(token.Text) || token.Text == "lambda" => Named(token),
            { Kind: TokenKind.Sign, Text: "-" } => new NegationSyntax(token.At, Expression(Sign)),
            { Kind: TokenKind.Sign, Text: "+" } => Expression(Sign),
            { Kind: TokenKind.Sign, Text: "!" or "~" } => new NotSyntax(token.At, Expression(Sign)),
            { Kind: TokenKind.Sign, Text: "√" } => new CallSyntax(token.At, "", "sqrt", [new(token.At, null, Expression(Power - 1))]),
            { Kind: TokenKind.Sign, Text: "(" } => Parenthesis(token),
            { Kind: TokenKind.Sign, Text: "|" } => Magnitude(token),
            _ => throw Unexpected(token),
        };
        while (Current.Is(".") && Ahead(1).Kind == TokenKind.Name)
        {
            operand = Method(operand);
        }

        return operand;
    }

    private HillockException Unexpected(Token token) => source.Error(token.At, token switch
    {
        { Kind: TokenKind.End } => "something is missing at the end: a number, x, or a function",
        { Text: ")" } => "there is nothing before this parenthesis, or it closes none",
        { Text: "*" or "/" or "**" or "," } => $"something is missing before {token.Quoted}: a number, x, or a function",
        { Text: "{" } => "braces mean nothing here; write parentheses",
        { Text: "=" } => "a single = gives a name to a value; write == to compare",
        _ => $"{token.Quoted} cannot stand here; a number, x, or a function can",
    });

    private Syntax Parenthesis(Token open)
    {
        // (float)Math.Exp(x): a cast, as C# needs it
        if (Current.Kind == TokenKind.Name && Casts.Contains(Current.Text) && Ahead(1).Is(")") && StartsOperand(Ahead(2)))
        {
            next += 2;
            return Expression(Sign);
        }

        var outer = bars;
        bars = 0;
        var inner = Expression();
        bars = outer;
        if (!Current.Is(")"))
        {
            throw Current.Kind == TokenKind.End
                ? source.Error(open.At, "this parenthesis is not closed")
                : source.Error(Current.At, $"{Current.Quoted} cannot stand here; an operator or ')' can");
        }

        next++;
        return inner;
    }

    private CallSyntax Magnitude(Token open)
    {
        bars++;
        var inner = Expression();
        bars--;
        if (!Current.Is("|"))
        {
            throw source.Error(open.At, "this bar is not closed; |x| is the magnitude of x");
        }

        next++;
        return new(open.At, "", "abs", [new(open.At, null, inner)]);
    }

    /// <summary>A name or a call, without the libraries before it: torch.nn.functional.silu(x), std::exp(x).</summary>
    private Syntax Named(Token token)
    {
        var library = "";
        while ((Current.Is(".") || Current.Is("::")) && Ahead(1).Kind == TokenKind.Name && Libraries.Contains(token.Text))
        {
            library = token.Text;
            token = Ahead(1);
            next += 2;
        }

        if (Current.Is("(") && !Current.StartsLine)
        {
            var arguments = Arguments();

            // nn.LeakyReLU(0.1)(x): made first, then called
            return new CallSyntax(
                token.At, library, token.Text, library is "nn" or "layers" && Current.Is("(") && !Current.StartsLine ? [.. Arguments(), .. arguments] : arguments);
        }

        return new NameSyntax(token.At, token.Text);
    }

    /// <summary>x.clamp(0, 6), as PyTorch has it: the first argument stands before the point.</summary>
    private Syntax Method(Syntax first)
    {
        var name = Ahead(1);
        if (!Ahead(2).Is("("))
        {
            var text = first is NameSyntax { Name: not "x" } library ? library.Name : "";
            throw text.Length == 0
                ? source.Error(name.At, $"{name.Quoted} after a point can only be a function: x.clamp(0, 6)")
                : source.Error(
                    first.At, $"{Shown.Quoted(text)} is no library that is known here{Nearest.DidYouMean(text, Libraries)}; np, math, torch, F, tf, jnp and Math are, and all may be left out");
        }

        next += 2;
        var arguments = Arguments();
        return name.Text is "astype" or "float" or "double" or "half" or "to" or "type"
            ? first
            : new CallSyntax(name.At, "", name.Text, [new(first.At, null, first), .. arguments]);
    }

    private List<ArgumentSyntax> Arguments()
    {
        var open = Expect("(", "before arguments");
        var outer = bars;
        bars = 0;
        List<ArgumentSyntax> arguments = [];
        while (!Current.Is(")"))
        {
            var at = Current.At;
            string? name = null;
            if (Current.Kind == TokenKind.Name && (Ahead(1).Is("=") || (Ahead(1).Is(":") && Current.Text != "lambda")))
            {
                name = Current.Text;
                next += 2;
            }

            arguments.Add(new(at, name, Expression()));
            if (Current.Is(","))
            {
                next++;
            }
            else if (!Current.Is(")"))
            {
                throw Current.Kind == TokenKind.End
                    ? source.Error(open.At, "this parenthesis is not closed")
                    : source.Error(Current.At, $"{Current.Quoted} cannot stand here; an operator, ',' or ')' can");
            }
        }

        next++;
        bars = outer;
        return arguments;
    }
}
