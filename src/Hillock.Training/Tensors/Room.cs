namespace Hillock.Training;

/// <summary>A tensor with a row for each sample of a batch. It grows with the largest batch and is never given back: steps allocate nothing.</summary>
/// <param name="shape">The shape of a sample.</param>
public sealed class Room(SampleShape shape)
{
    private readonly int _positions = shape.Positions;
    private Tensor _all = new(0, shape.Count);

    /// <summary>Samples × numbers of a sample, for the batch that came last.</summary>
    public Tensor BySample { get; private set; } = new(0, shape.Count);

    /// <summary>The same memory with a row for each position of each sample: (samples · positions) × channels.</summary>
    public Tensor ByPosition => BySample.Reshaped(BySample.Rows * _positions, shape.Channels);

    /// <summary>Numbers in the row of a sample.</summary>
    public int Floats { get; } = shape.Count;

    /// <summary>Makes it fit a batch of that many samples. What was in it is lost.</summary>
    public void Take(int samples)
    {
        if (samples > _all.Rows)
        {
            _all = new(samples, shape.Count);
        }
        BySample = _all.FirstRows(samples);
    }
}
