using System.Text;

namespace Hillock.Formulas;

/// <summary>Cuts a formula's text into tokens; within parentheses the ends of lines do not matter.</summary>
internal sealed partial class Lexer
{
    // Longest first.
    private static readonly string[] Signs =
        ["**", "//", "==", "!=", "<=", ">=", "&&", "=>", "->", ":=", "::", "+", "-", "*", "/", "^", "(", ")", "[", "]", "{", "}", ",", ";", ":", "?", "=", "<", ">", "|", "&", "!", "~", ".", "@", "%"];

    // What mathematicians, word processors and web pages write, and what it is here.
    private static readonly Dictionary<char, string> Spellings = new()
    {
        ['·'] = "*", ['×'] = "*", ['⋅'] = "*", ['∙'] = "*", ['∗'] = "*", ['÷'] = "/", ['∕'] = "/", ['⁄'] = "/", ['−'] = "-", ['–'] = "-", ['—'] = "-",
        ['≤'] = "<=", ['≥'] = ">=", ['⩽'] = "<=", ['⩾'] = ">=", ['≠'] = "!=", ['∧'] = "&&", ['∨'] = "or", ['¬'] = "!", ['√'] = "√", ['→'] = "=>", ['↦'] = "=>",
        ['’'] = "'", ['‘'] = "'", ['“'] = "\"", ['”'] = "\"",
    };

    private static readonly Dictionary<char, string> Fractions = new()
    {
        ['½'] = "0.5", ['¼'] = "0.25", ['¾'] = "0.75", ['⅛'] = "0.125", ['⅜'] = "0.375", ['⅝'] = "0.625", ['⅞'] = "0.875",
    };

    private static readonly Dictionary<char, char> Superscripts = new()
    {
        ['⁰'] = '0', ['¹'] = '1', ['²'] = '2', ['³'] = '3', ['⁴'] = '4', ['⁵'] = '5', ['⁶'] = '6', ['⁷'] = '7', ['⁸'] = '8', ['⁹'] = '9',
        ['⁻'] = '-', ['⁺'] = '+', ['ˣ'] = 'x', ['⁽'] = '(', ['⁾'] = ')',
    };

    private readonly SourceText source;
    private readonly List<Token> tokens = [];
    private int at;
    private int depth;
    private bool atLineStart = true;
    private int lineStart;

    private Lexer(SourceText source) => (this.source, isLatex) = (source, LatexCommand.IsIn(source.Text));

    private string Text => source.Text;

    /// <summary>All tokens, the last of which is the end.</summary>
    /// <exception cref="HillockException">A character has no place in a formula, or a quotation does not end.</exception>
    public static IReadOnlyList<Token> Read(SourceText source)
    {
        var lexer = new Lexer(source);
        while (lexer.Next())
        {
        }

        lexer.Add(TokenKind.End, "", source.Text.Length);
        return lexer.tokens;
    }

    private char Peek(int ahead = 0) => at + ahead < Text.Length ? Text[at + ahead] : '\0';

    private bool Next()
    {
        SkipBlanks();
        if (at >= Text.Length)
        {
            return false;
        }

        var c = Peek();
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            Number();
        }
        else if (Superscripts.ContainsKey(c))
        {
            Superscript();
        }
        else if (Fractions.TryGetValue(c, out var fraction))
        {
            Add(TokenKind.Number, fraction, at++);
        }
        else if (IsNameStart(c))
        {
            Name();
        }
        else if (isLatex && c == '\\')
        {
            Command();
        }
        else if (isLatex && c is '{' or '}' or '$')
        {
            at++;
            AddLatex(TokenKind.Sign, c == '{' ? "(" : c == '}' ? ")" : "", at - 1);
        }
        else
        {
            Sign(Spellings.GetValueOrDefault(c));
        }

