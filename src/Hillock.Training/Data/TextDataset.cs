using System.Text;

namespace Hillock.Training;

/// <summary>A plain text, to predict each character, or each word, from those before it.</summary>
internal static class TextDataset
{
    private const int Steps = 64, MostWords = 1000, LargestFile = 1 << 26;
    private const string Rare = "<rare>";

    /// <summary>Reads a text and cuts it into windows of 64 characters or words.</summary>
    /// <param name="path">A UTF-8 file.</param>
    /// <param name="byWord">Whether words are predicted: the 999 commonest, all others being one.</param>
    /// <exception cref="HillockException">The file cannot be read, is no text, too long, or too short.</exception>
    public static Dataset Read(string path, bool byWord)
    {
        string text = InputFile.Read(path, file => Text(path, file));
        string[] pieces = byWord ? Words(text) : [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        int rows = (pieces.Length - 1) / Steps;
        if (rows < 2)
            throw new HillockException(
                $"{Shown.Plain(path)}: {pieces.Length} {(byWord ? "words" : "characters")}; at least {(2 * Steps) + 1} are wanted");
        string[] common = [.. pieces.CountBy(piece => piece).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key)];
        string[] known = common.Length <= MostWords ? common : [.. common[..(MostWords - 1)], Rare];
        if (known.Length < 2)
            throw new HillockException($"{Shown.Plain(path)}: the same again and again; there is nothing to predict");
        var numbers = known.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        float Number(string piece) => numbers.TryGetValue(piece, out int number) ? number : known.Length - 1;
        float[] inputs = [.. pieces.Take(rows * Steps).Select(Number)], targets = [.. pieces.Skip(1).Take(rows * Steps).Select(Number)];
        return new(
            Path.GetFileName(path), LearningTask.Classes, inputs, targets,
            [.. Enumerable.Range(1, Steps).Select(step => $"{(byWord ? "word" : "character")} {step}")], known)
        {
            Shape = [Steps],
            Tokens = known.Length,
            Criterion = Criterion.CrossEntropy,
        };
    }

    private static string Text(string path, FileStream file)
    {
        if (file.Length > LargestFile)
            throw new HillockException($"{Shown.Plain(path)}: {file.Length} bytes; texts of at most {LargestFile} are read");
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd().TrimStart((char)0xFEFF);
        }
        catch (DecoderFallbackException)
        {
            throw new HillockException($"{Shown.Plain(path)}: no UTF-8 text");
        }
    }

    /// <summary>Runs of letters and digits in lower case, and every sign that is no blank by itself.</summary>
    private static string[] Words(string text)
    {
        List<string> words = [];
        for (int i = 0, end; i < text.Length; i = end)
        {
            end = i + 1;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '\''))
                    end++;
                words.Add(text[i..end].ToLowerInvariant());
            }
            else if (!char.IsWhiteSpace(text[i]))
            {
                words.Add(text[i..end]);
            }
        }
        return [.. words];
    }
}
