namespace Hillock.Lab;

/// <summary>What a network is judged by on the test part.</summary>
/// <param name="Name">For tables: <c>test accuracy</c>.</param>
/// <param name="HigherIsBetter">Which way is better.</param>
/// <param name="Least">No value is smaller.</param>
/// <param name="Most">No value is larger.</param>
public sealed record Measure(string Name, bool HigherIsBetter, double Least, double Most)
{
    /// <summary>The share of samples classified rightly.</summary>
    public static Measure Accuracy { get; } = new("test accuracy", true, 0, 1);

    /// <summary>The root of the mean squared error, in the target's own unit.</summary>
    public static Measure Error { get; } = new("test error", false, 0, double.PositiveInfinity);

    /// <summary>The measure for a task.</summary>
    public static Measure For(LearningTask task) => task == LearningTask.Regression ? Error : Accuracy;

    /// <summary>The value of an evaluation on the given data.</summary>
    public static double Of(Evaluation evaluation, Dataset data) =>
        evaluation.Accuracy ?? Math.Sqrt(evaluation.Loss) * data.TargetScale.Deviation;

    /// <summary>The step in which values can differ: one sample more or less for shares, none for errors.</summary>
    public double Resolution(Dataset test) => HigherIsBetter ? 1.0 / test.Rows : 0;

    /// <summary>Whether one value is as good as another or better; false for NaN.</summary>
    public bool Reaches(double value, double level) => HigherIsBetter ? value >= level : value <= level;

    /// <summary>A key that sorts the best first, NaN last.</summary>
    public double Order(double value) => double.IsNaN(value) ? double.PositiveInfinity : HigherIsBetter ? -value : value;

    /// <summary>What comes of looking at no feature: always saying the commonest class, or the mean, of the training part.</summary>
    public double Guessing(DataSplit split)
    {
        if (HigherIsBetter)
        {
            var commonest = split.Train.Targets.CountBy(y => y).MaxBy(pair => pair.Value).Key;
            return (double)split.Test.Targets.Count(y => y == commonest) / split.Test.Rows;
        }
        var mean = Sample.Mean([.. split.Train.Targets.Select(y => (double)y)]);
        return Math.Sqrt(Sample.Mean([.. split.Test.Targets.Select(y => (y - mean) * (y - mean))])) * split.Test.TargetScale.Deviation;
    }
}
