namespace Hillock.Training;

/// <summary>A layer that can be a part of a transformer's block: it changes no shape, and takes a few samples at a time.</summary>
/// <remarks>Samples are worked out by one thread each: what it has just computed is still in its cache when it is needed.</remarks>
public abstract class Sublayer : Layer
{
    private readonly Action<int, int> _forward, _turn, _backward, _sums;
    private int _samples;

    /// <inheritdoc cref="Layer(string, SampleShape, SampleShape, bool)"/>
    private protected Sublayer(string name, SampleShape shape)
        : base(name, shape, shape, hasGradients: false) => (_forward, _turn, _backward, _sums) = (Forward, Turn, Backward, WeightGradients);

    private long Work => MultiplyAdds * _samples;

    /// <inheritdoc/>
    public sealed override void Backward(Tensor? inputGradients, Crew crew)
    {
        BeginBackward(inputGradients);
        crew.Run(_turn, Work);
        crew.Run(_backward, 2 * Work);
        crew.Run(_sums, Work);
        EndBackward();
    }

    /// <inheritdoc/>
    protected sealed override void Compute(Tensor inputs, in Pass pass)
    {
        _samples = inputs.Rows;
        Enter(inputs, pass);
        pass.Crew.Run(_forward, Work);
    }

    /// <summary>What comes before <see cref="Forward(Range)"/> where a layer around this one cuts the batch.</summary>
    internal void Begin(Tensor inputs, in Pass pass)
    {
        TakeRooms(inputs.Rows);
        Enter(inputs, pass);
    }

    /// <summary>The outputs of some samples.</summary>
    internal abstract void Forward(Range samples);

    /// <summary>What comes before <see cref="Backward(Range, int)"/>.</summary>
    internal abstract void BeginBackward(Tensor? inputGradients);

    /// <summary>One part of turning the weights, which comes first.</summary>
    internal abstract void Turn(int part, int parts);

    /// <summary>The gradients of some samples, those of the inputs last.</summary>
    /// <param name="samples">Which.</param>
    /// <param name="part">Whose scratch memory to use.</param>
    internal abstract void Backward(Range samples, int part);

    /// <summary>One part of the gradients of the weights, which comes when those of all samples are there.</summary>
    internal abstract void WeightGradients(int part, int parts);

    /// <summary>What can be done only when all samples are.</summary>
    internal virtual void EndBackward()
    {
    }

    /// <summary>What the parts need to know of a pass.</summary>
    private protected abstract void Enter(Tensor inputs, in Pass pass);

    /// <summary>The positions of some samples.</summary>
    private protected Range RowsOf(Range samples) => (samples.Start.Value * Input.Positions)..(samples.End.Value * Input.Positions);

    private void Forward(int part, int parts)
    {
        foreach (var samples in new Blocks(_samples, Input.Positions, part, parts))
        {
            Forward(samples);
        }
    }

    private void Backward(int part, int parts)
    {
        foreach (var samples in new Blocks(_samples, Input.Positions, part, parts))
        {
            Backward(samples, part);
        }
    }
}
