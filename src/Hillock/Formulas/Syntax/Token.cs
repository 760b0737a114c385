namespace Hillock.Formulas;

/// <summary>What kind of thing a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Decimal digits, perhaps with a point and an exponent.</summary>
    Number,

    /// <summary>A name or a word such as <c>if</c>.</summary>
    Name,

    /// <summary>A command of LaTeX that has parts, without its backslash.</summary>
    Command,

    /// <summary>Between quotes.</summary>
    Quoted,

    /// <summary>An operator or a parenthesis.</summary>
    Sign,
}

/// <summary>A piece of a formula's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters, the spelling of signs made one: <c>·</c> is <c>*</c>.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Indent">How far its line is indented if it is the first there; −1 if it is not.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int At, int Indent)
{
    /// <summary>Whether it is the first of a line.</summary>
    public bool StartsLine => Indent >= 0;

    /// <summary>Whether it is this sign.</summary>
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    /// <summary>Whether it is this word.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;

    /// <summary>How a message names it.</summary>
    public string Quoted => Kind == TokenKind.End ? "the end" : Shown.Quoted(Text);
}
