namespace Hillock.Training;

/// <summary>A trained function of each number: <see cref="Rational"/>, ten coefficients for the layer.</summary>
/// <remarks>Molina, Schramowski and Kersting 2019, arXiv:1907.06732. It begins as the rational function nearest to an activation, see <see cref="RationalFit"/>.</remarks>
public sealed class RationalLayer : Layer
{
    /// <summary>Numbers whose gradients are added up in one go.</summary>
    private const int Block = 2048;

    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor _partial = new(0, Rational.Coefficients);
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="like">What it begins as; <c>null</c> for leaky_relu, the paper's start.</param>
    public RationalLayer(string name, SampleShape shape, Activation? like = null)
        : base(name, shape, shape)
    {
        Like = like ?? Catalog.Parse("leaky_relu");
        Coefficients = new($"{name}.coefficients", Rational.Coefficients);
        Trainables = [Coefficients];
        _y = NewRoom(shape);
        (_forward, _backward) = (Forward, Backward);
        Reset();
    }

    /// <summary>What it begins as.</summary>
    public Activation Like { get; }

    /// <summary>Those of the numerator from the constant on, then those of the denominator from the linear one on.</summary>
    public Trainable Coefficients { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ActivationSite> Sites => field ??= [new LayerSite(this, Activation, ToSlopes)];

    /// <inheritdoc/>
    public override Tensor PreActivations => _inputs ?? Outputs;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    private int Blocks => (Outputs.Length + Block - 1) / Block;

    /// <inheritdoc/>
    public override Activation? ActivationAfter(Activation? before) => Like;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws) => Reset();

    /// <inheritdoc/>
    public override unsafe void Backward(Tensor? inputGradients, Crew crew)
    {
        _inputGradients = inputGradients;
        crew.Run(_backward, Outputs.Length * Elementwise.Cost * Rational.Coefficients);
        ColumnSums.Compute(_partial.FirstRows(Blocks).Matrix, Coefficients.Gradient.Pointer);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        _partial = Blocks > _partial.Rows ? new(Blocks, Rational.Coefficients) : _partial;
        pass.Crew.Run(_forward, Outputs.Length * Elementwise.Cost);
    }

    private void Reset()
    {
        var fitted = RationalFit.Of(Like);
        for (var i = 0; i < fitted.Length; i++)
        {
            Coefficients.Value.Values[i] = (float)fitted[i];
        }
    }

    private void ToSlopes(Span<float> x, int first)
    {
        var now = Rational.Of(Coefficients.Value.Values);
        for (; !x.IsEmpty; x = x[Math.Min(Block, x.Length)..])
        {
            var some = x[..Math.Min(Block, x.Length)];
            now.Backward(some, Elementwise.Ones(some.Length), some);
        }
    }

    private void Forward(int part, int parts)
    {
        var range = Share.Of(Outputs.Length, part, parts);
        var coefficients = Coefficients.Value.Values;
        Rational.Of(coefficients).Forward(_inputs!.Values[range], coefficients[..1], Outputs.Values[range]);
    }

    private void Backward(int part, int parts)
    {
        Span<float> other = stackalloc float[Block];
        var coefficients = Coefficients.Value.Values;
        var (block, count) = Share.Of(Blocks, part, parts, 1).GetOffsetAndLength(Blocks);
        for (var end = block + count; block < end; block++)
        {
            var range = (block * Block)..Math.Min(Outputs.Length, (block + 1) * Block);
            ReadOnlySpan<float> x = _inputs!.Values[range], dy = Gradients.Values[range];
            var sums = _partial.Row(block);
            sums.Clear();
            for (var i = 0; i < sums.Length; i++)
            {
                // Each pass gives the same input gradients; the last one's stay.
                var dx = i == sums.Length - 1 && _inputGradients is { } wanted ? wanted.Values[range] : other[..x.Length];
                Rational.Of(coefficients, i).Backward(x, coefficients.Slice(i, 1), dy, dx, sums.Slice(i, 1));
            }
        }
    }
}
