namespace Hillock.Training;

/// <summary>
/// Multi-head attention: every position of a sample looks at every other, or only at those before it and itself; or, in cross-attention, at those of
/// a memory, such as what an encoder made of another sequence.
/// </summary>
/// <remarks>
/// Vaswani et al. 2017, arXiv:1706.03762. For each head, with q, k and v of channels ÷ heads numbers for each position:
/// shares = normaliser(q·kᵀ / √(channels ÷ heads)), row by row, and context = shares·v; the heads' contexts side by side go through a
/// dense layer. The normaliser is softmax, or one that gives exact zeros, such as sparsemax (Martins and Astudillo 2016,
/// arXiv:1602.02068) or entmax15 (Peters et al. 2019, arXiv:1905.05702).
/// </remarks>
public sealed class Attention : Sublayer
{
    private readonly Projections _projections;
    private readonly Dense _output;
    private readonly Heads _heads;
    private readonly Room _context, _contextGradients;
    private Tensor? _inputGradients;

    /// <summary>Self-attention. It changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample: steps × features.</param>
    /// <param name="heads">How many times positions look at each other; they share the features.</param>
    /// <param name="causal">Whether a position sees none that come after it.</param>
    /// <param name="normalizer">What makes shares of a row of scores; softmax unless told.</param>
    /// <exception cref="HillockException">The samples have no positions, or the heads do not divide the features, or the normaliser changes the
    /// length of rows, or does not give 0 for a score of −∞ where later positions are to be hidden.</exception>
    public Attention(string name, SampleShape shape, int heads, bool causal = false, RowActivation? normalizer = null)
        : this(name, Heads.Checked(name, shape, heads), heads, memory: null, causal, normalizer)
    {
    }

    /// <summary>Cross-attention: queries of what comes in, keys and values of a memory. It changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample: steps × features.</param>
    /// <param name="memory">
    /// The layer whose outputs are looked at, steps × features too, as many or others; its way forward comes before. On the way back this layer
    /// adds to the memory's <see cref="Layer.Gradients"/>: whoever holds both clears them first, as <see cref="EncoderDecoder"/> does.
    /// </param>
    /// <param name="heads">How many times positions look; they share the features.</param>
    /// <param name="normalizer">What makes shares of a row of scores; softmax unless told.</param>
    /// <exception cref="HillockException">The samples or the memory have no positions, or the heads do not divide the features, or the
    /// normaliser changes the length of rows.</exception>
    public Attention(string name, SampleShape shape, Layer memory, int heads, RowActivation? normalizer = null)
        : this(name, Heads.Checked(name, shape, heads), heads, memory, causal: false, normalizer)
    {
    }

    private Attention(string name, SampleShape shape, int heads, Layer? memory, bool causal, RowActivation? normalizer)
        : base(name, shape)
    {
        _projections = memory is null ? new(name, shape) : new(name, shape, memory, NewRoom(Heads.Checked(name, memory)));
        _output = new($"{name}.output", shape, shape.Channels);
        (_context, _contextGradients) = (NewRoom(shape), NewRoom(shape));
        SampleShape scores = [heads, shape.Positions, _projections.Seen];
        normalizer ??= Catalog.Softmax;
        var shares = NewRoom(scores);
        _heads = new(name, shape, _projections, heads, causal, normalizer, shares, normalizer.HasSlopeFromOutput ? shares : NewRoom(scores));
        Parts = [.. _projections.Parts, _output];
        Trainables = [.. Parts.SelectMany(part => part.Trainables)];
        MultiplyAdds = _projections.MultiplyAdds + _output.MultiplyAdds + (2L * _projections.Seen * Units);
    }

    /// <summary>How many times positions look at each other.</summary>
    public int HeadCount => _heads.Count;

    /// <summary>Whether a position sees none that come after it.</summary>
    public bool IsCausal => _heads.Causal;

    /// <summary>The layer whose outputs are looked at; <c>null</c> in self-attention.</summary>
    public Layer? Memory => _projections.Memory;

    /// <summary>What makes shares of a row of scores.</summary>
    public RowActivation Normalizer => _heads.Normalizer;

    /// <summary>How many positions each position could see if none were hidden: as many as there are, or those of the memory.</summary>
    public int Seen => _heads.Seen;

    /// <summary>
    /// How much each position took from each that it looks at in the last pass: (samples · heads · positions) × <see cref="Seen"/>, each row adding
    /// up to 1.
    /// </summary>
    public Tensor Shares => _heads.Shares.ByPosition;

    /// <inheritdoc/>
    public override IReadOnlyList<AttentionSite> AttentionSites => field ??= [new(this)];

    /// <summary>
    /// The dense layers: queries, keys and values side by side, or queries and, of the memory, keys and values; and the one that mixes what the
    /// heads found.
    /// </summary>
    public override IReadOnlyList<Layer> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds { get; }

    /// <inheritdoc/>
    public override Tensor Outputs => _output.Outputs;

    /// <inheritdoc/>
    public override Tensor Gradients => _output.Gradients;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        var seed = draws.NextBits();
        foreach (var part in Parts)
        {
            // The memory and the contexts are standardised, or nearly so.
            part.Initialize(initializer, part == Parts[0] ? before : null, new(seed, part.Name));
        }
    }

    /// <inheritdoc/>
    internal override void Forward(Range samples)
    {
        var (sample, count) = samples.GetOffsetAndLength(Outputs.Rows);
        _projections.Forward(samples);
        for (var end = sample + count; sample < end; sample++)
        {
            _heads.Forward(_context.ByPosition, sample);
        }
        _output.Forward(RowsOf(samples), Range.All);
    }

    /// <inheritdoc/>
    internal override void BeginBackward(Tensor? inputGradients) => _inputGradients = inputGradients?.Reshaped(_context.ByPosition.Rows, Input.Channels);

    /// <inheritdoc/>
    internal override void Turn(int part, int parts)
    {
        _projections.Turn(part, parts);
        _output.Turn(part, parts);
    }

    /// <inheritdoc/>
    internal override void Backward(Range samples, int part)
    {
        var (sample, count) = samples.GetOffsetAndLength(Outputs.Rows);
        _output.InputGradients(_contextGradients.ByPosition, RowsOf(samples));
        for (var end = sample + count; sample < end; sample++)
        {
            _heads.Backward(_contextGradients.ByPosition, sample, part);
        }
        _projections.InputGradients(_inputGradients, samples);
    }

    /// <inheritdoc/>
    internal override void WeightGradients(int part, int parts)
    {
        _projections.WeightGradients(part, parts);
        _output.WeightGradients(part, parts);
    }

    private protected override void Enter(Tensor inputs, in Pass pass)
    {
        _projections.Begin(inputs, pass);
        _output.Begin(_context.BySample, pass);
        _heads.Reserve(pass.Crew.Threads);
    }
}
