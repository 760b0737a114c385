namespace Hillock.Training;

/// <summary>Multi-head self-attention: every position of a sample looks at every other, or only at those before it and itself.</summary>
/// <remarks>
/// <para>Vaswani et al. 2017, arXiv:1706.03762. For each head, with q, k and v of channels ÷ heads numbers for each position:
/// shares = normaliser(q·kᵀ / √(channels ÷ heads)), row by row, and context = shares·v; the heads' contexts side by side go through a
/// dense layer. The normaliser is softmax, or one that gives exact zeros, such as sparsemax (Martins and Astudillo 2016,
/// arXiv:1602.02068) or entmax15 (Peters et al. 2019, arXiv:1905.05702).</para>
/// <para>Samples are worked out one by one, each by one thread: what a thread has just computed is still in its cache when it is needed.</para>
/// </remarks>
public sealed class Attention : Layer
{
    private readonly Action<int, int> _forward, _turn, _backward, _sums;
    private readonly Dense _projections, _output;
    private readonly Heads _heads;
    private readonly Room _context, _contextGradients;
    private Tensor? _inputGradients;

    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample: steps × features.</param>
    /// <param name="heads">How many times positions look at each other; they share the features.</param>
    /// <param name="causal">Whether a position sees none that come after it.</param>
    /// <param name="normalizer">What makes shares of a row of scores; softmax unless told.</param>
    /// <exception cref="HillockException">The samples have no positions, or the heads do not divide the features, or the normaliser changes the
    /// length of rows, or does not give 0 for a score of −∞ where later positions are to be hidden.</exception>
    public Attention(string name, SampleShape shape, int heads, bool causal = false, RowActivation? normalizer = null)
        : base(name, Heads.Checked(name, shape, heads), shape, hasGradients: false)
    {
        _projections = new($"{name}.projections", shape, 3 * shape.Channels);
        _output = new($"{name}.output", shape, shape.Channels);
        (_context, _contextGradients) = (NewRoom(shape), NewRoom(shape));
        SampleShape scores = [heads, shape.Positions, shape.Positions];
        normalizer ??= Catalog.Softmax;
        var shares = NewRoom(scores);
        _heads = new(name, shape, heads, causal, normalizer, shares, normalizer.HasSlopeFromOutput ? shares : NewRoom(scores));
        Parts = [_projections, _output];
        Trainables = [.. _projections.Trainables, .. _output.Trainables];
        (_forward, _turn, _backward, _sums) = (Forward, Turn, Backward, WeightGradients);
    }

    /// <summary>How many times positions look at each other.</summary>
    public int HeadCount => _heads.Count;

    /// <summary>Whether a position sees none that come after it.</summary>
    public bool IsCausal => _heads.Causal;

    /// <summary>What makes shares of a row of scores.</summary>
    public RowActivation Normalizer => _heads.Normalizer;

    /// <summary>How much each position took from each other in the last pass: (samples · heads · positions) × positions, each row adding up to 1.</summary>
    public Tensor Shares => _heads.Shares.ByPosition;

    /// <inheritdoc/>
    public override IReadOnlyList<AttentionSite> AttentionSites => field ??= [new(this)];

    /// <summary>The dense layers: queries, keys and values side by side, and the one that mixes what the heads found.</summary>
    public override IReadOnlyList<Layer> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds => _projections.MultiplyAdds + _output.MultiplyAdds + (2L * Input.Positions * Units);

    /// <inheritdoc/>
    public override Tensor Outputs => _output.Outputs;

    /// <inheritdoc/>
    public override Tensor Gradients => _output.Gradients;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        var seed = draws.NextBits();
        _projections.Initialize(initializer, before, new(seed, _projections.Name));
        _output.Initialize(initializer, null, new(seed, _output.Name));
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        BeginBackward(inputGradients);
        var work = MultiplyAdds * Outputs.Rows;
        crew.Run(_turn, work);
        crew.Run(_backward, 2 * work);
        crew.Run(_sums, work);
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        Enter(inputs, pass);
        pass.Crew.Run(_forward, MultiplyAdds * inputs.Rows);
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
        var (sample, count) = samples.GetOffsetAndLength(Outputs.Rows);
        var rows = RowsOf(samples);
        _projections.Forward(rows, Range.All);
        for (var end = sample + count; sample < end; sample++)
        {
            _heads.Forward(_projections.PositionOutputs, _context.ByPosition, sample);
        }
        _output.Forward(rows, Range.All);
    }

    /// <summary>What comes before <see cref="Backward(Range, int)"/>.</summary>
    internal void BeginBackward(Tensor? inputGradients) => _inputGradients = inputGradients?.Reshaped(_context.ByPosition.Rows, Input.Channels);

    /// <summary>One part of turning the weights, which comes first.</summary>
    internal void Turn(int part, int parts)
    {
        _projections.Turn(part, parts);
        _output.Turn(part, parts);
    }

    /// <summary>The gradients of some samples, those of the inputs last.</summary>
    /// <param name="samples">Which.</param>
    /// <param name="part">Whose scratch memory to use.</param>
    internal void Backward(Range samples, int part)
    {
        var (sample, count) = samples.GetOffsetAndLength(Outputs.Rows);
        var rows = RowsOf(samples);
        _output.InputGradients(_contextGradients.ByPosition, rows);
        for (var end = sample + count; sample < end; sample++)
        {
            _heads.Backward(_projections.PositionOutputs, _contextGradients.ByPosition, _projections.PositionGradients, sample, part);
        }
        if (_inputGradients is not null)
        {
            _projections.InputGradients(_inputGradients, rows);
        }
    }

    /// <summary>One part of the gradients of the weights, which comes when those of all samples are there.</summary>
    internal void WeightGradients(int part, int parts)
    {
        _projections.WeightGradients(part, parts);
        _output.WeightGradients(part, parts);
    }

    private void Enter(Tensor inputs, in Pass pass)
    {
        _projections.Begin(inputs, pass);
        _output.Begin(_context.BySample, pass);
        _heads.Reserve(pass.Crew.Threads);
    }

    private Range RowsOf(Range samples) => (samples.Start.Value * Input.Positions)..(samples.End.Value * Input.Positions);

    private void Forward(int part, int parts)
    {
        foreach (var block in new Blocks(Outputs.Rows, Input.Positions, part, parts))
        {
            Forward(block);
        }
    }

    private void Backward(int part, int parts)
    {
        foreach (var block in new Blocks(Outputs.Rows, Input.Positions, part, parts))
        {
            Backward(block, part);
        }
    }
}
