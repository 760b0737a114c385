namespace Hillock.Training;

/// <summary>A column's place in its file, for messages.</summary>
internal readonly record struct CsvPlace(string File, int Number, string Name)
{
    /// <summary>What is wrong in one line of the column.</summary>
    public HillockException At(long line, string problem) => new($"{File}: line {line}, column {this}: {problem}");

    public override string ToString() => Name == DefaultName(Number) ? $"{Number}" : $"{Number} ({Shown.Plain(Name)})";

    /// <summary>The name of a column in a file without a header.</summary>
    public static string DefaultName(int number) => $"column {number}";
}
