namespace Hillock.Training;

/// <summary>A part of a transformer's block with its sum and its norm: y = N(x + P(x)), or y = x + P(N(x)) where the norm comes first.</summary>
internal sealed class NormalizedSublayer
{
    private readonly LayerNorm _norm;
    private readonly Sublayer _part;
    private readonly Room _sum;
    private readonly bool _first;
    private Tensor? _inputs, _inputGradients;

    /// <param name="part">P.</param>
    /// <param name="norm">N.</param>
    /// <param name="sum">For the sum, of the block's shape.</param>
    /// <param name="normalizesFirst">Whether what goes into the part is normalised, not the sum.</param>
    public NormalizedSublayer(Sublayer part, LayerNorm norm, Room sum, bool normalizesFirst) =>
        (_part, _norm, _sum, _first) = (part, norm, sum, normalizesFirst);

    /// <summary>Both, in the order in which a sample meets them.</summary>
    public IEnumerable<Layer> Layers => _first ? [_norm, _part] : [_part, _norm];

    public Tensor Outputs => _first ? _sum.BySample : _norm.Outputs;

    /// <summary>∂loss/∂y, put here by what comes after.</summary>
    public Tensor Gradients => _first ? _part.Gradients : _norm.Gradients;

    /// <summary>What comes before the samples of a pass.</summary>
    public void Begin(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        _norm.ReserveBlocks(inputs.Rows);
        if (_first)
        {
            _norm.Begin(inputs, pass);
            _part.Begin(_norm.Outputs, pass);
        }
        else
        {
            _part.Begin(inputs, pass);
            _norm.Begin(_sum.BySample, pass);
        }
    }

    /// <summary>The outputs of some samples.</summary>
    public void Forward(Range samples)
    {
        if (_first)
        {
            _norm.Forward(Rows(samples));
            _part.Forward(samples);
            Add(_inputs!, _part.Outputs, _sum.BySample, samples);
        }
        else
        {
            _part.Forward(samples);
            Add(_inputs!, _part.Outputs, _sum.BySample, samples);
            _norm.Forward(Rows(samples));
        }
    }

    /// <summary>What comes before the samples of the way back.</summary>
    public void BeginBackward(Tensor? inputGradients)
    {
        _inputGradients = inputGradients;
        _part.BeginBackward(_first ? _norm.Gradients : inputGradients);
    }

    public void Turn(int part, int parts) => _part.Turn(part, parts);

    /// <summary>The gradients of some samples, those of the inputs last.</summary>
    public void Backward(Range samples, int part)
    {
        if (_first)
        {
            _part.Backward(samples, part);
            Differentiate(_inputGradients, samples);
        }
        else
        {
            Differentiate(_part.Gradients, samples);
            _part.Backward(samples, part);
        }
        if (_inputGradients is not null)
        {
            // The gradient of a sum is that of both its terms.
            Add(_inputGradients, _part.Gradients, _inputGradients, samples);
        }
    }

    public void WeightGradients(int part, int parts) => _part.WeightGradients(part, parts);

    /// <summary>What can be done only when all samples are.</summary>
    public void EndBackward()
    {
        _norm.FinishBlocks(_inputs!.Rows);
        _part.EndBackward();
    }

    /// <summary>Sums are one for each sample: they do not depend on how the batch is cut.</summary>
    private void Differentiate(Tensor? inputGradients, Range samples)
    {
        for (var sample = samples.Start.Value; sample < samples.End.Value; sample++)
        {
            _norm.Backward(inputGradients, Rows(sample..(sample + 1)), sample);
        }
    }

    private Range Rows(Range samples) => Times(samples, _norm.Input.Positions);

    private void Add(Tensor a, Tensor b, Tensor sum, Range samples)
    {
        var range = Times(samples, _norm.Units);
        Addition.Of(a.Values[range], b.Values[range], sum.Values[range]);
    }

    private static Range Times(Range samples, int each) => (samples.Start.Value * each)..(samples.End.Value * each);
}
