namespace Hillock.Lab;

/// <summary>A command as it can be typed again.</summary>
public static class AsTyped
{
    /// <summary>The command's words behind <c>hillock</c>, in quotes where a shell would take them otherwise.</summary>
    public static string Text(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted).Prepend("hillock"));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '_' or '-' or '/' or '^') ? word : $"\"{word}\"";
}
