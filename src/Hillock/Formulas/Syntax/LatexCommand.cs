namespace Hillock.Formulas;

/// <summary>What LaTeX's commands are here: a formula copied from a paper is read as it stands.</summary>
internal static class LatexCommand
{
    // Sizes, spaces and styles say nothing.
    private static readonly HashSet<string> Blank =
        ["left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "middle", "quad", "qquad", "displaystyle", "textstyle", "limits", "nolimits"];

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["cdot"] = "*", ["times"] = "*", ["ast"] = "*", ["div"] = "/", ["le"] = "<=", ["leq"] = "<=", ["leqslant"] = "<=", ["ge"] = ">=", ["geq"] = ">=",
        ["geqslant"] = ">=", ["ne"] = "!=", ["neq"] = "!=", ["lt"] = "<", ["gt"] = ">", ["land"] = "&&", ["wedge"] = "&&", ["lnot"] = "!", ["neg"] = "!",
        ["vert"] = "|", ["lvert"] = "|", ["rvert"] = "|", ["mid"] = "|", ["mapsto"] = "=>", ["to"] = "=>", ["lbrace"] = "(", ["rbrace"] = ")",
    };

    private static readonly Dictionary<string, string> Names = new()
    {
        ["sigma"] = "σ", ["Phi"] = "Φ", ["phi"] = "φ", ["varphi"] = "φ", ["lambda"] = "λ", ["lor"] = "or", ["vee"] = "or", ["varepsilon"] = "epsilon", ["vartheta"] = "theta",
    };

    /// <summary>What is applied to what follows it, with or without parentheses: \tanh x.</summary>
    private static readonly HashSet<string> Applied =
        ["exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "max", "min", "frac", "dfrac", "tfrac", "sqrt", "begin", "end"];

    private static readonly HashSet<string> Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "mu", "nu", "xi", "pi", "rho", "tau", "omega", "psi", "chi",
        "Gamma", "Delta", "Theta", "Lambda", "Omega", "Psi",
    ];

    /// <summary>Names between braces: \operatorname{softplus}.</summary>
    public static IReadOnlySet<string> Upright { get; } = new HashSet<string>
    {
        "operatorname", "mathrm", "text", "textrm", "textit", "textbf", "mathit", "mathbf", "mathsf", "mathtt", "texttt",
    };

    /// <summary>Whether a text is LaTeX: braces then group, as parentheses do.</summary>
    public static bool IsIn(string text) =>
        text.Contains("^{", StringComparison.Ordinal) || text.Zip(text.Skip(1)).Any(pair => pair is ('\\', >= 'A' and <= 'Z' or >= 'a' and <= 'z'));

    /// <summary>The token that a command stands for: its kind and text; no text for what says nothing, and <c>null</c> for what is not known.</summary>
    public static (TokenKind Kind, string Text)? Find(string word) =>
        Blank.Contains(word) ? (TokenKind.Sign, "")
        : Signs.TryGetValue(word, out var sign) ? (TokenKind.Sign, sign)
        : Names.TryGetValue(word, out var name) ? (TokenKind.Name, name)
        : Greek.Contains(word) ? (TokenKind.Name, word)
        : Applied.Contains(word) ? (TokenKind.Command, word is "dfrac" or "tfrac" ? "frac" : word)
        : null;

    /// <summary>The same for a command of one character that is no letter: \{ is a parenthesis, \, a space.</summary>
    public static string? Find(char character) => character switch
    {
        ',' or ';' or ':' or '!' or ' ' or '(' or ')' or '[' or ']' => "",
        '{' => "(",
        '}' => ")",
        '|' => "|",
        '\\' => @"\\",
        _ => null,
    };
}
