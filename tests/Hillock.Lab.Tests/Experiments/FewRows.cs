namespace Hillock.Lab.Tests;

/// <summary>Data of each kind that networks take, so little of it that a run is over in milliseconds.</summary>
internal static class FewRows
{
    private const int Count = 10, Classes = 3, Steps = 4;

    /// <summary>Grey images of 8×8 pixels, a class each.</summary>
    public static Dataset Images { get; } = Measured("images", LearningTask.Classes, [8, 8, 1], Classes);

    /// <summary>Sequences of measured values, a class each.</summary>
    public static Dataset Sequences { get; } = Measured("sequences", LearningTask.Classes, [Steps, 2], Classes);

    /// <summary>Rows of features in two classes.</summary>
    public static Dataset Features { get; } = Measured("features", LearningTask.Binary, [4], 2);

    /// <summary>Rows of features with a value each.</summary>
    public static Dataset Values { get; } = Measured("values", LearningTask.Regression, [2], 0);

    /// <summary>Sequences of tokens, a class for each step.</summary>
    public static Dataset Tokens { get; } =
        new("tokens", LearningTask.Classes, Cycle(Count * Steps, Classes), Cycle(Count * Steps, Classes), Names("step", Steps), Names("class", Classes))
        {
            Shape = [Steps],
            Tokens = Classes,
        };

    private static Dataset Measured(string name, LearningTask task, SampleShape shape, int classes)
    {
        var draws = new Draws(1, name);
        float[] Normal(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)draws.NextNormal())];
        var inputs = Normal(Count * shape.Count);
        return new(name, task, inputs, classes == 0 ? Normal(Count) : Cycle(Count, classes), Names("x", shape.Count), Names("class", classes)) { Shape = shape };
    }

    private static float[] Cycle(int count, int classes) => [.. Enumerable.Range(0, count).Select(i => (float)(i * i % 7 % classes))];

    private static string[] Names(string kind, int count) => [.. Enumerable.Range(1, count).Select(i => $"{kind} {i}")];
}
