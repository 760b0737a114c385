namespace Hillock.Lab;

/// <summary>How long and how to train unless told.</summary>
public static class Budget
{
    /// <summary>Samples per step.</summary>
    public const int BatchSize = 32;

    /// <summary>Three repetitions are the fewest that say something of chance; a small test part says little, so it wants more of them.</summary>
    private const int FewestSeeds = 3, MostSeeds = 10, TestedRows = 300;

    /// <summary>Where the seeds begin.</summary>
    public const int FirstSeed = 1;

    /// <summary>Small data is seen often, large data at least a few times.</summary>
    private const int Steps = 2500, FewestEpochs = 5, MostEpochs = 200;

    /// <summary>Through more layers than this a step of the usual length goes too far.</summary>
    private const int Deep = 8;
    private const double DeepShare = 1.0 / 3;

    /// <summary>The rule for the repetitions in words.</summary>
    public static string SeedRule => $"as many as test {TestedRows} rows, but from {FewestSeeds} to {MostSeeds}";

    /// <summary>The rule for the learning rate in words.</summary>
    public static string RateRule =>
        string.Join(", ", OptimizerChoice.All.Select(o => FormattableString.Invariant($"{o.LearningRate} for {o.Name}")))
        + $"; a third of it for more than {Deep} hidden layers";

    /// <summary>The rule for the epochs in words.</summary>
    public static string EpochRule => $"as many as make {Steps} steps, but from {FewestEpochs} to {MostEpochs}";

    /// <summary>As many epochs as make 2500 steps, but from 5 to 200.</summary>
    /// <param name="trainRows">Rows in the part to train with.</param>
    /// <param name="batchSize">Rows per step.</param>
    public static int Epochs(int trainRows, int batchSize)
    {
        var stepsPerEpoch = StepsPerEpoch(trainRows, batchSize);
        return Math.Clamp((Steps + stepsPerEpoch - 1) / stepsPerEpoch, FewestEpochs, MostEpochs);
    }

    /// <summary>As many repetitions as test 300 rows, but from 3 to 10.</summary>
    /// <param name="testRows">Rows in the part to test with.</param>
    public static int Seeds(int testRows) => Math.Clamp((TestedRows + testRows - 1) / testRows, FewestSeeds, MostSeeds);

    /// <summary>The optimizer's own rate, a third of it for networks of more than 8 hidden layers.</summary>
    public static double LearningRate(OptimizerChoice optimizer, int hiddenLayers) =>
        hiddenLayers > Deep ? optimizer.LearningRate * DeepShare : optimizer.LearningRate;

    /// <summary>Batches in an epoch, the last perhaps smaller.</summary>
    public static int StepsPerEpoch(int trainRows, int batchSize) => (int)(((long)trainRows + batchSize - 1) / batchSize);
}
