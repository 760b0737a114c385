namespace Hillock.Training;

/// <summary>Adds a trained number to each place of a sample: attention alone would not know which step is which.</summary>
/// <remarks>Learned positions as in Gehring et al. 2017, arXiv:1705.03122. At first normal with a deviation of 0.02, as in GPT (Radford et al. 2018).</remarks>
public sealed class Positions : Layer
{
    private const double Deviation = 0.02;

    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample.</param>
    public Positions(string name, SampleShape shape)
        : base(name, shape, shape)
    {
        Weights = new($"{name}.weights", shape.Positions, shape.Channels);
        Trainables = [Weights];
        _y = NewRoom(shape);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <summary>Positions × channels.</summary>
    public Trainable Weights { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        foreach (ref var weight in Weights.Value.Values)
        {
            weight = (float)(Deviation * draws.NextNormal());
        }
    }

    /// <inheritdoc/>
    public override Activation? ActivationAfter(Activation? before) => before;

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        _inputGradients = inputGradients;
        crew.Run(_backward, Gradients.Length);
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        pass.Crew.Run(_forward, inputs.Length);
    }

    private void Forward(int part, int parts)
    {
        var (row, count) = Share.Of(_inputs!.Rows, part, parts, 1).GetOffsetAndLength(_inputs.Rows);
        for (var end = row + count; row < end; row++)
        {
            Addition.Of(_inputs.Row(row), Weights.Value.Values, Outputs.Row(row));
        }
    }

    private unsafe void Backward(int part, int parts)
    {
        var columns = Share.Of(Gradients.Columns, part, parts);
        ColumnSums.Compute(Gradients.Matrix.Part(.., columns), Weights.Gradient.Pointer + columns.Start.Value);
        if (_inputGradients is { } dx)
        {
            var range = Share.Of(Gradients.Length, part, parts);
            Gradients.Values[range].CopyTo(dx.Values[range]);
        }
        GC.KeepAlive(this);
    }
}
