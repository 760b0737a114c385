namespace Hillock.Formulas;

/// <summary>Reads expressions by the binding power of their operators (Pratt 1973, doi:10.1145/512927.512931), with Python's precedence.</summary>
internal sealed partial class Parser(SourceText source)
{
    // Nothing deeper is written by hand, and all that follows may recurse.
    private const int DeepestNesting = 150;

    // How tightly operators bind.
    private const int Conditional = 2;
    private const int Or = 4;
    private const int And = 6;
    private const int Not = 8;
    private const int Comparison = 10;
    private const int Sum = 20;
    private const int Product = 30;
    private const int Sign = 40;
    private const int Power = 50;

    private static readonly HashSet<string> Words = ["if", "else", "elif", "and", "or", "not", "lambda", "return", "def", "in", "is", "for", "while"];

    private static readonly HashSet<string> Casts = ["float", "double", "decimal", "Half", "half"];

    // What people import functions from, or call the import.
    private static readonly HashSet<string> Libraries =
    [
        "np", "numpy", "math", "torch", "F", "jnp", "jax", "tf", "nn", "functional", "K", "Math", "MathF", "Mathf", "keras", "activations", "ops", "backend",
        "special", "scipy", "stats", "norm", "lax", "numpy_", "T", "System", "mx", "mlx", "cupy", "cp", "sp", "sympy", "Hillock", "Catalog", "layers", "self", "this", "std",
    ];

    private readonly IReadOnlyList<Token> tokens = Lexer.Read(source);
    private int next;
    private int nesting;
    private int bars;

    private Token Current => Ahead(0);

    private Token Ahead(int count) => tokens[Math.Min(next + count, tokens.Count - 1)];

    private Syntax Expression(int power = 0)
    {
        if (++nesting > DeepestNesting)
        {
            throw source.Error(Current.At, $"the formula is nested deeper than {DeepestNesting} levels");
        }

        var left = Operand();
        var divisor = -1;
        while (Continued(left, power, ref divisor) is { } longer)
        {
            left = longer;
        }

        nesting--;
        return left;
    }

    /// <summary>The expression with one more operator and its right side; <c>null</c> where what follows belongs to another.</summary>
    private Syntax? Continued(Syntax left, int power, ref int divisor)
    {
        var token = Current;
        if (token.StartsLine || token.Kind is TokenKind.End or TokenKind.Quoted || token is { Kind: TokenKind.Command, Text: "end" })
        {
            return null;
        }

        var (sign, binding) = token.Kind == TokenKind.Sign || Words.Contains(token.Text) ? (token.Text, BindingOf(token, left)) : ("", Product);
        if (binding == 0 && StartsOperand(token))
        {
            (sign, binding) = ("", Product);
        }

        if (binding == 0 || binding <= power)
        {
            return null;
        }

        if (sign.Length == 0)
        {
            return Juxtaposed(left, token, divisor);
        }

        next += IsDouble(token) ? 2 : 1;
        divisor = sign == "/" ? token.At : -1;
        return binding switch
        {
            Conditional when sign == "?" => CSharpChoice(token, left),
            Conditional => PythonChoice(token, left),
            Or => new LogicSyntax(token.At, false, left, Expression(Or)),
            And => new LogicSyntax(token.At, true, left, Expression(And)),
            Comparison => Comparisons(token, left),

            // 2**-1 and x**y**z: the exponent may have a sign, and powers of its own.
            Power => new BinarySyntax(token.At, sign, left, Expression(Sign)),
            _ => new BinarySyntax(token.At, sign, left, Expression(binding)),
        };
    }

    private int BindingOf(Token token, Syntax left) => token.Text switch
    {
        "?" or "if" => Conditional,
        "or" => Or,
        "|" => BarJoins(left) ? Or : 0,
        "and" or "&&" or "&" => And,
        "==" or "!=" or "<" or ">" or "<=" or ">=" => Comparison,
        "+" or "-" => Sum,
        "*" or "/" => Product,
        "**" => Power,
        "%" or "//" => throw source.Error(token.At, "remainders and whole-number division have no slope and are not known here"),
        "@" => throw source.Error(token.At, "a formula is of one number: there are no matrices to multiply; write *"),
        "is" or "in" or "for" or "while" => throw source.Error(token.At, $"{token.Quoted} has no place in a formula"),
        _ => 0,
    };

    /// <summary>(a &lt; b) | (c &lt; d) and a || b join conditions; elsewhere a bar ends |x| or, outside one, begins it.</summary>
    private bool BarJoins(Syntax left) =>
        bars == 0 && (IsDouble(Current) || left is ComparisonSyntax or LogicSyntax or NotSyntax);

    private bool IsDouble(Token bar) => bar.Is("|") && Ahead(1).Is("|") && Ahead(1).At == bar.At + 1;

    private bool StartsOperand(Token token) => token.Kind switch
    {
        TokenKind.Number => true,
        TokenKind.Name => !Words.Contains(token.Text),
        TokenKind.Command => token.Text != "end",
        TokenKind.Sign => token.Text is "(" or "√" || (token.Text == "|" && bars == 0),
        _ => false,
    };

    /// <summary>2x, 2(x + 1), x tanh(x): a product without a sign.</summary>
    private BinarySyntax Juxtaposed(Syntax left, Token token, int divisor)
    {
        if (token.Kind == TokenKind.Number)
        {
            throw source.Error(token.At, $"there is no operator before {token.Quoted}; write * for a product");
        }

        return divisor < 0
            ? new BinarySyntax(token.At, "*", left, Expression(Product))
            : throw source.Error(token.At, "a/b c can be read as (a/b)*c and as a/(b*c); write the one you mean");
    }

    private ChoiceSyntax CSharpChoice(Token token, Syntax condition)
    {
        var whenTrue = Expression(Conditional - 1);
        Expect(":", "between the two values of a choice: x > 0 ? x : 0");
        return new(token.At, condition, whenTrue, Expression(Conditional - 1));
    }

    private ChoiceSyntax PythonChoice(Token token, Syntax whenTrue)
    {
        var condition = Expression(Conditional);
        if (!Current.IsWord("else"))
        {
            throw source.Error(Current.At, $"'else' is missing: x if x > 0 else 0, not {Current.Quoted}");
        }

        next++;
        return new(token.At, condition, whenTrue, Expression(Conditional - 1));
    }

    private ComparisonSyntax Comparisons(Token token, Syntax first)
    {
        List<Syntax> operands = [first, Expression(Comparison)];
        List<string> signs = [token.Text];
        while (Current is { Kind: TokenKind.Sign, Text: "==" or "!=" or "<" or ">" or "<=" or ">=" } another && !another.StartsLine)
        {
            next++;
            signs.Add(another.Text);
            operands.Add(Expression(Comparison));
        }

        return new(token.At, operands, signs);
    }

    private Token Expect(string sign, string where)
    {
        if (!Current.Is(sign))
        {
            throw source.Error(Current.At, $"'{sign}' is missing {where}; here is {Current.Quoted}");
        }

        return tokens[next++];
    }
}
