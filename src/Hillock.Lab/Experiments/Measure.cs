namespace Hillock.Lab;

/// <summary>What a network is judged by on the test part.</summary>
/// <param name="Name">For tables: <c>test accuracy</c>.</param>
/// <param name="HigherIsBetter">Which way is better.</param>
/// <param name="Least">No value is smaller.</param>
/// <param name="Most">No value is larger.</param>
/// <param name="Unit">What stands after a value; <c>%</c> for shares.</param>
public sealed record Measure(string Name, bool HigherIsBetter, double Least, double Most, string Unit)
{
    private const string Percent = "%", Decibel = "dB";
    private const double DecibelsPerTenfold = 20;

    /// <summary>The share of samples classified rightly.</summary>
    public static Measure Accuracy { get; } = new("test accuracy", true, 0, 1, Percent);

    /// <summary>The root of the mean squared error, in the target's own unit.</summary>
    public static Measure Error { get; } = new("test error", false, 0, double.PositiveInfinity, "");

    /// <summary>The mean of what each target tells who has the network's chances, in nats.</summary>
    public static Measure CrossEntropy { get; } = new("test cross-entropy", false, 0, double.PositiveInfinity, "");

    /// <summary>20 log₁₀ of 1 over the root of the mean squared error, for values from 0 to 1.</summary>
    public static Measure PeakSignalToNoise { get; } = new("PSNR", true, double.NegativeInfinity, double.PositiveInfinity, Decibel);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Measure> All { get; } = [Accuracy, Error, CrossEntropy, PeakSignalToNoise];

    /// <summary>The measure of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static Measure Named(string name) => Lab.Named.Exactly(All, measure => measure.Name, "There is no measure", name);

    /// <summary>Whether values are shares, shown in percent.</summary>
    public bool IsShare => Unit == Percent;

    /// <summary>The measure for a criterion.</summary>
    public static Measure For(Criterion criterion) => criterion switch
    {
        Criterion.Error => Error,
        Criterion.CrossEntropy => CrossEntropy,
        Criterion.PeakSignalToNoise => PeakSignalToNoise,
        _ => Accuracy,
    };

    /// <summary>The value of an evaluation on the given data.</summary>
    public double Of(Evaluation evaluation, Dataset data)
    {
        double RootMeanSquare() => Math.Sqrt(evaluation.Loss) * data.TargetScale.Deviation;
        return this == Accuracy ? evaluation.Accuracy!.Value
            : this == CrossEntropy ? evaluation.Loss
            : this == Error ? RootMeanSquare()
            : Decibels(RootMeanSquare());
    }

    /// <summary>The step in which values can differ: one target more or less for shares, none for others.</summary>
    public double Resolution(Dataset test) => IsShare ? 1.0 / test.Targets.Length : 0;

    /// <summary>Whether one value is as good as another or better; false for NaN.</summary>
    public bool Reaches(double value, double level) => HigherIsBetter ? value >= level : value <= level;

    /// <summary>A key that sorts the best first, NaN last.</summary>
    public double Order(double value) => double.IsNaN(value) ? double.PositiveInfinity : HigherIsBetter ? -value : value;

    /// <summary>What comes of looking at no feature: always saying the commonest class, the shares of the classes, or the mean, of the training part.</summary>
    public double Guessing(DataSplit split)
    {
        var (train, test) = (split.Train.Targets, split.Test.Targets);
        if (this == Accuracy)
        {
            var commonest = train.CountBy(y => y).MaxBy(pair => pair.Value).Key;
            return (double)test.Count(y => y == commonest) / test.Length;
        }
        if (this == CrossEntropy)
        {
            var counts = train.CountBy(y => y).ToDictionary();
            // A class that was never seen is given one count: nobody can say that it will not come.
            return test.Average(y => -Math.Log((double)counts.GetValueOrDefault(y, 1) / train.Length));
        }
        var mean = train.Average(y => (double)y);
        var error = Math.Sqrt(test.Average(y => (y - mean) * (y - mean))) * split.Test.TargetScale.Deviation;
        return this == Error ? error : Decibels(error);
    }

    /// <summary>What was gained over guessing, as a share of what can be gained; in decibels of the error.</summary>
    /// <param name="score">A value of the measure.</param>
    /// <param name="guessing">What comes of looking at no feature.</param>
    public double Gain(double score, double guessing) =>
        IsShare ? (score - guessing) / (Most - guessing)
        : Unit == Decibel ? 1 - Math.Pow(10, (guessing - score) / DecibelsPerTenfold)
        : (guessing - score) / (guessing - Least);

    /// <summary>A value for people.</summary>
    public string Text(double value) =>
        double.IsNaN(value) ? "–" : IsShare ? FormattableString.Invariant($"{100 * value:0.0} %") : FormattableString.Invariant($"{value:G4} {Unit}").TrimEnd();

    /// <summary>A mean with its interval, for people: <c>92.1 ± 1.4 %</c>.</summary>
    public string Text(ConfidenceInterval score)
    {
        if (double.IsNaN(score.Low))
        {
            return Text(score.Mean);
        }
        // Cut off at 0 or 100 % the ends differ; the farther one is the honest one.
        var half = Math.Max(score.Mean - score.Low, score.High - score.Mean);
        return IsShare
            ? FormattableString.Invariant($"{100 * score.Mean:0.0} ± {100 * half:0.0} %")
            : FormattableString.Invariant($"{score.Mean:G4} ± {half:G2} {Unit}").TrimEnd();
    }

    /// <summary>By how much one value is larger than another, for people.</summary>
    public string DifferenceText(double difference) => IsShare
        ? FormattableString.Invariant($"{100 * difference:+0.0;−0.0;0} points")
        : FormattableString.Invariant($"{difference:+0.####;−0.####;0} {Unit}").TrimEnd();

    private static double Decibels(double error) => -DecibelsPerTenfold * Math.Log10(error);
}
