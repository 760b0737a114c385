namespace Hillock.Training;

/// <summary>One step of one block of samples. A recurrence keeps a row for each step and sample, all samples of a step next to each other.</summary>
/// <param name="Step">Which step, in the order in which they are computed.</param>
/// <param name="First">The block's first sample.</param>
/// <param name="Count">How many samples it has.</param>
/// <param name="Batch">How many the batch has.</param>
internal readonly record struct BlockStep(int Step, int First, int Count, int Batch)
{
    /// <summary>The row of the first sample.</summary>
    public int Row => (Step * Batch) + First;

    /// <summary>The block's rows.</summary>
    public Range Rows => Row..(Row + Count);

    /// <summary>The block's rows in a tensor that has one for each step and sample.</summary>
    public unsafe float* In(Tensor tensor) => tensor.Pointer + ((nint)Row * tensor.Columns);
}
