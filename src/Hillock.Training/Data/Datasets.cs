namespace Hillock.Training;

/// <summary>Where data comes from: built-in generators by name, CSV files, IDX files and folders.</summary>
public static class Datasets
{
    private static readonly string[] Plane = ["x", "y"];
    private static readonly string[] Two = ["first", "second"];

    /// <summary>The built-in data sets; noise is the standard deviation added to each coordinate unless said otherwise.</summary>
    public static IReadOnlyList<BuiltInDataset> BuiltIn { get; } =
    [
        new("xor", "clusters in four quadrants, classes crosswise: a linear model gets at most 75 % right",
            LearningTask.Binary, Plane, ["same signs", "different signs"], 1000, 0.2, Points(PlanePoints.Xor)),
        new("moons", "two half circles, each reaching into the other",
            LearningTask.Binary, Plane, Two, 1000, 0.1, Points(PlanePoints.Moons)),
        new("circles", "a circle within a circle",
            LearningTask.Binary, Plane, ["outer", "inner"], 1000, 0.08, Points(PlanePoints.Circles)),
        new("spiral", "two arms wound about each other: the hardest of the plane ones",
            LearningTask.Binary, Plane, Two, 1000, 0.02, Points(PlanePoints.Spiral)),
        new("blobs", "four clusters with a little overlap: even a linear model does well",
            LearningTask.Classes, Plane, [.. Two, "third", "fourth"], 1000, 0.6, Points(PlanePoints.Blobs(4))),
        new("sine", "y = sin 2πx on [-1, 1], noise added to y: regression",
            LearningTask.Regression, ["x"], [], 1000, 0.1, Points(PlanePoints.Sine)),
        new("glyphs", "digits drawn from strokes, 16×16 grey pixels; noise as a share of white",
            LearningTask.Classes, [.. ImagePixels.Names(Glyphs.Size)],
            [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")], 3000, 0.1, Points(Glyphs.Draw))
            { Image = Glyphs.Size },
        AddingProblem.Data,
        CopyTask.Data,
        Grammar.Data,
        Picture.Data,
    ];

    /// <summary>The data set of a name or path.</summary>
    /// <param name="nameOrPath">
    /// A built-in name; a CSV file; a plain text (<c>.txt</c>, <c>.md</c>), of which each next character or word is to be predicted; an IDX file of images (see <see cref="DataOptions.Labels"/>), compressed or not; or a folder of
    /// files named <c>*images*idx3*</c> and <c>*labels*idx1*</c>, where <c>train</c> and <c>t10k</c> become one data set with
    /// <see cref="Dataset.PublishedTestRows"/>. Names go first; write <c>./moons</c> for a file of that name.
    /// </param>
    /// <param name="options">What else is known.</param>
    /// <remarks>
    /// <para>CSV: UTF-8, fields separated by one of , ; tab and |, quoted as in RFC 4180. The first row is a header when no cell of it
    /// is a number and none occurs again in its column within the next 100 rows.</para>
    /// <para>A column is of the kind of its first cell. Texts become one feature each (one-hot, at most 20 different ones in a
    /// column).</para>
    /// <para>A target of texts is a class, in the order of the texts' character codes. A target of numbers is a value if one of
    /// them is not whole or there are more than 20 different ones, otherwise a class, in the order of the numbers. Two classes make
    /// a binary task.</para>
    /// </remarks>
    /// <exception cref="HillockException">There is no such name or file, or something is wrong with it.</exception>
    public static Dataset Open(string nameOrPath, DataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        options ??= new();
        if (BuiltIn.FirstOrDefault(data => data.Name.Equals(nameOrPath, StringComparison.OrdinalIgnoreCase)) is { } builtIn)
            return builtIn.Generate(options.Seed, options.Rows, options.Noise);
        if (Directory.Exists(nameOrPath))
            return IdxDataset.FromFolder(nameOrPath);
        if (File.Exists(nameOrPath))
            return IdxFile.Resembles(nameOrPath) ? IdxDataset.FromFile(nameOrPath, options.Labels)
                : IsText(nameOrPath) ? TextDataset.Read(nameOrPath, options.ByWord)
                : CsvDataset.Read(nameOrPath, options);
        if (nameOrPath.AsSpan().ContainsAny('/', '\\', '.'))
            throw InputFile.Missing(nameOrPath);
        string[] names = [.. BuiltIn.Select(data => data.Name)];
        throw new HillockException(
            $"no data is named {Shown.Quoted(nameOrPath)}; there are {string.Join(", ", names)}, and files by their path" +
            Nearest.DidYouMean(nameOrPath, names));
    }

    /// <summary>The data set of a text of CSV that is in memory, see <see cref="Open"/>.</summary>
    /// <param name="name">What the data set is called, and messages call the text.</param>
    /// <param name="text">The whole text, UTF-8.</param>
    /// <param name="options">What else is known.</param>
    /// <exception cref="HillockException">Something is wrong with the text; the message says where.</exception>
    public static Dataset Csv(string name, byte[] text, DataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        options ??= new();
        return CsvDataset.Read(CsvText.Of(Shown.Plain(name), text, options.Separator), name, options);
    }

    private static bool IsText(string path) => Path.GetExtension(path).ToUpperInvariant() is ".TXT" or ".MD";

    /// <summary>Rows of one target, of which nobody knows how much it tells.</summary>
    private static RowGenerator Points(PointGenerator draw) => (scoped in DrawnRow row) =>
    {
        row.Targets[0] = draw(row.Draws, row.Label, row.Noise, row.Features);
        return double.NaN;
    };
}
