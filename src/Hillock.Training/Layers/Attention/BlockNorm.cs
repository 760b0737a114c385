namespace Hillock.Training;

/// <summary>Layer normalisation some samples at a time: z = (x − mean) / √(variance + ε) · scale + shift over the channels of each position.</summary>
/// <remarks>Ba, Kiros and Hinton 2016, arXiv:1607.06450.</remarks>
internal sealed unsafe class BlockNorm : Layer
{
    private const double Epsilon = 1e-5;

    private readonly Room _moments, _partial, _z;
    private Tensor? _inputs;

    public BlockNorm(string name, SampleShape shape)
        : base(name, shape, shape)
    {
        (Scale, Shift) = (new($"{name}.scale", shape.Channels), new($"{name}.shift", shape.Channels));
        Trainables = [Scale, Shift];
        (_moments, _partial, _z) = (NewRoom(2 * shape.Positions), NewRoom(2 * shape.Channels), NewRoom(shape));
        Reset();
    }

    public Trainable Scale { get; }

    public Trainable Shift { get; }

    public override IReadOnlyList<Trainable> Trainables { get; }

    public override long MultiplyAdds => Units;

    public override Tensor Outputs => _z.BySample;

    /// <summary><see cref="Outputs"/> with a row for each position.</summary>
    public Tensor PositionOutputs => _z.ByPosition;

    /// <summary><see cref="Layer.Gradients"/> with a row for each position.</summary>
    public Tensor PositionGradients => GradientsByPosition;

    private int Channels => Input.Channels;

    public override void Initialize(Initializer initializer, Activation? before, Draws draws) => Reset();

    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        Backward(inputGradients?.Reshaped(_inputs!.Rows, Channels), 0..Outputs.Rows);
        Sums();
    }

    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs.Reshaped(inputs.Rows * Input.Positions, Channels);
        Forward(0..inputs.Rows);
    }

    /// <summary>What comes before <see cref="Forward"/>.</summary>
    public void Begin(Tensor inputs)
    {
        TakeRooms(inputs.Rows);
        _inputs = inputs.Reshaped(inputs.Rows * Input.Positions, Channels);
    }

    /// <summary>The outputs of some samples.</summary>
    public void Forward(Range samples)
    {
        var (row, end) = (samples.Start.Value * Input.Positions, samples.End.Value * Input.Positions);
        float* x = _inputs!.Pointer + ((long)row * Channels), z = _z.BySample.Pointer + ((long)row * Channels);
        var moments = _moments.BySample.Pointer + (2L * row);
        for (; row < end; row++, x += Channels, z += Channels, moments += 2)
        {
            var mean = RowSums.Of(x, Channels) / Channels;
            var inverse = (float)(1 / Math.Sqrt((RowSums.Squares(x, Channels, mean) / Channels) + Epsilon));
            (moments[0], moments[1]) = (mean, inverse);
            RowMaps.Apply(x, Channels, mean, inverse, Scale.Value.Pointer, Shift.Value.Pointer, z);
        }
        GC.KeepAlive(this);
    }

    /// <summary>The input gradients of some samples, and their share of the sums over all.</summary>
    public void Backward(Tensor? inputGradients, Range samples)
    {
        for (var sample = samples.Start.Value; sample < samples.End.Value; sample++)
        {
            var sums = _partial.BySample.Pointer + (2L * sample * Channels);
            new Span<float>(sums, 2 * Channels).Clear();
            for (var row = sample * Input.Positions; row < (sample + 1) * Input.Positions; row++)
            {
                var at = (long)row * Channels;
                float* x = _inputs!.Pointer + at, g = Gradients.Pointer + at;
                var moments = _moments.BySample.Pointer + (2L * row);
                var (mean, inverse) = (moments[0], moments[1]);
                var (sum, product) = RowSums.Products(x, g, Scale.Value.Pointer, Channels, mean, inverse, sums, sums + Channels);
                if (inputGradients is not null)
                {
                    var share = inverse / Channels;
                    RowMaps.Apply(
                        x, g, Channels, mean, inverse, Scale.Value.Pointer, -share * inverse * inverse * product, -share * sum, inputGradients.Pointer + at);
                }
            }
        }
        GC.KeepAlive(this);
    }

    /// <summary>Adds up what the samples left, in their order.</summary>
    public void Sums()
    {
        var sums = _partial.BySample.Matrix;
        ColumnSums.Compute(sums.Part(.., ..Channels), Shift.Gradient.Pointer);
        ColumnSums.Compute(sums.Part(.., Channels..), Scale.Gradient.Pointer);
        GC.KeepAlive(this);
    }

    private void Reset()
    {
        Scale.Value.Values.Fill(1);
        Shift.Value.Values.Clear();
    }
}
