namespace Hillock.Training;

/// <summary>An activation as a layer of its own: y = f(x). Where it follows a dense or convolutional layer directly, that layer applies it at less cost.</summary>
/// <remarks>A trained parameter, such as PReLU's slope or Swish's beta, is one for the layer or one for each channel.</remarks>
public sealed class Applied : Layer
{
    private readonly Elementwise _activation;
    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="activation">f.</param>
    public Applied(string name, SampleShape shape, Activation activation)
        : base(name, shape, shape)
    {
        Activation = activation;
        _activation = Elementwise.Of(activation, name, shape.Channels);
        _activation.Initialize();
        Trainables = _activation.Parameter is { } parameter ? [parameter] : [];
        _y = NewRoom(shape);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <inheritdoc/>
    public override Activation Activation { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    internal override Elementwise Elementwise => _activation;

    /// <inheritdoc/>
    public override Tensor PreActivations => _inputs is { } x ? x.Reshaped(Outputs.Rows, Units) : Outputs;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    private long Work => Outputs.Length * Elementwise.Cost;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws) => _activation.Initialize();

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs.Reshaped(inputs.Rows * Input.Positions, Input.Channels);
        _activation.Reserve(_inputs.Rows);
        _activation.Begin(pass);
        pass.Crew.Run(_forward, Work);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        _inputGradients = inputGradients?.Reshaped(_inputs!.Rows, Input.Channels) ?? GradientsByPosition;
        crew.Run(_backward, Work);
        _activation.Finish(_inputs!.Rows);
    }

    private void Forward(int part, int parts)
    {
        var (rows, columns) = Share.Of(_inputs!, part, parts);
        _activation.Forward(_inputs!, _y.ByPosition, rows, columns);
    }

    private void Backward(int part, int parts) => _activation.Backward(_inputs!, GradientsByPosition, _inputGradients!, part, parts);
}
