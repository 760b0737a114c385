namespace Hillock.Training;

/// <summary>
/// A transformer's block: attention, in a decoder attention to a memory too, then a feed-forward part, each with its input added to what it makes,
/// and a layer normalisation.
/// </summary>
/// <remarks>
/// <para>Vaswani et al. 2017, arXiv:1706.03762, normalise each sum: r = N₁(x + A(x)), y = N₂(r + F(r)). Normalising what goes in instead,
/// r = x + A(N₁(x)), y = r + F(N₂(r)), leaves a path on which nothing is in the way of gradients, so that deep stacks train without a warm-up
/// (Xiong et al. 2020, arXiv:2002.04745). In a decoder that has an encoder, causal attention is followed by cross-attention to what the encoder
/// made, in the same way, and F comes third.</para>
/// <para>A few samples at a time go all the way, each by one thread, while what was computed of them is in the cache.</para>
/// </remarks>
public sealed class TransformerBlock : Layer
{
    private readonly Action<int, int> _forward, _turn, _backward, _sums;
    private readonly NormalizedSublayer[] _sublayers;
    private int _samples;

    /// <summary>A block of two parts, of an encoder, or with causal attention of a decoder that has none.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="attention">A; its shape is that of the block.</param>
    /// <param name="feedForward">F.</param>
    /// <param name="normalizesFirst">Whether the parts' inputs are normalised, not the sums.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other.</exception>
    public TransformerBlock(string name, Attention attention, FeedForward feedForward, bool normalizesFirst = false)
        : this(name, normalizesFirst, attention, feedForward)
    {
    }

    /// <summary>A decoder's block of three parts.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="attention">Self-attention; its shape is that of the block.</param>
    /// <param name="crossAttention">Attention to a memory.</param>
    /// <param name="feedForward">F.</param>
    /// <param name="normalizesFirst">Whether the parts' inputs are normalised, not the sums.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other.</exception>
    public TransformerBlock(string name, Attention attention, Attention crossAttention, FeedForward feedForward, bool normalizesFirst = false)
        : this(name, normalizesFirst, attention, crossAttention, feedForward)
    {
    }

    private TransformerBlock(string name, bool normalizesFirst, params Sublayer[] parts)
        : base(name, parts[0].Input, parts[0].Input, hasGradients: false)
    {
        if (parts.FirstOrDefault(part => part.Input != Input) is { } other)
        {
            throw new ArgumentException($"{parts[0].Name} makes {Input}, but {other.Name} takes {other.Input}.", nameof(parts));
        }
        NormalizesFirst = normalizesFirst;
        _sublayers = [.. parts.Select((part, i) => new NormalizedSublayer(
            part, new(FormattableString.Invariant($"{name}.norm{i + 1}"), Input), NewRoom(Input), normalizesFirst))];
        Parts = [.. _sublayers.SelectMany(sublayer => sublayer.Layers)];
        Trainables = [.. Parts.SelectMany(part => part.Trainables)];
        MultiplyAdds = Parts.Sum(part => part.MultiplyAdds);
        (_forward, _turn, _backward, _sums) = (Forward, Turn, Backward, WeightGradients);
    }

    /// <summary>Whether the parts' inputs are normalised, not the sums.</summary>
    public bool NormalizesFirst { get; }

    /// <summary>The parts and their normalisations.</summary>
    public override IReadOnlyList<Layer> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds { get; }

    /// <inheritdoc/>
    public override Tensor Outputs => _sublayers[^1].Outputs;

    /// <inheritdoc/>
    public override Tensor Gradients => _sublayers[^1].Gradients;

    private long Work => MultiplyAdds * _samples;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        var seed = draws.NextBits();
        foreach (var part in Parts)
        {
            // What a part takes is standardised, but for that of the first, if nothing normalises it.
            part.Initialize(initializer, part == Parts[0] ? before : null, new(seed, part.Name));
        }
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        for (var i = 0; i < _sublayers.Length; i++)
        {
            _sublayers[i].BeginBackward(i == 0 ? inputGradients : _sublayers[i - 1].Gradients);
        }
        crew.Run(_turn, Work);
        crew.Run(_backward, 2 * Work);
        crew.Run(_sums, Work);
        foreach (var sublayer in _sublayers)
        {
            sublayer.EndBackward();
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _samples = inputs.Rows;
        foreach (var sublayer in _sublayers)
        {
            sublayer.Begin(inputs, pass);
            inputs = sublayer.Outputs;
        }
        pass.Crew.Run(_forward, Work);
    }

    private void Forward(int part, int parts)
    {
        foreach (var samples in new Blocks(_samples, Input.Positions, part, parts))
        {
            foreach (var sublayer in _sublayers)
            {
                sublayer.Forward(samples);
            }
        }
    }

    private void Turn(int part, int parts)
    {
        foreach (var sublayer in _sublayers)
        {
            sublayer.Turn(part, parts);
        }
    }

    private void Backward(int part, int parts)
    {
        foreach (var samples in new Blocks(_samples, Input.Positions, part, parts))
        {
            for (var i = _sublayers.Length - 1; i >= 0; i--)
            {
                _sublayers[i].Backward(samples, part);
            }
        }
    }

    private void WeightGradients(int part, int parts)
    {
        foreach (var sublayer in _sublayers)
        {
            sublayer.WeightGradients(part, parts);
        }
    }
}
