namespace Hillock.Training;

/// <summary>
/// The adding problem (Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735): 100 steps of a value between 0 and 1 and a mark;
/// two steps are marked, one in each half, and the sum of their values is asked for at the end.
/// </summary>
/// <remarks>Always answering 1 has a root mean squared error of √(1/6) = 0.41: less shows that something was remembered.</remarks>
internal static class AddingProblem
{
    private const int Steps = 100;

    public static BuiltInDataset Data { get; } = new(
        "adding", $"{Steps} steps of a number and a mark; the sum of the two marked numbers: long memory, regression",
        LearningTask.Regression, [.. Enumerable.Range(1, Steps).SelectMany(step => new[] { $"value {step}", $"mark {step}" })], [], 5000, 0, Draw)
    { Shape = [Steps, 2] };

    private static double Draw(scoped in DrawnRow row)
    {
        for (int step = 0; step < Steps; step++)
            row.Features[2 * step] = row.Draws.NextUniformSingle();
        int first = row.Draws.Next(Steps / 2), second = (Steps / 2) + row.Draws.Next(Steps / 2);
        row.Features[(2 * first) + 1] = row.Features[(2 * second) + 1] = 1;
        row.Targets[0] = (float)(row.Features[2 * first] + row.Features[2 * second] + (row.Noise * row.Draws.NextNormal()));
        return double.NaN;
    }
}
