namespace Hillock.Lab;

/// <summary>What is the same for all contestants under one seed and scaling: the split, and how it comes in batches.</summary>
internal sealed class Trial
{
    /// <summary>Rows at a time where nothing is trained; it changes no result but for the order of sums.</summary>
    private const int EvaluationBatch = 256;

    private readonly Tensor _trainInputs, _trainTargets, _testInputs, _testTargets;

    public Trial(DataSplit split, ulong seed)
    {
        (Split, Seed) = (split, seed);
        (_trainInputs, _trainTargets) = Tensors(split.Train);
        (_testInputs, _testTargets) = Tensors(split.Test);
    }

    public DataSplit Split { get; }

    public ulong Seed { get; }

    /// <summary>The training part in batches, in its first order.</summary>
    public Batches Train(int size) => new(_trainInputs, _trainTargets, size);

    /// <summary>The test part.</summary>
    public Batches Test() => new(_testInputs, _testTargets, EvaluationBatch);

    /// <summary>The first rows of the training part, the same for every run.</summary>
    public Tensor Probed(int rows) => new Batches(_trainInputs, _trainTargets, Math.Min(rows, _trainInputs.Rows))[0].Inputs;

    private static (Tensor Inputs, Tensor Targets) Tensors(Dataset data) =>
        (Tensor.From(data.Inputs, data.Rows, data.Features), Tensor.From(data.Targets, data.Rows, data.TargetsPerRow));
}
