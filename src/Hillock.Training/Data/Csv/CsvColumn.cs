using System.Globalization;
using System.Text;

namespace Hillock.Training;

/// <summary>A column of a CSV file as it is read: its first cell decides whether it holds numbers or texts.</summary>
internal abstract class CsvColumn(CsvPlace place)
{
    private static readonly string[] MissingMarks = ["", "?", "NA", "N/A", "NaN", "null"];

    /// <summary>Where it stands.</summary>
    public CsvPlace Place => place;

    /// <summary>A column of the kind of its first cell.</summary>
    /// <param name="first">The first cell.</param>
    /// <param name="place">Where the column stands.</param>
    /// <param name="mostTexts">How many different texts it may hold.</param>
    public static CsvColumn StartingWith(ReadOnlySpan<byte> first, CsvPlace place, int mostTexts) =>
        TryNumber(first, out _) ? new CsvNumbers(place) : new CsvTexts(place, mostTexts);

    /// <summary>Whether the cell is a number as programs write it: a point, no thousands separators; infinity and NaN are none.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> cell, out float value) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !IsWord(cell);

    /// <summary>Appends a cell.</summary>
    /// <exception cref="HillockException">The cell does not suit the column, or is missing.</exception>
    public void Add(ReadOnlySpan<byte> cell, long line)
    {
        // No mark starts with a digit, nearly every number does: most cells need no string made of them.
        if (cell is not [>= (byte)'0' and <= (byte)'9', ..] && MissingMarks.Contains(Encoding.UTF8.GetString(cell), StringComparer.OrdinalIgnoreCase))
            throw place.At(line, cell.IsEmpty
                ? "the value is missing; fill it in or leave the row out"
                : $"{Shown.Quoted(Encoding.UTF8.GetString(cell))} marks a missing value; fill it in or leave the row out");
        Append(cell, line);
    }

    /// <summary>The feature or features the column stands for.</summary>
    public abstract IEnumerable<(string Name, Func<int, float> Value)> Features();

    /// <summary>Appends a cell that is not missing.</summary>
    protected abstract void Append(ReadOnlySpan<byte> cell, long line);

    private static bool IsWord(ReadOnlySpan<byte> cell) => cell.TrimStart("+-"u8) is [> (byte)'9', ..];
}

/// <summary>A column of numbers.</summary>
internal sealed class CsvNumbers(CsvPlace place) : CsvColumn(place)
{
    /// <summary>The numbers, row after row.</summary>
    public List<float> Values { get; } = [];

    public override IEnumerable<(string Name, Func<int, float> Value)> Features() => [(Place.Name, row => Values[row])];

    protected override void Append(ReadOnlySpan<byte> cell, long line)
    {
        if (!TryNumber(cell, out float value))
            throw Place.At(line, $"{Shown.Quoted(Encoding.UTF8.GetString(cell))} is not a number");
        if (!float.IsFinite(value))
            throw Place.At(line, $"{Shown.Quoted(Encoding.UTF8.GetString(cell))} is beyond the numbers of single precision, ±3.4e38");
        Values.Add(value);
    }
}
