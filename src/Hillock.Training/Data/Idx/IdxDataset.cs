using System.Globalization;

namespace Hillock.Training;

/// <summary>A data set of labelled images in the IDX format.</summary>
internal static class IdxDataset
{
    /// <summary>Images from one file, labels from another.</summary>
    public static Dataset FromFile(string images, string? labels) => Assemble(Path.GetFileName(images), [IdxPair.Read(images, labels)]);

    /// <summary>
    /// The pair of files in a folder; of several, the one named train and the one named t10k (or test), the latter kept as
    /// <see cref="Dataset.PublishedTestRows"/>.
    /// </summary>
    public static Dataset FromFolder(string folder)
    {
        string shown = Shown.Plain(folder), name = Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
        string[] images = InputFile.Guard(folder, () => IdxPair.ImagesIn(folder));
        if (images.Length == 0)
            throw new HillockException($"{shown}: no pair of files named *images*idx3* and *labels*idx1* in this folder");
        string[] train = Named(images, "train"), test = [.. Named(images, "t10k"), .. Named(images, "test")];
        return (images, train, test) switch
        {
            (_, [var learnt], [var judged]) => Assemble(name, [IdxPair.Read(learnt, null), IdxPair.Read(judged, null)]),
            ([var only], _, _) => Assemble(name, [IdxPair.Read(only, null)]),
            _ => throw new HillockException(
                $"{shown}: {images.Length} pairs of images and labels; " +
                $"name one file of images, such as {Shown.Plain(Path.GetFileName(images[0]))}"),
        };
    }

    private static string[] Named(string[] paths, string word) =>
        Array.FindAll(paths, path => Path.GetFileName(path).Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Joins the pairs, the last one (if there are two) as the published test part. Classes are the labels that occur, in order.
    /// </summary>
    private static Dataset Assemble(string name, IdxPair[] pairs)
    {
        int[] size = pairs[0].Images.Dimensions[1..];
        if (Array.Find(pairs, pair => !pair.Images.Dimensions.AsSpan(1).SequenceEqual(size)) is { } other)
            throw new HillockException(
                $"{other.Images.Path}: images of {Size(other.Images)} pixels beside {Size(pairs[0].Images)}; one size is wanted");
        if (pairs.Sum(pair => (long)pair.Images.Values.Length) > Dataset.MostValues)
            throw new HillockException(
                $"{pairs[0].Images.Path}: together with the test images more than {Dataset.MostValues} pixels; fewer are wanted");
        byte[] labels = [.. pairs.SelectMany(pair => pair.Labels.Values)];
        byte[] classes = [.. labels.Distinct().Order()];
        if (classes.Length < 2)
            throw new HillockException($"{pairs[0].Labels.Path}: every label is {classes[0]}: at least 2 classes are wanted");
        float[] inputs = new float[pairs.Sum(pair => pair.Images.Values.Length)];
        int next = 0;
        foreach (byte[] values in pairs.Select(pair => pair.Images.Values))
            foreach (byte value in values)
                inputs[next++] = value;
        var image = new ImageSize(size[0], size[1..].Aggregate(1, (a, b) => a * b));
        return new(
            name, classes.Length == 2 ? LearningTask.Binary : LearningTask.Classes, inputs,
            Array.ConvertAll(labels, label => (float)Array.BinarySearch(classes, label)), [.. ImagePixels.Names(image)],
            Array.ConvertAll(classes, label => label.ToString(CultureInfo.InvariantCulture)))
        {
            Image = image,
            PublishedTestRows = pairs.Length == 2 ? pairs[1].Labels.Values.Length : 0,
        };
    }

    private static string Size(IdxFile images) => string.Join('×', images.Dimensions[1..]);
}
