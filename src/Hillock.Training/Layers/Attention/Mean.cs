namespace Hillock.Training;

/// <summary>The mean over the positions of a sample: what a sequence says as a whole.</summary>
public sealed class Mean : Layer
{
    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer from positions × channels to channels.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">The shape of a sample.</param>
    /// <exception cref="HillockException">There are no positions, but a plain row of features.</exception>
    public Mean(string name, SampleShape input)
        : base(name, input, input.Channels)
    {
        if (input.Rank < 2)
        {
            throw new HillockException($"{name} takes the mean over the steps of a sequence, steps×features; what comes in is a row of {input} features");
        }
        _y = NewRoom(Output);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

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
        pass.Crew.Run(_forward, inputs.Length);
    }

    private unsafe void Forward(int part, int parts)
    {
        var (row, count) = Share.Of(Outputs.Rows, part, parts, 1).GetOffsetAndLength(Outputs.Rows);
        for (var end = row + count; row < end; row++)
        {
            Matrix positions = new(_inputs!, _inputs!.Pointer + ((long)row * Inputs), Input.Positions, Units, Units, 1);
            ColumnSums.Compute(positions, Outputs.Pointer + ((long)row * Units));
            Scaling.Of(Outputs.Row(row), 1f / Input.Positions, Outputs.Row(row));
        }
        GC.KeepAlive(this);
    }

    private void Backward(int part, int parts)
    {
        var (row, count) = Share.Of(Gradients.Rows, part, parts, 1).GetOffsetAndLength(Gradients.Rows);
        for (var end = row + count; row < end; row++)
        {
            var dx = _inputGradients!.Row(row);
            Scaling.Of(Gradients.Row(row), 1f / Input.Positions, dx[..Units]);
            for (var position = 1; position < Input.Positions; position++)
            {
                dx[..Units].CopyTo(dx[(position * Units)..]);
            }
        }
    }
}