        return true;
    }

    private void SkipBlanks()
    {
        for (; at < Text.Length; at++)
        {
            switch (Text[at])
            {
                case '\n':
                    lineStart = at + 1;
                    atLineStart |= depth == 0;
                    break;
                case '#':
                    at = Text.IndexOf('\n', at) is var end and >= 0 ? end - 1 : Text.Length - 1;
                    break;
                case '\\' when Peek(1) == '\n' || (Peek(1) == '\r' && Peek(2) == '\n'):
                    at = Text.IndexOf('\n', at);
                    break;
                case var c when !char.IsWhiteSpace(c) && c != '\uFEFF' && c != '\u200B':
                    return;
            }
        }
    }

    private void Number()
    {
        var start = at;
        var digits = new StringBuilder();
        void Digits()
        {
            for (; char.IsAsciiDigit(Peek()) || (Peek() == '_' && char.IsAsciiDigit(Peek(1))); at++)
            {
                if (Peek() != '_')
                {
                    digits.Append(Peek());
                }
            }
        }

        Digits();

        // In 2.clamp(x) the point is not the number's.
        if (Peek() == '.' && !IsNameStart(Peek(1)) | Peek(1) is 'e' or 'f')
        {
            digits.Append('.');
            at++;
            Digits();
        }

        var sign = Peek(1) is '+' or '-' or '−' ? 1 : 0;
        if (Peek() is 'e' or 'E' && char.IsAsciiDigit(Peek(1 + sign)))
        {
            digits.Append('e').Append(sign == 0 ? "" : Peek(1) == '+' ? "+" : "-");
            at += 1 + sign;
            Digits();
        }

        // 0.5f, as C# writes it
        if (Peek() is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsNamePart(Peek(1)) && Peek(1) != '(')
        {
            at++;
        }

        Add(TokenKind.Number, digits.ToString(), start);
    }

    /// <summary>x² is x**(2), e⁻ˣ is e**(-x).</summary>
    private void Superscript()
    {
        var start = at;
        var end = start;
        while (end < Text.Length && Superscripts.ContainsKey(Text[end]))
        {
            end++;
        }

        Add(TokenKind.Sign, "**", start);
        Add(TokenKind.Sign, "(", start);
        for (; at < end; at++)
        {
            var c = Superscripts[Text[at]];
            var first = at;
            if (!char.IsAsciiDigit(c))
            {
                Add(c == 'x' ? TokenKind.Name : TokenKind.Sign, c.ToString(), first);
                continue;
            }

            var number = new StringBuilder().Append(c);
            for (; at + 1 < end && char.IsAsciiDigit(Superscripts[Text[at + 1]]); at++)
            {
                number.Append(Superscripts[Text[at + 1]]);
            }

            Add(TokenKind.Number, number.ToString(), first);
        }

        Add(TokenKind.Sign, ")", start);
    }

    private void Name()
    {
        var start = at;
        while (IsNamePart(Peek()))
        {
            at++;
        }

        Add(TokenKind.Name, Text[start..at].Normalize(NormalizationForm.FormC), start);
    }

    private void Sign(string? spelling)
    {
        var start = at;
        if (spelling is "'" or "\"" || Peek() is '\'' or '"')
        {
            Quotation();
            return;
        }

        var sign = spelling ?? Array.Find(Signs, s => string.CompareOrdinal(Text, at, s, 0, s.Length) == 0)
            ?? throw source.Error(at, $"{Shown.Quoted(char.IsSurrogatePair(Text, at) ? Text[at..(at + 2)] : Peek().ToString())} has no place in a formula");
        at += spelling is null ? sign.Length : 1;
        depth = Math.Max(0, depth + (sign is "(" or "[" ? 1 : sign is ")" or "]" ? -1 : 0));
        Add(sign == "or" ? TokenKind.Name : TokenKind.Sign, sign is "^" ? "**" : sign, start);
    }

    private void Quotation()
    {
        var start = at;
        var quote = Text[at].ToString();
        quote = string.CompareOrdinal(Text, at, quote + quote + quote, 0, 3) == 0 ? quote + quote + quote : quote;
        var end = Text.IndexOf(quote, at + quote.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw source.Error(start, "this quotation does not end");
        }

        at = end + quote.Length;
        Add(TokenKind.Quoted, Text[(start + quote.Length)..end], start);
    }

    private void Add(TokenKind kind, string text, int start)
    {
        tokens.Add(new(kind, text, start, atLineStart ? start - lineStart : -1));
        atLineStart = false;
    }

    private static bool IsNameStart(char c) => (char.IsLetter(c) || c == '_') && !Superscripts.ContainsKey(c);

    /// <summary>Letters, digits, and the small digits of α₁.</summary>
    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c is >= '₀' and <= '₉';
}
