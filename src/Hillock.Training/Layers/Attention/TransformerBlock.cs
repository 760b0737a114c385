namespace Hillock.Training;

/// <summary>A transformer's block: attention, then a feed-forward part, each with its input added to what it makes, and a layer normalisation.</summary>
/// <remarks>
/// <para>Vaswani et al. 2017, arXiv:1706.03762, normalise each sum: r = N₁(x + A(x)), y = N₂(r + F(r)). Normalising what goes in instead,
/// r = x + A(N₁(x)), y = r + F(N₂(r)), leaves a path on which nothing is in the way of gradients, so that deep stacks train without a warm-up
/// (Xiong et al. 2020, arXiv:2002.04745). With causal attention it is a decoder's block.</para>
/// <para>A few samples at a time go all the way, each by one thread, while what was computed of them is in the cache.</para>
/// </remarks>
public sealed class TransformerBlock : Layer
{
    private readonly Action<int, int> _forward, _turn, _backward, _sums;
    private readonly LayerNorm _attentionNorm, _feedForwardNorm;
    private readonly Attention _attention;
    private readonly FeedForward _feedForward;
    private readonly Room _middle, _sum;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A block of the two parts.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="attention">A; its shape is that of the block.</param>
    /// <param name="feedForward">F.</param>
    /// <param name="normalizesFirst">Whether the parts' inputs are normalised, not the sums.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other.</exception>
    public TransformerBlock(string name, Attention attention, FeedForward feedForward, bool normalizesFirst = false)
        : base(name, attention.Output, feedForward.Input, hasGradients: false)
    {
        if (Input != Output)
        {
            throw new ArgumentException($"{attention.Name} makes {Input}, but {feedForward.Name} takes {Output}.", nameof(feedForward));
        }
        (_attention, _feedForward, NormalizesFirst) = (attention, feedForward, normalizesFirst);
        (_attentionNorm, _feedForwardNorm) = (new($"{name}.norm1", Input), new($"{name}.norm2", Input));
        (_middle, _sum) = (NewRoom(Input), NewRoom(Input));
        Parts = normalizesFirst
            ? [_attentionNorm, _attention, _feedForwardNorm, _feedForward]
            : [_attention, _attentionNorm, _feedForward, _feedForwardNorm];
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
    public override Tensor Outputs => NormalizesFirst ? _sum.BySample : _feedForwardNorm.Outputs;

    /// <inheritdoc/>
    public override Tensor Gradients => NormalizesFirst ? _feedForward.Gradients : _feedForwardNorm.Gradients;

    private long Work => MultiplyAdds * Outputs.Rows;

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
        _inputGradients = inputGradients?.Reshaped(_inputs!.Rows * Input.Positions, Input.Channels);
        _feedForward.BeginBackward((NormalizesFirst ? _feedForwardNorm : _attentionNorm).Gradients);
        _attention.BeginBackward(NormalizesFirst ? _attentionNorm.Gradients : inputGradients);
        crew.Run(_turn, Work);
        crew.Run(_backward, 2 * Work);
        crew.Run(_sums, Work);
        _attentionNorm.FinishBlocks(_inputs!.Rows);
        _feedForwardNorm.FinishBlocks(_inputs.Rows);
        _feedForward.EndBackward();
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        _attentionNorm.ReserveBlocks(inputs.Rows);
        _feedForwardNorm.ReserveBlocks(inputs.Rows);
        if (NormalizesFirst)
        {
            _attentionNorm.Begin(inputs, pass);
            _attention.Begin(_attentionNorm.Outputs, pass);
            _feedForwardNorm.Begin(_middle.BySample, pass);
            _feedForward.Begin(_feedForwardNorm.Outputs, pass);
        }
        else
        {
            _attention.Begin(inputs, pass);
            _attentionNorm.Begin(_middle.BySample, pass);
            _feedForward.Begin(_attentionNorm.Outputs, pass);
            _feedForwardNorm.Begin(_sum.BySample, pass);
        }
        pass.Crew.Run(_forward, Work);
    }

    private void Forward(int part, int parts)
    {
        foreach (var samples in new Blocks(_inputs!.Rows, Input.Positions, part, parts))
        {
            if (NormalizesFirst)
            {
                _attentionNorm.Forward(RowsOf(samples));
                _attention.Forward(samples);
                Add(_inputs, _attention.Outputs, _middle.BySample, samples);
                _feedForwardNorm.Forward(RowsOf(samples));
                _feedForward.Forward(samples);
                Add(_middle.BySample, _feedForward.Outputs, _sum.BySample, samples);
            }
            else
            {
                _attention.Forward(samples);
                Add(_inputs, _attention.Outputs, _middle.BySample, samples);
                _attentionNorm.Forward(RowsOf(samples));
                _feedForward.Forward(samples);
                Add(_attentionNorm.Outputs, _feedForward.Outputs, _sum.BySample, samples);
                _feedForwardNorm.Forward(RowsOf(samples));
            }
        }
    }

    private void Turn(int part, int parts)
    {
        _attention.Turn(part, parts);
        _feedForward.Turn(part, parts);
    }

    private void Backward(int part, int parts)
    {
        foreach (var samples in new Blocks(_inputs!.Rows, Input.Positions, part, parts))
        {
            if (NormalizesFirst)
            {
                // The gradient of a sum is that of both its terms.
                _feedForward.Backward(samples);
                Backward(_feedForwardNorm, _attention.Gradients, samples);
                Add(_attention.Gradients, _feedForward.Gradients, _attention.Gradients, samples);
                _attention.Backward(samples, part);
                Backward(_attentionNorm, _inputGradients, samples);
            }
            else
            {
                Backward(_feedForwardNorm, _feedForward.Gradients, samples);
                _feedForward.Backward(samples);
                Add(_attentionNorm.Gradients, _feedForward.Gradients, _attentionNorm.Gradients, samples);
                Backward(_attentionNorm, _attention.Gradients, samples);
                _attention.Backward(samples, part);
            }
            if (_inputGradients is not null)
            {
                Add(_inputGradients, _attention.Gradients, _inputGradients, samples);
            }
        }
    }

    /// <summary>Sums are one for each sample: they do not depend on how the batch is cut.</summary>
    private void Backward(LayerNorm norm, Tensor? inputGradients, Range samples)
    {
        for (var sample = samples.Start.Value; sample < samples.End.Value; sample++)
        {
            norm.Backward(inputGradients, RowsOf(sample..(sample + 1)), sample);
        }
    }

    private void WeightGradients(int part, int parts)
    {
        _feedForward.WeightGradients(part, parts);
        _attention.WeightGradients(part, parts);
    }

    private Range RowsOf(Range samples) => (samples.Start.Value * Input.Positions)..(samples.End.Value * Input.Positions);

    private void Add(Tensor a, Tensor b, Tensor sum, Range samples)
    {
        var range = (samples.Start.Value * Inputs)..(samples.End.Value * Inputs);
        Addition.Of(a.Values[range], b.Values[range], sum.Values[range]);
    }
}
