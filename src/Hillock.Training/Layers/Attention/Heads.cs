namespace Hillock.Training;

/// <summary>What the heads of an <see cref="Attention"/> layer do with one sample after its projections.</summary>
internal sealed unsafe class Heads
{
    private readonly int _steps, _width;
    private readonly float _scale;
    private readonly Room _scores;
    private Tensor _slopes = new(0);

    /// <param name="layer">The layer's name, for messages.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="count">How many heads there are.</param>
    /// <param name="causal">Whether a position sees none that come after it.</param>
    /// <param name="normalizer">What makes shares of a row of scores.</param>
    /// <param name="shares">Where shares are kept for the way back.</param>
    /// <param name="scores">Where scores are; the same where the shares tell the gradient.</param>
    public Heads(string layer, SampleShape shape, int count, bool causal, RowActivation normalizer, Room shares, Room scores)
    {
        (Count, Causal, Normalizer, Shares, _scores) = (count, causal, normalizer, shares, scores);
        (_steps, _width) = (shape.Positions, shape.Channels / count);
        _scale = (float)(1 / Math.Sqrt(_width));
        Check(layer);
    }

    public int Count { get; }

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

    /// <summary>Makes room for that many threads.</summary>
    public void Reserve(int threads) => _slopes = _slopes.Rows < threads * _steps ? new(threads * _steps, _steps) : _slopes;

    /// <summary>The context of a sample, from its queries, keys and values.</summary>
    public void Forward(Tensor projections, Tensor context, int sample)
    {
        var (scores, shares) = (_scores.ByPosition, Shares.ByPosition);
        for (var head = 0; head < Count; head++)
        {
            var rows = RowsOf(sample, head);
            Product.Compute(Of(projections, sample, head, 0), Of(projections, sample, head, 1).Transpose, null, scores.Matrix.Part(rows, ..));
            var range = (rows.Start.Value * _steps)..(rows.End.Value * _steps);
            Scale(scores.Values[range]);
            if (Causal)
            {
                Hide(scores, rows);
            }
            Normalizer.Forward(scores.Values[range], _steps, shares.Values[range]);
            FaintNumbers.Clear(shares, rows, Range.All);
            Product.Compute(shares.Matrix.Part(rows, ..), Of(projections, sample, head, 2), null, Of(context, sample, head, 0));
        }
    }

    /// <summary>The gradients of a sample's queries, keys and values, from that of its context.</summary>
    /// <param name="projections">Queries, keys and values.</param>
    /// <param name="context">∂loss/∂context.</param>
    /// <param name="gradients">Receives ∂loss/∂projections.</param>
    /// <param name="sample">Which sample.</param>
    /// <param name="part">Whose scratch memory to use.</param>
    public void Backward(Tensor projections, Tensor context, Tensor gradients, int sample, int part)
    {
        var shares = Shares.ByPosition;
        var own = (part * _steps)..((part + 1) * _steps);
        var slopes = _slopes.Matrix.Part(own, ..);
        var values = _slopes.Values.Slice(part * _steps * _steps, _steps * _steps);
        for (var head = 0; head < Count; head++)
        {
            var rows = RowsOf(sample, head);
            var range = (rows.Start.Value * _steps)..(rows.End.Value * _steps);
            var dcontext = Of(context, sample, head, 0);
            Product.Compute(dcontext, Of(projections, sample, head, 2).Transpose, null, slopes);
            Product.Compute(shares.Matrix.Part(rows, ..).Transpose, dcontext, null, Of(gradients, sample, head, 2));
            if (Normalizer.HasSlopeFromOutput)
            {
                Normalizer.BackwardFromOutput(shares.Values[range], _steps, values, values);
            }
            else
            {
                Normalizer.Backward(_scores.ByPosition.Values[range], _steps, values, values);
            }
            Scale(values);
            FaintNumbers.Clear(_slopes, own, Range.All);
            Product.Compute(slopes, Of(projections, sample, head, 1), null, Of(gradients, sample, head, 0));
            Product.Compute(slopes.Transpose, Of(projections, sample, head, 0), null, Of(gradients, sample, head, 1));
        }
    }

    /// <summary>Queries (0), keys (1) or values (2) of a head, or its context, which is the only one of its kind.</summary>
    private Matrix Of(Tensor tensor, int sample, int head, int kind)
    {
        var column = ((kind * Count) + head) * _width;
        return tensor.Matrix.Part((sample * _steps)..((sample + 1) * _steps), column..(column + _width));
    }

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
        if (RowOfShares(layer) != _steps)
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
            return Normalizer.OutputColumns(_steps);
        }
        catch (ArgumentException)
        {
            throw new HillockException($"{layer}: {Normalizer.Name} does not take rows of {_steps} scores, one for each position; softmax, sparsemax and entmax15 do");
        }
    }
}
