namespace Hillock.Training;

/// <summary>A data set from a CSV file.</summary>
internal static class CsvDataset
{
    private const int MostOneHot = 20;

    /// <summary>Reads a CSV file.</summary>
    /// <exception cref="HillockException">Anything is wrong with the file; the message says where.</exception>
    public static Dataset Read(string path, DataOptions options) =>
        Read(CsvText.Read(path, options.Separator), Path.GetFileNameWithoutExtension(path), options);

    /// <summary>Reads a text of CSV.</summary>
    /// <exception cref="HillockException">Anything is wrong with it; the message says where.</exception>
    public static Dataset Read(CsvText text, string name, DataOptions options)
    {
        var header = CsvHeader.Of(text, options.Header);
        int target = options.Target is null ? header.Names.Length - 1 : header.Find(options.Target);
        HashSet<int> skipped = [.. options.Skip.Select(header.Find)];
        if (skipped.Contains(target))
            throw new HillockException(
                $"{text.Path}: column {target + 1} ({Shown.Plain(header.Names[target])}) is the target and cannot be left out");
        int[] kept = [.. Enumerable.Range(0, header.Names.Length).Where(i => i != target && !skipped.Contains(i))];
        if (kept.Length == 0 && options.Window is null)
            throw new HillockException($"{text.Path}: no column is left to predict the target from; at least one is wanted");
        var columns = ReadColumns(text, header, [.. kept, target]);
        // Through a window the target's own past is seen, and texts such as dates, each of which comes once, are not.
        var seen = options.Window is null ? columns[..^1] : [.. columns.Where(column => column is CsvNumbers)];
        return Assemble(name, seen, CsvTarget.Of(columns[^1], options.Task), text.Path, options.Window);
    }

    /// <summary>Reads the columns with the given indices, the target last.</summary>
    private static CsvColumn[] ReadColumns(CsvText text, CsvHeader header, int[] wanted)
    {
        using var reader = text.Open();
        var columns = new CsvColumn[wanted.Length];
        int row = 0;
        if (header.IsRow)
            text.Next(reader, header.Names.Length);
        for (; text.Next(reader, header.Names.Length); row++)
        {
            if ((row + 1L) * wanted.Length > Dataset.MostValues)
                throw new HillockException(
                    $"{text.Path}: line {reader.LineNumber}: more than {Dataset.MostValues} values; leave out rows or columns");
            for (int i = 0; i < wanted.Length; i++)
            {
                var cell = reader.GetSpan(wanted[i]);
                int mostTexts = i == wanted.Length - 1 ? CsvTarget.MostClasses : MostOneHot;
                columns[i] ??= CsvColumn.StartingWith(cell, new(text.Path, wanted[i] + 1, header.Names[wanted[i]]), mostTexts);
                columns[i].Add(cell, reader.LineNumber);
            }
        }
        return row >= 2 ? columns : throw new HillockException(
            $"{text.Path}: {(row == 1 ? "one row" : "no row")} of data{(header.IsRow ? " below the header" : "")}; " +
            $"at least 2 rows are wanted");
    }

    private static Dataset Assemble(string name, CsvColumn[] columns, CsvTarget target, string path, int? window)
    {
        var features = columns.SelectMany(column => column.Features()).ToArray();
        int rows = target.Values.Length;
        if ((long)rows * features.Length > Dataset.MostValues)
            throw new HillockException(
                $"{path}: {rows} rows of {features.Length} features (each text of a text column is one) are more " +
                $"than {Dataset.MostValues} values; leave columns out");
        float[] inputs = new float[rows * features.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = features[i % features.Length].Value(i / features.Length);
        string[] names = [.. features.Select(feature => feature.Name)];
        return window is { } steps
            ? CsvWindows.Of(name, target.Task, inputs, names, target.Values, target.Classes, steps)
            : new(name, target.Task, inputs, target.Values, names, target.Classes);
    }
}
