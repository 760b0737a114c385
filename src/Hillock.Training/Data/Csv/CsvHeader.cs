using System.Globalization;

namespace Hillock.Training;

/// <summary>The columns' names: whether the first row holds them, and which column a name or number means.</summary>
internal sealed class CsvHeader
{
    private const int RowsLookedAt = 100;

    private readonly string _path;

    private CsvHeader(string path, string[] cells, bool isRow)
    {
        (_path, IsRow) = (path, isRow);
        Names = [.. cells.Select((cell, i) => isRow && cell.Length > 0 ? cell : CsvPlace.DefaultName(i + 1))];
    }

    /// <summary>The names, made up from the columns' numbers where the file has none.</summary>
    public string[] Names { get; }

    /// <summary>Whether the first row is the header, not data.</summary>
    public bool IsRow { get; }

    /// <summary>Takes the names from the first row if it is a header.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isRow">
    /// Whether it is, or <c>null</c> to find out: it is when no cell of it is a number, and none occurs again in its column within the
    /// next 100 rows.
    /// </param>
    /// <exception cref="HillockException">The file has no row, only one column, or the same name twice.</exception>
    public static CsvHeader Of(CsvText text, bool? isRow)
    {
        using var reader = text.Open();
        if (!text.Next(reader, width: null))
            throw new HillockException($"{text.Path}: only blank lines; rows of comma-separated values are wanted");
        string[] first = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        long line = reader.LineNumber;
        if (first.Length < 2)
            throw new HillockException(
                $"{text.Path}: line {line}: one column only; features and a target, separated by ',', ';', tab or '|', are wanted");
        if (isRow is null)
        {
            isRow = !Enumerable.Range(0, first.Length).Any(i => CsvColumn.TryNumber(reader.GetSpan(i), out _));
            for (int row = 0; isRow.Value && row < RowsLookedAt && text.Next(reader, first.Length); row++)
                isRow = !Enumerable.Range(0, first.Length).Any(i => reader.GetString(i) == first[i]);
        }
        var header = new CsvHeader(text.Path, first, isRow.Value);
        if (header.Names.Index().GroupBy(column => column.Item).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new HillockException(
                $"{text.Path}: line {line}: columns {twice.First().Index + 1} and {twice.ElementAt(1).Index + 1} " +
                $"are both named {Shown.Quoted(twice.Key)}");
        return header;
    }

    /// <summary>Where a column stands, counted from 0: by exact name, by name whatever the case, or by number from 1.</summary>
    /// <exception cref="HillockException">There is no such column.</exception>
    public int Find(string column)
    {
        int index = Array.IndexOf(Names, column);
        if (index < 0)
            index = Array.FindIndex(Names, name => name.Equals(column, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            return index;
        if (!int.TryParse(column, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            throw new HillockException(
                $"{_path}: no column is named {Shown.Quoted(column)}; columns are {(IsRow ? "named as in the header or " : "")}" +
                $"numbered 1 to {Names.Length}{(IsRow ? Nearest.DidYouMean(column, Names) : "")}");
        if (number < 1 || number > Names.Length)
            throw new HillockException($"{_path}: there is no column {number}; columns are numbered 1 to {Names.Length}");
        return number - 1;
    }
}
