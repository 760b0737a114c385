namespace Hillock.Lab;

/// <summary>How long to train unless told.</summary>
public static class Budget
{
    /// <summary>Small data is seen often, large data at least a few times.</summary>
    private const int Steps = 2500, FewestEpochs = 5, MostEpochs = 200;

    /// <summary>The rule in words.</summary>
    public static string Rule => $"as many as make {Steps} steps, but from {FewestEpochs} to {MostEpochs}";

    /// <summary>As many epochs as make 2500 steps, but from 5 to 200.</summary>
    /// <param name="trainRows">Rows in the part to train with.</param>
    /// <param name="batchSize">Rows per step.</param>
    public static int Epochs(int trainRows, int batchSize)
    {
        var stepsPerEpoch = StepsPerEpoch(trainRows, batchSize);
        return Math.Clamp((Steps + stepsPerEpoch - 1) / stepsPerEpoch, FewestEpochs, MostEpochs);
    }

    /// <summary>Batches in an epoch, the last perhaps smaller.</summary>
    public static int StepsPerEpoch(int trainRows, int batchSize) => (int)(((long)trainRows + batchSize - 1) / batchSize);
}
