namespace Hillock.Training;

/// <summary>
/// Two networks side by side: the first steps of a sample, the source, go through the encoder, the rest, the target, through the decoder, in which
/// blocks look at what the encoder made. What the decoder makes goes out.
/// </summary>
/// <remarks>Vaswani et al. 2017, arXiv:1706.03762. The encoder's gradients are the sum of what all that look at it want.</remarks>
public sealed class EncoderDecoder : Layer
{
    private readonly Action<int, int> _split, _clear, _join;
    private readonly Room _source, _target, _sourceGradients, _targetGradients;
    private readonly Layer _encoder, _decoder;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer of the two.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="encoder">What the first steps go through.</param>
    /// <param name="decoder">
    /// What the others go through; somewhere in it is cross-attention (<see cref="Attention"/>) that has the encoder for its memory.
    /// </param>
    /// <exception cref="ArgumentException">The steps of the two differ in shape, or the names of layers do not.</exception>
    public EncoderDecoder(string name, Layer encoder, Layer decoder)
        : base(name, Both(encoder.Input, decoder.Input), decoder.Output, hasGradients: false)
    {
        (_encoder, _decoder) = (encoder, decoder);
        Parts = [encoder, decoder];
        if (WithParts().GroupBy(layer => layer.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two layers are named {twice.Key}; names tell their weights and draws apart.", nameof(decoder));
        }
        Trainables = [.. Parts.SelectMany(part => part.Trainables)];
        Statistics = [.. Parts.SelectMany(part => part.Statistics)];
        (_source, _sourceGradients) = (NewRoom(encoder.Input), NewRoom(encoder.Input));
        (_target, _targetGradients) = (NewRoom(decoder.Input), NewRoom(decoder.Input));
        (_split, _clear, _join) = (Split, Clear, Join);
    }

    /// <summary>The encoder and the decoder.</summary>
    public override IReadOnlyList<Layer> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RunningStatistic> Statistics { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds => _encoder.MultiplyAdds + _decoder.MultiplyAdds;

    /// <inheritdoc/>
    public override Tensor Outputs => _decoder.Outputs;

    /// <inheritdoc/>
    public override Tensor Gradients => _decoder.Gradients;

    /// <inheritdoc/>
    public override Activation? ActivationAfter(Activation? before) => _decoder.ActivationAfter(before);

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        foreach (var part in Parts)
        {
            part.Initialize(initializer, before, new Draws(draws.NextBits(), part.Name));
        }
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        crew.Run(_clear, _encoder.Gradients.Length);
        _decoder.Backward(inputGradients is null ? null : _targetGradients.BySample, crew);
        _encoder.Backward(inputGradients is null ? null : _sourceGradients.BySample, crew);
        if (inputGradients is not null)
        {
            _inputGradients = inputGradients;
            crew.Run(_join, inputGradients.Length);
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        pass.Crew.Run(_split, inputs.Length);
        _encoder.Forward(_source.BySample, pass);
        _decoder.Forward(_target.BySample, pass);
    }

    /// <summary>The steps of both, one after the other.</summary>
    private static SampleShape Both(SampleShape source, SampleShape target) =>
        source.Rank == target.Rank && source.Extents[1..].SequenceEqual(target.Extents[1..])
            ? [source[0] + target[0], .. source.Extents[1..]]
            : throw new ArgumentException($"The encoder takes {source}, the decoder {target}; steps come in that are alike but for their number.", nameof(target));

    private void Split(int part, int parts)
    {
        var rows = Share.Of(_inputs!.Rows, part, parts, 1);
        for (var sample = rows.Start.Value; sample < rows.End.Value; sample++)
        {
            var row = _inputs.Row(sample);
            row[.._source.Floats].CopyTo(_source.BySample.Row(sample));
            row[_source.Floats..].CopyTo(_target.BySample.Row(sample));
        }
    }

    private void Clear(int part, int parts)
    {
        var gradients = _encoder.Gradients;
        gradients.Values[Share.Of(gradients.Length, part, parts)].Clear();
    }

    private void Join(int part, int parts)
    {
        var rows = Share.Of(_inputGradients!.Rows, part, parts, 1);
        for (var sample = rows.Start.Value; sample < rows.End.Value; sample++)
        {
            var row = _inputGradients.Row(sample);
            _sourceGradients.BySample.Row(sample).CopyTo(row[.._source.Floats]);
            _targetGradients.BySample.Row(sample).CopyTo(row[_source.Floats..]);
        }
    }
}
