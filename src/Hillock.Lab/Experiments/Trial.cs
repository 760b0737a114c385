namespace Hillock.Lab;

/// <summary>What is the same for all activations under one seed: the split, and how it comes in batches.</summary>
internal sealed class Trial
{
    /// <summary>Rows at a time where nothing is trained; it changes no result but for the order of sums.</summary>
    private const int EvaluationBatch = 256;

    /// <summary>So many training rows are enough to see what a layer is like.</summary>
    private const int ProbedRows = 1024;

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
    public (Tensor Inputs, Tensor Targets) Probed()
    {
        var rows = Math.Min(ProbedRows, _trainInputs.Rows);
        return new Batches(_trainInputs, _trainTargets, rows)[0];
    }

    private static (Tensor Inputs, Tensor Targets) Tensors(Dataset data) =>
        (Tensor.From(data.Inputs, data.Rows, data.Features), Tensor.From(data.Targets, data.Rows, data.TargetsPerRow));
}
