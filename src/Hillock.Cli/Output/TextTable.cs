namespace Hillock.Cli;

/// <summary>Columns of plain text, as wide as their widest cell.</summary>
/// <remarks>A column whose header begins with &gt; stands to the right.</remarks>
internal sealed class TextTable(params string[] header)
{
    private const string Gap = "  ";
    private const int NarrowestLast = 24;

    private readonly List<string[]> rows = [[.. header.Select(cell => cell.TrimStart('>'))]];
    private readonly int? width;

    /// <summary>A table whose last column is broken into lines so that all fits into a width.</summary>
    public TextTable(int width, params string[] header)
        : this(header) => this.width = width;

    public void Add(params string[] cells) => rows.Add(cells);

    public void Write(TextWriter writer)
    {
        var widths = header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var last = width is { } most ? Math.Max(NarrowestLast, most - widths[..^1].Sum(w => w + Gap.Length)) : int.MaxValue;
        foreach (var row in rows)
        {
            string[] shown = row;
            foreach (var line in Paragraph.Lines(row[^1], last))
            {
                shown = [.. shown[..^1], line];
                writer.WriteLine(string.Join(Gap, shown.Select((cell, column) => Aligned(cell, column, widths[column]))).TrimEnd());
                shown = [.. header.Select(_ => "")];
            }
        }
    }

    private string Aligned(string cell, int column, int columnWidth) =>
        header[column].StartsWith('>') ? cell.PadLeft(columnWidth) : cell.PadRight(columnWidth);
}
