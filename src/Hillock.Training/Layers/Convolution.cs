namespace Hillock.Training;

/// <summary>A convolution of images (Conv2d) or sequences (Conv1d): z[p, o] = b[o] + Σ x[s·p + tap, c]·W[tap, c, o] and y = f(z).</summary>
/// <remarks>
/// <para>The sum runs over the taps of the kernel and the channels of o's group; beyond the edges x is 0. As everywhere in the field the kernel
/// is not turned around: strictly it is a cross-correlation.</para>
/// <para>Where there are as many groups as channels, and as many go out as come in, each channel has a kernel of its own (depthwise).</para>
/// <para>LeCun, Bottou, Bengio and Haffner 1998, doi:10.1109/5.726791; groups: Krizhevsky, Sutskever and Hinton 2012.</para>
/// </remarks>
public sealed class Convolution : SampleLayer
{
    private readonly Elementwise? _activation;
    private readonly Action<int, int> _sum;
    private readonly Correlation _correlation;
    private readonly WeightGradients _weightGradients;
    private readonly InputGradients _gradientsBack;
    private readonly Tensor _sums;
    private readonly Room _z, _y;
    private readonly int _positions, _receptive;
    private int _summed;

    /// <summary>A layer with weights and biases of zero, see <see cref="Initialize"/>.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">An image, rows × columns × channels, or a sequence, steps × channels.</param>
    /// <param name="channels">Channels that go out.</param>
    /// <param name="kernel">Extents of the kernel: rows and columns, or steps; one number stands for all.</param>
    /// <param name="stride">Positions from one window to the next, in each direction.</param>
    /// <param name="padding">Zeros around the sample, on each side; <c>null</c> for as many as keep its extents at stride 1.</param>
    /// <param name="groups">Groups of channels that see only each other.</param>
    /// <param name="activation">f; <c>null</c> makes the layer linear.</param>
    /// <exception cref="HillockException">The kernel does not fit the samples, or the groups do not divide the channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no channels, or an extent or the stride is below 1, or padding below 0.</exception>
    public Convolution(
        string name, SampleShape input, int channels, ReadOnlySpan<int> kernel, int stride = 1, int? padding = null, int groups = 1,
        Activation? activation = null)
        : this(name, input, Windows.Of(name, input, kernel, stride, padding), new Grouping(name, input.Channels, channels, groups), activation)
    {
    }

    private Convolution(string name, SampleShape input, in Windows windows, Grouping grouping, Activation? activation)
        : base(name, input, windows.OutputOf(input, grouping.Outputs))
    {
        Activation = activation;
        (_positions, _receptive) = (windows.Outputs, windows.Taps);
        _correlation = new(windows, grouping);
        _weightGradients = new(windows, grouping);
        _gradientsBack = new(windows, grouping);
        _sums = new(SampleChain.MostSums, _weightGradients.Floats);
        Weights = new($"{name}.weights", windows.Taps * grouping.Fan, grouping.Outputs);
        Biases = new($"{name}.biases", grouping.Outputs);
        _activation = activation is null ? null : Elementwise.Of(activation, name, grouping.Outputs);
        _activation?.Initialize();
        Trainables = _activation?.Parameter is { } parameter ? [Weights, Biases, parameter] : [Weights, Biases];
        _z = NewRoom(Output);
        _y = activation is null ? _z : NewRoom(Output);
        _sum = Sum;
    }

    /// <inheritdoc/>
    public override Activation? Activation { get; }

    /// <summary>W, (taps · channels of a group) × channels that go out; the channels of a tap lie together.</summary>
    public Trainable Weights { get; }

    /// <summary>b, one per channel that goes out.</summary>
    public Trainable Biases { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<Trainable> Linear => [Weights, Biases];

    /// <inheritdoc/>
    internal override Elementwise? Elementwise => _activation;

    /// <inheritdoc/>
    public override Tensor PreActivations => _z.BySample;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Weights.Value.Length * _positions;

    internal override long SampleWork => MultiplyAdds;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        initializer.Fill(Weights.Value, Biases.Value, Activation is null, before, draws, _receptive);
        _activation?.Initialize();
    }

    internal override void Begin(Tensor inputs, in Pass pass)
    {
        base.Begin(inputs, pass);
        _correlation.Take(Weights.Value, Biases.Value);
        _activation?.Reserve(inputs.Rows * _positions);
        _activation?.Begin(pass);
    }

    internal override unsafe void Forward(int sample)
    {
        _correlation.Compute(InputValues!.Pointer + ((nint)sample * Inputs), _z.BySample.Pointer + ((nint)sample * Units));
        _activation?.Forward(_z.ByPosition, _y.ByPosition, Positions(sample), Range.All);
        GC.KeepAlive(this);
    }

    internal override void BeginBackward(Tensor? inputGradients)
    {
        base.BeginBackward(inputGradients);
        if (inputGradients is not null)
        {
            _gradientsBack.Take(Weights.Value);
        }
        _activation?.ReserveBlocks(Outputs.Rows);
    }

    internal override unsafe void Backward(int sample, int sum, bool first)
    {
        var g = GradientsByPosition;
        _activation?.BackwardBlock(_z.ByPosition, g, g, Positions(sample), sample);
        var dz = g.Pointer + ((nint)sample * Units);
        _weightGradients.Add(InputValues!.Pointer + ((nint)sample * Inputs), dz, _sums.Pointer + ((nint)sum * _sums.Columns), first);
        if (InputGradients is { } dx)
        {
            _gradientsBack.Compute(dz, dx.Pointer + ((nint)sample * Inputs));
        }
        GC.KeepAlive(this);
    }

    internal override void EndBackward(int sums, Crew crew)
    {
        _summed = sums;
        _activation?.FinishBlocks(Outputs.Rows);
        crew.Run(_sum, (long)_sums.Columns * sums);
    }

    private void Sum(int part, int parts) => _weightGradients.Sum(
        _sums.FirstRows(_summed), Share.Of(_weightGradients.SumRows, part, parts, 1), Weights.Gradient, Biases.Gradient);

    private Range Positions(int sample) => (sample * _positions)..((sample + 1) * _positions);
}
