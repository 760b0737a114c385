namespace Hillock.Training;

/// <summary>A dense layer: z = x·W + b and y = f(z), for each position of a sample.</summary>
/// <remarks>
/// x is positions × inputs, W is inputs × units, b has one value per unit. Backward: ∂z = f′(z)·∂y, ∂W = xᵀ·∂z, ∂b = Σ ∂z over samples and
/// positions, ∂x = ∂z·Wᵀ. A gradient is that of the loss as it is; a loss that is a mean over the batch gives mean gradients.
/// </remarks>
public class Dense : Layer
{
    private readonly Elementwise? _activation;
    private readonly Action<int, int> _forward, _slope, _products;
    private readonly Room _z, _y;
    private Tensor? _inputs, _inputGradients, _turned;

    /// <summary>A layer with weights and biases of zero, see <see cref="Initialize"/>.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">The shape of a sample; its channels are the fan-in. A plain number is a row of so many features.</param>
    /// <param name="units">Numbers that go out for each position (fan-out).</param>
    /// <param name="activation">f; <c>null</c> makes the layer linear.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no inputs or no units.</exception>
    public Dense(string name, SampleShape input, int units, Activation? activation = null)
        : base(name, input, input.WithChannels(units))
    {
        Activation = activation;
        Weights = new($"{name}.weights", input.Channels, units);
        Biases = new($"{name}.biases", units);
        _activation = activation is null ? null : Elementwise.Of(activation, name, units);
        _activation?.Initialize();
        Trainables = _activation?.Parameter is { } parameter ? [Weights, Biases, parameter] : [Weights, Biases];
        _z = NewRoom(Output);
        _y = activation is null ? _z : NewRoom(Output);
        (_forward, _slope, _products) = (Forward, Slope, Products);
    }

    /// <inheritdoc/>
    public override Activation? Activation { get; }

    /// <summary>W, inputs × units.</summary>
    public Trainable Weights { get; }

    /// <summary>b, one per unit.</summary>
    public Trainable Biases { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<Trainable> Linear => [Weights, Biases];

    /// <inheritdoc/>
    public override Tensor PreActivations => _z.BySample;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Weights.Value.Length * Input.Positions;

    /// <inheritdoc/>
    internal override Elementwise? Elementwise => _activation;

    /// <summary><see cref="Outputs"/> with a row for each position.</summary>
    internal Tensor PositionOutputs => _y.ByPosition;

    /// <summary><see cref="Layer.Gradients"/> with a row for each position.</summary>
    internal Tensor PositionGradients => GradientsByPosition;

    private long Multiplications => MultiplyAdds * Outputs.Rows;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        initializer.Fill(Weights.Value, Biases.Value, Activation is null, before, draws);
        _activation?.Initialize();
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        Enter(inputs, pass);
        pass.Crew.Run(_forward, Multiplications);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        _inputGradients = inputGradients?.Reshaped(_inputs!.Rows, Input.Channels);
        if (_activation is not null)
        {
            crew.Run(_slope, PreActivations.Length * Elementwise.Cost);
            _activation.Finish(_inputs!.Rows);
        }
        crew.Run(_products, Multiplications);
    }

    /// <summary>What comes before <see cref="Forward(Range, Range)"/> where a layer around this one cuts the batch.</summary>
    internal void Begin(Tensor inputs, in Pass pass)
    {
        TakeRooms(inputs.Rows);
        _turned ??= new(Weights.Value.Columns, Weights.Value.Rows);
        _activation?.ReserveBlocks(inputs.Rows);
        Enter(inputs, pass);
    }

    /// <summary>A block of the outputs, activated by the thread that has just computed it.</summary>
    internal unsafe void Forward(Range rows, Range columns)
    {
        var z = _z.ByPosition;
        var bias = Biases.Value.Pointer + columns.GetOffsetAndLength(z.Columns).Offset;
        Product.Compute(_inputs!.Matrix.Part(rows, ..), Weights.Value.Matrix.Part(.., columns), bias, z.Matrix.Part(rows, columns));
        _activation?.Forward(z, _y.ByPosition, rows, columns);
        GC.KeepAlive(this);
    }

    /// <summary>g ← f′(z)·g for the positions of one sample.</summary>
    internal void Slope(int sample)
    {
        var rows = (sample * Input.Positions)..((sample + 1) * Input.Positions);
        _activation?.BackwardBlock(_z.ByPosition, GradientsByPosition, GradientsByPosition, rows, sample);
    }

    /// <summary>What can be done only when all samples have been through <see cref="Slope(int)"/>.</summary>
    internal void EndSlope() => _activation?.FinishBlocks(Outputs.Rows);

    /// <summary>One part of g ← f′(z)·g.</summary>
    internal void Slope(int part, int parts) =>
        _activation!.Backward(_z.ByPosition, GradientsByPosition, GradientsByPosition, part, parts);

    /// <summary>One part of Wᵀ, which <see cref="InputGradients"/> reads: many products with few rows then need not turn it each time.</summary>
    internal unsafe void Turn(int part, int parts)
    {
        var w = Weights.Value;
        var (unit, count) = Share.Of(w.Columns, part, parts).GetOffsetAndLength(w.Columns);
        Panel.Turn(w.Pointer + unit, w.Columns, count, w.Rows, _turned!.Pointer + ((long)unit * w.Rows), w.Rows);
        GC.KeepAlive(this);
    }

    /// <summary>∂x = ∂z·Wᵀ for some rows.</summary>
    internal unsafe void InputGradients(Tensor inputGradients, Range rows)
    {
        Product.Compute(GradientsByPosition.Matrix.Part(rows, ..), _turned!.Matrix, null, inputGradients.Matrix.Part(rows, ..));
        GC.KeepAlive(this);
    }

    /// <summary>One part of ∂W and ∂b.</summary>
    internal unsafe void WeightGradients(int part, int parts)
    {
        var g = GradientsByPosition.Matrix;
        var units = Share.Of(g.Columns, part, parts);
        ColumnSums.Compute(g.Part(.., units), Biases.Gradient.Pointer + units.Start.Value);
        var (rows, columns) = Share.Of(Weights.Gradient, part, parts);
        Product.Compute(_inputs!.Matrix.Transpose.Part(rows, ..), g.Part(.., columns), null, Weights.Gradient.Matrix.Part(rows, columns));
        GC.KeepAlive(this);
    }

    private void Enter(Tensor inputs, in Pass pass)
    {
        _inputs = inputs.Reshaped(inputs.Rows * Input.Positions, Input.Channels);
        _activation?.Reserve(_inputs.Rows);
        _activation?.Begin(pass);
    }

    private void Forward(int part, int parts)
    {
        var (rows, columns) = Share.Of(_z.ByPosition, part, parts);
        Forward(rows, columns);
    }

    private unsafe void Products(int part, int parts)
    {
        WeightGradients(part, parts);
        if (_inputGradients is { } dx)
        {
            var (rows, columns) = Share.Of(dx, part, parts);
            Product.Compute(
                GradientsByPosition.Matrix.Part(rows, ..), Weights.Value.Matrix.Transpose.Part(.., columns), null, dx.Matrix.Part(rows, columns));
        }
        GC.KeepAlive(this);
    }
}
