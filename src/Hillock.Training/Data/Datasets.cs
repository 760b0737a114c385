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
            LearningTask.Binary, Plane, ["same signs", "different signs"], 1000, 0.3, PlanePoints.Xor),
        new("moons", "two half circles, each reaching into the other",
            LearningTask.Binary, Plane, Two, 1000, 0.1, PlanePoints.Moons),
        new("circles", "a circle within a circle",
            LearningTask.Binary, Plane, ["outer", "inner"], 1000, 0.08, PlanePoints.Circles),
        new("spiral", "two arms wound about each other: the hardest of the plane ones",
            LearningTask.Binary, Plane, Two, 1000, 0.02, PlanePoints.Spiral),
        new("blobs", "four clusters with a little overlap: even a linear model does well",
            LearningTask.Classes, Plane, [.. Two, "third", "fourth"], 1000, 0.6, PlanePoints.Blobs(4)),
        new("sine", "y = sin 2πx on [-1, 1], noise added to y: regression",
            LearningTask.Regression, ["x"], [], 1000, 0.1, PlanePoints.Sine),
        new("glyphs", "digits drawn from strokes, 16×16 grey pixels; noise as a share of white",
            LearningTask.Classes, [.. ImagePixels.Names(Glyphs.Size)], [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")], 3000, 0.1, Glyphs.Draw)
            { Image = Glyphs.Size },
    ];
}
