namespace Hillock.Formulas;

/// <summary>LaTeX's commands and braces.</summary>
internal sealed partial class Lexer
{
    private readonly bool isLatex;

    /// <summary>A command, which a backslash begins.</summary>
    private void Command()
    {
        var start = at++;
        if (!char.IsAsciiLetter(Peek()))
        {
            var sign = LatexCommand.Find(Peek()) ?? throw source.Error(start, "a backslash begins a command of LaTeX, such as \\frac{a}{b}, and here is none");
            at++;
            AddLatex(TokenKind.Sign, sign, start);
            return;
        }

        while (char.IsAsciiLetter(Peek()))
        {
            at++;
        }

        var word = Text[(start + 1)..at];
        if (LatexCommand.Upright.Contains(word))
        {
            at += Peek() == '*' ? 1 : 0;
            AddLatex(TokenKind.Name, Words(start, word), start);
            return;
        }

        var (kind, text) = LatexCommand.Find(word)
            ?? throw source.Error(start, $"the command {Shown.Quoted("\\" + word)} is not known here; write \\operatorname{{name}} for a function, and *, /, <= for operators");
        if (word is "left" or "right" && Peek() == '.')
        {
            at++;
        }

        if (word is "begin" or "end" && Words(start, word) is not "cases" and var environment)
        {
            throw source.Error(start, $"of LaTeX's environments only cases is known here, not {Shown.Quoted(environment)}");
        }

        depth = Math.Max(0, depth + (word == "begin" ? 1 : word == "end" ? -1 : 0));
        AddLatex(kind, text, start);
    }

    /// <summary>What stands between braces, as one name: Leaky ReLU is leaky_relu.</summary>
    private string Words(int start, string command)
    {
        while (Peek() == ' ')
        {
            at++;
        }

        var end = Peek() == '{' ? Text.IndexOf('}', at) : -1;
        if (end < 0)
        {
            throw source.Error(start, $"a name between braces is missing: \\{command}{{…}}");
        }

        var words = Text[(at + 1)..end].Replace("\\_", "_", StringComparison.Ordinal).Trim(' ', '~', '\u00A0', ',');
        at = end + 1;
        return words.Replace(' ', '_').Replace('-', '_') is var name && name.All(IsNamePart)
            ? name
            : throw source.Error(start, $"{Shown.Quoted(words)} is no name");
    }

    private void AddLatex(TokenKind kind, string text, int start)
    {
        if (text.Length > 0)
        {
            depth = Math.Max(0, depth + (text == "(" ? 1 : text == ")" ? -1 : 0));
            Add(kind, text, start);
        }
    }
}
