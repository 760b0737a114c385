namespace Hillock.Training;

/// <summary>A file of images and the file of their labels.</summary>
internal sealed record IdxPair(IdxFile Images, IdxFile Labels)
{
    private const string ImagesWord = "images", LabelsWord = "labels", ImagesKind = "idx3", LabelsKind = "idx1", Gzip = ".gz";

    /// <summary>The images in a folder whose labels lie beside them, by name; of a file and its compressed copy the plain one.</summary>
    public static string[] ImagesIn(string folder) =>
    [
        .. from path in Directory.EnumerateFiles(folder)
           let name = Path.GetFileName(path)
           where name.Contains(ImagesWord, StringComparison.OrdinalIgnoreCase)
           where name.Contains(ImagesKind, StringComparison.OrdinalIgnoreCase)
           where LabelsBeside(path) is not null
           orderby name
           group path by WithoutGzip(path) into copies
           select copies.First(),
    ];

    /// <summary>The file of the labels: the image file's name with labels for images and idx1 for idx3, compressed or not.</summary>
    public static string? LabelsBeside(string images)
    {
        string name = Path.GetFileName(images)
            .Replace(ImagesWord, LabelsWord, StringComparison.OrdinalIgnoreCase)
            .Replace(ImagesKind, LabelsKind, StringComparison.OrdinalIgnoreCase);
        if (name == Path.GetFileName(images))
            return null;
        string labels = Path.Combine(Path.GetDirectoryName(images) ?? "", name);
        return new[] { labels, WithoutGzip(labels), labels + Gzip }.FirstOrDefault(File.Exists);
    }

    /// <summary>Reads and checks both files.</summary>
    /// <exception cref="HillockException">They are not images and labels, or not equally many.</exception>
    public static IdxPair Read(string images, string? labels)
    {
        var pictures = IdxFile.Read(images);
        if (pictures.Dimensions.Length < 2)
            throw new HillockException($"{pictures.Path}: byte 3: one dimension: these are labels; give the file of the images");
        var names = IdxFile.Read(labels ?? LabelsBeside(images) ?? throw new HillockException(
            $"{pictures.Path}: no labels beside it; a file named alike with {LabelsWord} for {ImagesWord} " +
                $"and {LabelsKind} for {ImagesKind} is wanted, or its path"));
        if (names.Dimensions.Length != 1)
            throw new HillockException($"{names.Path}: byte 3: {names.Dimensions.Length} dimensions; labels have 1");
        if (names.Dimensions[0] != pictures.Dimensions[0])
            throw new HillockException(
                $"{names.Path}: byte 4: {names.Dimensions[0]} labels for the {pictures.Dimensions[0]} images of {pictures.Path}; " +
                $"equally many are wanted");
        return new(pictures, names);
    }

    private static string WithoutGzip(string path) => path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase) ? path[..^Gzip.Length] : path;
}
