namespace Hillock.Training;

/// <summary>A residual block: z = x + F(x), or P(x) + F(x) where shapes differ, and y = f(z).</summary>
/// <remarks>He, Zhang, Ren and Sun 2015, arXiv:1512.03385. The gradient of x + F(x) reaches x undiminished, however deep the network is.</remarks>
public sealed class Residual : Layer
{
    private readonly Elementwise? _activation;
    private readonly Action<int, int> _add, _slope, _hand, _addBack;
    private readonly Room _z, _y;
    private readonly Room? _projected;
    private readonly Layer _inner;
    private readonly Layer? _projection;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A block around layers.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="inner">F.</param>
    /// <param name="projection">P; <c>null</c> to add x itself.</param>
    /// <param name="activation">f; <c>null</c> for none.</param>
    /// <exception cref="HillockException">What is to be added differs in shape.</exception>
    public Residual(string name, Layer inner, Layer? projection = null, Activation? activation = null)
        : base(name, inner.Input, inner.Output)
    {
        if ((projection?.Output ?? Input) != Output || (projection?.Input ?? Input) != Input)
        {
            throw new HillockException(projection is null
                ? $"{name}: {Input} comes in and its items make {Output} of it, which cannot be added; write project behind them"
                : $"{name}: its items make {Output} of {Input}, its projection {projection.Output} of {projection.Input}, which cannot be added");
        }
        (_inner, _projection, Activation) = (inner, projection, activation);
        Parts = projection is null ? [inner] : [inner, projection];
        _activation = activation is null ? null : Elementwise.Of(activation, name, Output.Channels);
        _activation?.Initialize();
        Trainables = [.. Parts.SelectMany(part => part.Trainables), .. new[] { _activation?.Parameter }.OfType<Trainable>()];
        Statistics = [.. Parts.SelectMany(part => part.Statistics)];
        _z = NewRoom(Output);
        _y = activation is null ? _z : NewRoom(Output);
        _projected = projection is null ? null : NewRoom(Input);
        (_add, _slope, _hand, _addBack) = (Add, Slope, HandOn, AddBack);
    }

    /// <inheritdoc/>
    public override Activation? Activation { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RunningStatistic> Statistics { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds => Parts.Sum(part => part.MultiplyAdds);

    /// <inheritdoc/>
    internal override Elementwise? Elementwise => _activation;

    /// <inheritdoc/>
    public override Tensor PreActivations => _z.BySample;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        foreach (var part in Parts)
        {
            part.Initialize(initializer, before, new Draws(draws.NextBits(), part.Name));
        }
        _activation?.Initialize();
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        if (_activation is not null)
        {
            crew.Run(_slope, Gradients.Length * Elementwise.Cost);
            _activation.Finish(Gradients.Rows * Output.Positions);
        }
        crew.Run(_hand, Gradients.Length);
        _inner.Backward(inputGradients, crew);
        _projection?.Backward(inputGradients is null ? null : _projected!.BySample, crew);
        if (inputGradients is not null)
        {
            _inputGradients = inputGradients;
            crew.Run(_addBack, inputGradients.Length);
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inner.Forward(inputs, pass);
        _projection?.Forward(inputs, pass);
        _inputs = _projection?.Outputs ?? inputs;
        _activation?.Reserve(inputs.Rows * Output.Positions);
        _activation?.Begin(pass);
        pass.Crew.Run(_add, Gradients.Length * (_activation is null ? 1 : Elementwise.Cost));
    }

    private void Add(int part, int parts)
    {
        var rows = Share.Of(_z.ByPosition.Rows, part, parts, 1);
        foreach (var range in new Segments(_z.ByPosition, rows, Range.All))
        {
            Addition.Of(_inputs!.Values[range], _inner.Outputs.Values[range], _z.BySample.Values[range]);
        }
        _activation?.Forward(_z.ByPosition, _y.ByPosition, rows, Range.All);
    }

    private void Slope(int part, int parts) =>
        _activation!.Backward(_z.ByPosition, GradientsByPosition, GradientsByPosition, part, parts);

    /// <summary>Layers may change the gradients they are given: each gets its own.</summary>
    private void HandOn(int part, int parts)
    {
        var range = Share.Of(Gradients.Length, part, parts);
        Gradients.Values[range].CopyTo(_inner.Gradients.Values[range]);
        if (_projection is not null)
        {
            Gradients.Values[range].CopyTo(_projection.Gradients.Values[range]);
        }
    }

    private void AddBack(int part, int parts)
    {
        var range = Share.Of(_inputGradients!.Length, part, parts);
        var other = _projected?.BySample ?? Gradients;
        Addition.Of(_inputGradients.Values[range], other.Values[range], _inputGradients.Values[range]);
    }
}
