namespace Hillock.Training;

/// <summary>The part of a transformer that sees each position by itself: y = f(x·W₁ + b₁)·W₂ + b₂, f an activation or a gated pair.</summary>
/// <remarks>
/// Vaswani et al. 2017, arXiv:1706.03762; gated pairs, f(a, b) = a·g(b) with a and b side by side in x·W₁ + b₁: Shazeer 2020,
/// arXiv:2002.05202.
/// </remarks>
public sealed class FeedForward : Layer
{
    /// <summary>Of how many numbers a gated pair's width is a multiple: half a register of the widest.</summary>
    private const int GatedGrain = 8;

    private readonly Action<int, int> _forward, _turn, _backward, _sums;
    private readonly Dense _hidden, _output;
    private readonly Room? _gated, _gatedGradients;
    private Tensor? _inputGradients;

    /// <summary>With an activation.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample; it stays as it is.</param>
    /// <param name="width">Hidden units.</param>
    /// <param name="activation">f.</param>
    public FeedForward(string name, SampleShape shape, int width, Activation activation)
        : this(name, shape, new Dense($"{name}.hidden", shape, width, activation), width)
    {
    }

    /// <summary>With a gated pair, such as swiglu.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample; it stays as it is.</param>
    /// <param name="width">Hidden units if there were no gate; of the pair's, as it has three matrices instead of two, two thirds, rounded to a
    /// multiple of 8.</param>
    /// <param name="gate">f.</param>
    /// <exception cref="HillockException">It does not make one number of two.</exception>
    public FeedForward(string name, SampleShape shape, int width, RowActivation gate)
        : this(name, shape, new Dense($"{name}.hidden", shape, 2 * Gated(width)), Columns(name, gate, Gated(width)))
    {
        Gate = gate;
        (_gated, _gatedGradients) = (NewRoom(_output.Input), NewRoom(_output.Input));
    }

    private FeedForward(string name, SampleShape shape, Dense hidden, int width)
        : base(name, shape, shape, hasGradients: false)
    {
        (_hidden, _output) = (hidden, new($"{name}.output", shape.WithChannels(width), shape.Channels));
        Parts = [_hidden, _output];
        Trainables = [.. _hidden.Trainables, .. _output.Trainables];
        (_forward, _turn, _backward, _sums) = (Forward, Turn, Backward, WeightGradients);
    }

    /// <summary>The gated pair; <c>null</c> where there is an activation.</summary>
    public RowActivation? Gate { get; }

    /// <summary>The two dense layers.</summary>
    public override IReadOnlyList<Layer> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ActivationSite> Sites =>
        field ??= Gate?.Gate is { } gate ? [new GateSite($"{Name}.gate", gate, _hidden.Output, () => _hidden.Outputs)] : base.Sites;

    /// <inheritdoc/>
    public override long MultiplyAdds => _hidden.MultiplyAdds + _output.MultiplyAdds;

    /// <inheritdoc/>
    public override Tensor Outputs => _output.Outputs;

    /// <inheritdoc/>
    public override Tensor Gradients => _output.Gradients;

    private long Work => MultiplyAdds * Outputs.Rows;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        var seed = draws.NextBits();
        _hidden.Initialize(initializer, before, new(seed, _hidden.Name));
        _output.Initialize(initializer, _hidden.Activation, new(seed, _output.Name));
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        BeginBackward(inputGradients);
        crew.Run(_turn, Work);
        crew.Run(_backward, Work);
        crew.Run(_sums, Work);
        EndBackward();
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        Enter(inputs, pass);
        pass.Crew.Run(_forward, Work);
    }

    /// <summary>What comes before <see cref="Forward(Range)"/> where a layer around this one cuts the batch.</summary>
    internal void Begin(Tensor inputs, in Pass pass)
    {
        TakeRooms(inputs.Rows);
        Enter(inputs, pass);
    }

    /// <summary>The outputs of some samples.</summary>
    internal void Forward(Range samples)
    {
        var rows = RowsOf(samples);
        _hidden.Forward(rows, Range.All);
        if (Gate is not null)
        {
            var z = _hidden.PositionOutputs;
            Gate.Forward(z.Values[Of(z, rows)], z.Columns, _gated!.ByPosition.Values[Of(_gated.ByPosition, rows)]);
            FaintNumbers.Clear(_gated.ByPosition, rows, Range.All);
        }
        _output.Forward(rows, Range.All);
    }

    /// <summary>What comes before <see cref="Backward(Range)"/>.</summary>
    internal void BeginBackward(Tensor? inputGradients) =>
        _inputGradients = inputGradients?.Reshaped(_hidden.PositionOutputs.Rows, Input.Channels);

    /// <summary>One part of turning the weights, which comes first.</summary>
    internal void Turn(int part, int parts)
    {
        _hidden.Turn(part, parts);
        _output.Turn(part, parts);
    }

    /// <summary>The gradients of some samples, those of the inputs last.</summary>
    internal void Backward(Range samples)
    {
        var (rows, dz) = (RowsOf(samples), _hidden.PositionGradients);
        if (Gate is null)
        {
            _output.InputGradients(dz, rows);
            for (var sample = samples.Start.Value; sample < samples.End.Value; sample++)
            {
                _hidden.Slope(sample);
            }
        }
        else
        {
            var (z, dy) = (_hidden.PositionOutputs, _gatedGradients!.ByPosition);
            _output.InputGradients(dy, rows);
            Gate.Backward(z.Values[Of(z, rows)], z.Columns, dy.Values[Of(dy, rows)], dz.Values[Of(dz, rows)]);
            FaintNumbers.Clear(dz, rows, Range.All);
        }
        if (_inputGradients is not null)
        {
            _hidden.InputGradients(_inputGradients, rows);
        }
    }

    /// <summary>What can be done only when all samples are.</summary>
    internal void EndBackward() => _hidden.EndSlope();

    /// <summary>One part of the gradients of the weights, which comes when those of all samples are there.</summary>
    internal void WeightGradients(int part, int parts)
    {
        _hidden.WeightGradients(part, parts);
        _output.WeightGradients(part, parts);
    }

    private void Enter(Tensor inputs, in Pass pass)
    {
        _hidden.Begin(inputs, pass);
        _output.Begin(_gated?.BySample ?? _hidden.Outputs, pass);
    }

    private void Forward(int part, int parts)
    {
        foreach (var samples in new Blocks(Outputs.Rows, Input.Positions, part, parts))
        {
            Forward(samples);
        }
    }

    private void Backward(int part, int parts)
    {
        foreach (var samples in new Blocks(Outputs.Rows, Input.Positions, part, parts))
        {
            Backward(samples);
        }
    }

    private Range RowsOf(Range samples) => (samples.Start.Value * Input.Positions)..(samples.End.Value * Input.Positions);

    private static Range Of(Tensor tensor, Range rows) => (rows.Start.Value * tensor.Columns)..(rows.End.Value * tensor.Columns);

    private static int Gated(int width) => Math.Max(1, ((2 * width / 3) + (GatedGrain / 2)) / GatedGrain) * GatedGrain;

    private static int Columns(string name, RowActivation gate, int width)
    {
        try
        {
            if (gate.OutputColumns(2 * width) == width)
            {
                return width;
            }
        }
        catch (ArgumentException)
        {
        }
        throw new HillockException($"{name}: {gate.Name} does not make one number of two; glu, geglu, swiglu, reglu and bilinear do");
    }
}
