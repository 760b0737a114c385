namespace Hillock.Cli;

/// <summary>Running text in lines of limited width.</summary>
internal static class Paragraph
{
    /// <summary>Breaks a text between words; a word that is longer than a line has one to itself.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }

    /// <summary>Writes a text in lines.</summary>
    public static void Write(TextWriter writer, string text, int width)
    {
        foreach (var line in Lines(text, width))
        {
            writer.WriteLine(line);
        }
    }
}
