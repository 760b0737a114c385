namespace Hillock.Training;

/// <summary>A dense layer: z = x·W + b and y = f(z).</summary>
/// <remarks>
/// x is samples × inputs, W is inputs × units, b has one value per unit. Backward: ∂z = f′(z)·∂y, ∂W = xᵀ·∂z, ∂b = Σ ∂z over the samples,
/// ∂x = ∂z·Wᵀ. A gradient is that of the loss as it is; a loss that is a mean over the batch gives mean gradients.
/// </remarks>
public sealed class Dense : Layer
{
    private readonly Elementwise? _activation;
    private readonly Action<int, int> _forward;
    private readonly Action<int, int> _slope;
    private readonly Action<int, int> _products;
    private Tensor _z, _y, _g;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer with weights and biases of zero, see <see cref="Initialize"/>.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="inputs">Numbers in a sample that comes in (fan-in).</param>
    /// <param name="units">Numbers in a sample that goes out (fan-out).</param>
    /// <param name="activation">f; <c>null</c> makes the layer linear.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no inputs or no units.</exception>
    public Dense(string name, int inputs, int units, Activation? activation = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        (Name, Inputs, Units, Activation) = (name, inputs, units, activation);
        Weights = new($"{name}.weights", inputs, units);
        Biases = new($"{name}.biases", units);
        _activation = activation is null ? null : Elementwise.Of(activation, name, units);
        _activation?.Initialize(0);
        Trainables = _activation?.Parameter is { } parameter ? [Weights, Biases, parameter] : [Weights, Biases];
        _z = _y = _g = PreActivations = Outputs = Gradients = new Tensor(0, units);
        (_forward, _slope, _products) = (Forward, Slope, Products);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Inputs { get; }

    /// <inheritdoc/>
    public override int Units { get; }

    /// <inheritdoc/>
    public override Activation? Activation { get; }

    /// <summary>W, inputs × units.</summary>
    public Trainable Weights { get; }

    /// <summary>b, one per unit.</summary>
    public Trainable Biases { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override Tensor PreActivations { get; protected set; }

    /// <inheritdoc/>
    public override Tensor Outputs { get; protected set; }

    /// <inheritdoc/>
    public override Tensor Gradients { get; protected set; }

    /// <summary>The activation at work; <c>null</c> for a linear layer.</summary>
    internal Elementwise? Elementwise => _activation;

    private long Multiplications => (long)PreActivations.Length * Inputs;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        initializer.Fill(Weights.Value, Biases.Value, Activation is null, before, draws);
        // After the weights: their draws are the same for every activation.
        _activation?.Initialize(draws.NextBits());
    }

    /// <inheritdoc/>
    public override void Forward(Tensor inputs, Crew crew, bool training = false)
    {
        if (inputs.Columns != Inputs)
        {
            throw new ArgumentException($"{Name} takes {Inputs} inputs; these samples have {inputs.Columns}.", nameof(inputs));
        }
        Reserve(inputs.Rows);
        _inputs = inputs;
        _activation?.Begin(training);
        crew.Run(_forward, Multiplications);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        _inputGradients = inputGradients;
        if (_activation is not null)
        {
            crew.Run(_slope, PreActivations.Length * Elementwise.Cost);
            _activation.Finish(PreActivations.Rows);
        }
        crew.Run(_products, Multiplications);
    }

    private void Reserve(int rows)
    {
        if (rows > _z.Rows)
        {
            _z = new(rows, Units);
            _y = _activation is null ? _z : new(rows, Units);
            _g = new(rows, Units);
            _activation?.Reserve(rows);
        }
        (PreActivations, Outputs, Gradients) = (_z.FirstRows(rows), _y.FirstRows(rows), _g.FirstRows(rows));
    }

    /// <summary>A block of the outputs, activated by the thread that has just computed it.</summary>
    private unsafe void Forward(int part, int parts)
    {
        var (rows, columns) = Share.Of(PreActivations, part, parts);
        var bias = Biases.Value.Pointer + columns.Start.Value;
        var z = PreActivations.Matrix.Part(rows, columns);
        Product.Compute(_inputs!.Matrix.Part(rows, ..), Weights.Value.Matrix.Part(.., columns), bias, z);
        _activation?.Forward(PreActivations, Outputs, rows, columns);
        GC.KeepAlive(this);
    }

    /// <summary>One part of g ← f′(z)·g.</summary>
    internal void Slope(int part, int parts) => _activation!.Backward(PreActivations, Gradients, part, parts);

    private unsafe void Products(int part, int parts)
    {
        var g = Gradients.Matrix;
        var units = Share.Of(Units, part, parts);
        ColumnSums.Compute(g.Part(.., units), Biases.Gradient.Pointer + units.Start.Value);
        var (rows, columns) = Share.Of(Weights.Gradient, part, parts);
        Product.Compute(_inputs!.Matrix.Transpose.Part(rows, ..), g.Part(.., columns), null, Weights.Gradient.Matrix.Part(rows, columns));
        if (_inputGradients is { } dx)
        {
            (rows, columns) = Share.Of(dx, part, parts);
            Product.Compute(g.Part(rows, ..), Weights.Value.Matrix.Transpose.Part(.., columns), null, dx.Matrix.Part(rows, columns));
        }
        GC.KeepAlive(this);
    }
}
