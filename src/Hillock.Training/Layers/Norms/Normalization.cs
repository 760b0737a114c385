namespace Hillock.Training;

/// <summary>Normalisation: z = (x − mean) / √(variance + ε) · scale + shift and y = f(z); what mean and variance are taken of differs.</summary>
/// <remarks>Scale and shift are trained, one of each for a channel. The variance is that of the numbers at hand, divided by their count.</remarks>
public abstract class Normalization : Layer
{
    /// <summary>ε, which keeps the quotient finite where all numbers are the same.</summary>
    public const double Epsilon = 1e-5;

    private readonly Elementwise? _activation;
    private readonly Room _z, _y;
    private Tensor? _inputs;

    /// <summary>What all of them have.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample; it stays as it is.</param>
    /// <param name="activation">f; <c>null</c> for none.</param>
    /// <param name="shifts">Whether something is added after scaling.</param>
    private protected Normalization(string name, SampleShape shape, Activation? activation, bool shifts)
        : base(name, shape, shape)
    {
        Activation = activation;
        Scale = new($"{name}.scale", shape.Channels);
        Shift = shifts ? new($"{name}.shift", shape.Channels) : null;
        _activation = activation is null ? null : Elementwise.Of(activation, name, shape.Channels);
        Trainables = [.. new[] { Scale, Shift, _activation?.Parameter }.OfType<Trainable>()];
        _z = NewRoom(shape);
        _y = activation is null ? _z : NewRoom(shape);
        Reset();
    }

    /// <inheritdoc/>
    public override Activation? Activation { get; }

    /// <summary>What the quotient is multiplied by, 1 at first.</summary>
    public Trainable Scale { get; }

    /// <summary>What is added, 0 at first; <c>null</c> where nothing is.</summary>
    public Trainable? Shift { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds => Units;

    /// <inheritdoc/>
    internal override Elementwise? Elementwise => _activation;

    /// <inheritdoc/>
    public override Tensor PreActivations => _z.BySample;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <summary>The inputs with a row for each position.</summary>
    private protected Tensor InputsByPosition => _inputs!;

    /// <summary>z with a row for each position.</summary>
    private protected Tensor Normalized => _z.ByPosition;

    /// <summary>Where ∂loss/∂inputs go, a row for each position; <c>null</c> where nobody needs them.</summary>
    private protected Tensor? InputGradients { get; private set; }

    /// <summary>Blocks of rows in which the way back takes the batch: how many there are depends on the batch alone.</summary>
    private protected abstract int Blocks { get; }

    /// <summary>About how many multiplications a pass over all numbers takes; each is read, and most passes wait for memory.</summary>
    private protected long Work => Outputs.Length * (_activation is null ? 4 : Elementwise.Cost);

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws) => Reset();

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        InputGradients = inputGradients?.Reshaped(_inputs!.Rows, Input.Channels);
        _activation?.ReserveBlocks(Blocks);
        Differentiate(crew);
        _activation?.FinishBlocks(Blocks);
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        Enter(inputs, pass);
        Normalize(pass);
    }

    /// <summary>What comes first where a layer around this one cuts the batch.</summary>
    internal void Begin(Tensor inputs, in Pass pass)
    {
        TakeRooms(inputs.Rows);
        Enter(inputs, pass);
    }

    /// <summary>Computes z and y.</summary>
    private protected abstract void Normalize(in Pass pass);

    /// <summary>From ∂loss/∂y the gradients of scale, shift and inputs.</summary>
    private protected abstract void Differentiate(Crew crew);

    /// <summary>y = f(z) for rows that have just been computed.</summary>
    private protected void Activate(Range rows) => _activation?.Forward(_z.ByPosition, _y.ByPosition, rows, Range.All);

    /// <summary>From ∂loss/∂y of a block ∂loss/∂z, in the same place: whoever goes on with it finds it in the cache.</summary>
    private protected void Slope(Range rows, int block) =>
        _activation?.BackwardBlock(_z.ByPosition, GradientsByPosition, GradientsByPosition, rows, block);

    private void Enter(Tensor inputs, in Pass pass)
    {
        _inputs = inputs.Reshaped(inputs.Rows * Input.Positions, Input.Channels);
        _activation?.Reserve(_inputs.Rows);
        _activation?.Begin(pass);
    }

    private void Reset()
    {
        Scale.Value.Values.Fill(1);
        Shift?.Value.Values.Clear();
        _activation?.Initialize();
    }
}
