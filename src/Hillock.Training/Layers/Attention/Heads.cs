namespace Hillock.Training;

/// <summary>What the heads of an <see cref="Attention"/> layer do with one sample after its projections.</summary>
internal sealed unsafe class Heads
{
    private readonly int _steps, _seen, _width;
    private readonly float _scale;
    private readonly Projections _projections;
    private readonly Room _scores;
    private Tensor _slopes = new(0);

    /// <param name="layer">The layer's name, for messages.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="projections">Queries, keys and values.</param>
    /// <param name="count">How many heads there are.</param>
    /// <param name="causal">Whether a position sees none that come after it.</param>
    /// <param name="normalizer">What makes shares of a row of scores.</param>
    /// <param name="shares">Where shares are kept for the way back.</param>
    /// <param name="scores">Where scores are; the same where the shares tell the gradient.</param>
    public Heads(
        string layer, SampleShape shape, Projections projections, int count, bool causal, RowActivation normalizer, Room shares, Room scores)
    {
        (Count, Causal, Normalizer, Shares, _scores) = (count, causal, normalizer, shares, scores);
        (_projections, _steps, _seen, _width) = (projections, shape.Positions, projections.Seen, shape.Channels / count);
        _scale = (float)(1 / Math.Sqrt(_width));
        Check(layer);
    }

    public int Count { get; }

    /// <summary>How many positions are looked at.</summary>
    public int Seen => _seen;

    public bool Causal { get; }

    public RowActivation Normalizer { get; }

    public Room Shares { get; }

    /// <summary>The shape, if heads can share its channels.</summary>
    /// <exception cref="HillockException">They cannot.</exception>
    public static SampleShape Checked(string layer, SampleShape shape, int heads)
    {
        if (shape.Rank < 2)
        {
            throw new HillockException($"{layer} takes a sequence, steps×features; what comes in is a row of {shape} features");
        }
        return heads >= 1 && shape.Channels % heads == 0
            ? shape
            : throw new HillockException($"{layer}: {heads} heads cannot share {shape.Channels} features ({shape}); the number of heads must divide them");
    }

    /// <summary>The shape of a memory, if it has positions to look at.</summary>
    /// <exception cref="HillockException">It has none.</exception>
    public static SampleShape Checked(string layer, Layer memory) => memory.Output.Rank >= 2
        ? memory.Output
        : throw new HillockException($"{layer} looks at a sequence, steps×features; {memory.Name} makes a row of {memory.Output} features");

    /// <summary>Makes room for that many threads.</summary>
    public void Reserve(int threads) => _slopes = _slopes.Rows < threads * _steps ? new(threads * _steps, _seen) : _slopes;

    /// <summary>The context of a sample.</summary>
    public void Forward(Tensor context, int sample)
    {
        var (scores, shares) = (_scores.ByPosition, Shares.ByPosition);
        for (var head = 0; head < Count; head++)
        {
            var (rows, channels) = (RowsOf(sample, head), ChannelsOf(head));
            Product.Compute(_projections.Queries(sample, channels), _projections.Keys(sample, channels).Transpose, null, scores.Matrix.Part(rows, ..));
            var range = RangeOf(rows);
            Scale(scores.Values[range]);
            if (Causal)
            {
                Hide(scores, rows);
            }
            Normalizer.Forward(scores.Values[range], _seen, shares.Values[range]);
            FaintNumbers.Clear(shares, rows, Range.All);
            Product.Compute(shares.Matrix.Part(rows, ..), _projections.Values(sample, channels), null, Of(context, sample, channels));
        }
    }

    /// <summary>The gradients of a sample's queries, keys and values, from that of its context.</summary>
    /// <param name="context">∂loss/∂context.</param>
    /// <param name="sample">Which sample.</param>
    /// <param name="part">Whose scratch memory to use.</param>
    public void Backward(Tensor context, int sample, int part)
    {
        var shares = Shares.ByPosition;
        var own = (part * _steps)..((part + 1) * _steps);
        var slopes = _slopes.Matrix.Part(own, ..);
        var values = _slopes.Values[RangeOf(own)];
        for (var head = 0; head < Count; head++)
        {
            var (rows, channels) = (RowsOf(sample, head), ChannelsOf(head));
            var dcontext = Of(context, sample, channels);
            Product.Compute(dcontext, _projections.Values(sample, channels).Transpose, null, slopes);
            Product.Compute(shares.Matrix.Part(rows, ..).Transpose, dcontext, null, _projections.Values(sample, channels, gradients: true));
            if (Normalizer.HasSlopeFromOutput)
            {
                Normalizer.BackwardFromOutput(shares.Values[RangeOf(rows)], _seen, values, values);
            }
            else
            {
                Normalizer.Backward(_scores.ByPosition.Values[RangeOf(rows)], _seen, values, values);
            }
            Scale(values);
            FaintNumbers.Clear(_slopes, own, Range.All);
            Product.Compute(slopes, _projections.Keys(sample, channels), null, _projections.Queries(sample, channels, gradients: true));
            Product.Compute(slopes.Transpose, _projections.Queries(sample, channels), null, _projections.Keys(sample, channels, gradients: true));
        }
    }

    /// <summary>A head's context of a sample.</summary>
    private Matrix Of(Tensor context, int sample, Range channels) => context.Matrix.Part((sample * _steps)..((sample + 1) * _steps), channels);

    private Range ChannelsOf(int head) => (head * _width)..((head + 1) * _width);

    /// <summary>The numbers in rows of scores.</summary>
    private Range RangeOf(Range rows) => (rows.Start.Value * _seen)..(rows.End.Value * _seen);

    private Range RowsOf(int sample, int head) => (((sample * Count) + head) * _steps)..(((sample * Count) + head + 1) * _steps);

    /// <summary>So that scores do not grow with the width: a sum of so many products of standardised numbers has the deviation √width.</summary>
    private void Scale(Span<float> scores) => Scaling.Of(scores, _scale, scores);

    /// <summary>Scores of later positions are −∞: their share is 0, and so is its slope.</summary>
    private void Hide(Tensor scores, Range rows)
    {
        for (var step = 0; step < _steps; step++)
        {
            scores.Row(rows.Start.Value + step)[(step + 1)..].Fill(float.NegativeInfinity);
        }
    }

    private void Check(string layer)
    {
        if (RowOfShares(layer) != _seen)
        {
            throw new HillockException($"{layer}: {Normalizer.Name} changes the length of a row; scores want softmax, sparsemax, entmax15 or the like");
        }
        var shares = new float[2];
        Normalizer.Forward([0, float.NegativeInfinity], 2, shares);
        if (Causal && shares is not [1, 0])
        {
            throw new HillockException($"{layer}: {Normalizer.Name} does not give 0 for −∞, so later positions cannot be hidden; softmax, sparsemax and entmax15 do");
        }
    }

    /// <summary>How many shares the normaliser makes of a row of scores.</summary>
    private int RowOfShares(string layer)
    {
        try
        {
            return Normalizer.OutputColumns(_seen);
        }
        catch (ArgumentException)
        {
            throw new HillockException($"{layer}: {Normalizer.Name} does not take rows of {_seen} scores, one for each position; softmax, sparsemax and entmax15 do");
        }
    }
}
