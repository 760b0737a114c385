namespace Hillock.Lab;

/// <summary>Names as parts of file names that every system takes.</summary>
internal static class PlainName
{
    private const int Longest = 40;

    /// <summary>The letters, digits and underscores of a name, with a hyphen for whatever stands between.</summary>
    public static string Of(string name)
    {
        var words = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plain = string.Join('-', words);
        return plain.Length <= Longest ? plain : plain[..Longest];
    }
}
