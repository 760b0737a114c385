using System.Globalization;
using System.Text;

namespace Hillock.Training;

/// <summary>A column of texts, each of few kinds.</summary>
internal sealed class CsvTexts(CsvPlace place, int mostTexts) : CsvColumn(place)
{
    private static readonly string[] DateFormats =
        ["yyyy-MM-dd", "yyyy/MM/dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy"];

    private readonly Dictionary<string, int> _codes = [];
    private readonly List<int> _rows = [];

    /// <summary>The different texts, sorted by their characters' codes.</summary>
    public string[] Sorted() => [.. _codes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>For each row the index of its text in <see cref="Sorted"/>.</summary>
    public float[] Indices()
    {
        float[] place = new float[_codes.Count];
        foreach (var (index, text) in Sorted().Index())
            place[_codes[text]] = index;
        return [.. _rows.Select(code => place[code])];
    }

    /// <summary>One feature for each text, 1 where the row has it and 0 elsewhere (one-hot).</summary>
    public override IEnumerable<(string Name, Func<int, float> Value)> Features() =>
        from text in Sorted()
        let code = _codes[text]
        select ($"{Place.Name}={text}", (Func<int, float>)(row => _rows[row] == code ? 1 : 0));

    protected override void Append(ReadOnlySpan<byte> cell, long line)
    {
        string text = Encoding.UTF8.GetString(cell);
        if (!_codes.TryGetValue(text, out int code))
        {
            if (IsDate(text))
                throw Place.At(line, $"{Shown.Quoted(text)} is a date; turn dates into numbers, or leave the column out");
            if (text.Contains(',', StringComparison.Ordinal) && TryNumber(Encoding.UTF8.GetBytes(text.Replace(',', '.')), out _))
                throw Place.At(line, $"{Shown.Quoted(text)} is not a number; the decimal sign is a point");
            if (_codes.Count == mostTexts)
                throw Place.At(line,
                    $"{Shown.Quoted(text)} is the {mostTexts + 1}st different text; " +
                    $"numbers, or at most {mostTexts} different texts, are wanted, or leave the column out");
            _codes.Add(text, code = _codes.Count);
        }
        _rows.Add(code);
    }

    private static bool IsDate(string text) =>
        DateTime.TryParseExact(text.Split(' ', 'T')[0], DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
