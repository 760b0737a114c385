namespace Hillock.Training;

/// <summary>The part of a transformer that sees each position by itself: y = f(x·W₁ + b₁)·W₂ + b₂, f an activation or a gated pair.</summary>
/// <remarks>
/// Vaswani et al. 2017, arXiv:1706.03762; gated pairs, f(a, b) = a·g(b) with a and b side by side in x·W₁ + b₁: Shazeer 2020,
/// arXiv:2002.05202.
/// </remarks>
public sealed class FeedForward : Sublayer
{
    /// <summary>Of how many numbers a gated pair's width is a multiple: half a register of the widest.</summary>
    private const int GatedGrain = 8;

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
        : base(name, shape)
    {
        (_hidden, _output) = (hidden, new($"{name}.output", shape.WithChannels(width), shape.Channels));
        Parts = [_hidden, _output];
        Trainables = [.. _hidden.Trainables, .. _output.Trainables];
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

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        var seed = draws.NextBits();
        _hidden.Initialize(initializer, before, new(seed, _hidden.Name));
        _output.Initialize(initializer, _hidden.Activation, new(seed, _output.Name));
    }

    /// <inheritdoc/>
    internal override void Forward(Range samples)
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

    /// <inheritdoc/>
    internal override void BeginBackward(Tensor? inputGradients) =>
        _inputGradients = inputGradients?.Reshaped(_hidden.PositionOutputs.Rows, Input.Channels);

    /// <inheritdoc/>
    internal override void Turn(int part, int parts)
    {
        _hidden.Turn(part, parts);
        _output.Turn(part, parts);
    }

    /// <inheritdoc/>
    internal override void Backward(Range samples, int part)
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

    /// <inheritdoc/>
    internal override void EndBackward() => _hidden.EndSlope();

    /// <inheritdoc/>
    internal override void WeightGradients(int part, int parts)
    {
        _hidden.WeightGradients(part, parts);
        _output.WeightGradients(part, parts);
    }

    private protected override void Enter(Tensor inputs, in Pass pass)
    {
        _hidden.Begin(inputs, pass);
        _output.Begin(_gated?.BySample ?? _hidden.Outputs, pass);
    }

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
