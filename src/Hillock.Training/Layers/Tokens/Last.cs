namespace Hillock.Training;

/// <summary>The last position of a sample: what a sequence has led to.</summary>
public sealed class Last : Layer
{
    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer from positions × channels to channels.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">The shape of a sample.</param>
    /// <exception cref="HillockException">There are no positions, but a plain row of features.</exception>
    public Last(string name, SampleShape input)
        : base(name, input, input.Channels)
    {
        if (input.Rank < 2)
        {
            throw new HillockException($"{name} takes the last step of a sequence, steps×features; what comes in is a row of {input} features");
        }
        _y = NewRoom(Output);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <inheritdoc/>
    public override Activation? ActivationAfter(Activation? before) => before;

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        if (inputGradients is not null)
        {
            _inputGradients = inputGradients;
            crew.Run(_backward, inputGradients.Length);
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        pass.Crew.Run(_forward, Outputs.Length);
    }

    private void Forward(int part, int parts)
    {
        var (row, count) = Share.Of(_inputs!.Rows, part, parts, 1).GetOffsetAndLength(_inputs.Rows);
        for (var end = row + count; row < end; row++)
        {
            _inputs.Row(row)[^Units..].CopyTo(Outputs.Row(row));
        }
    }

    private void Backward(int part, int parts)
    {
        var (row, count) = Share.Of(_inputs!.Rows, part, parts, 1).GetOffsetAndLength(_inputs.Rows);
        for (var end = row + count; row < end; row++)
        {
            var dx = _inputGradients!.Row(row);
            dx[..^Units].Clear();
            Gradients.Row(row).CopyTo(dx[^Units..]);
        }
    }
}
