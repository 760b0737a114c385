namespace Hillock.Training;

/// <summary>Layers that follow one another and take one sample at a time, see <see cref="SampleLayer"/>.</summary>
internal sealed class SampleChain
{
    /// <summary>
    /// Gradients of weights are added up in so many sums of neighbouring samples, and these one after the other: the order, and with it every
    /// bit, depends on the batch alone. More would be shared by more threads, but each is as large as the weights.
    /// </summary>
    public const int MostSums = 8;

    private readonly IReadOnlyList<SampleLayer> _layers;
    private readonly Action<int, int> _forward, _backward;
    private int _samples;

    /// <summary>Layers of which each takes what the one before puts out.</summary>
    public SampleChain(IReadOnlyList<SampleLayer> layers) => (_layers, _forward, _backward) = (layers, Forward, Backward);

    private long Work
    {
        get
        {
            long work = 0;
            for (var i = 0; i < _layers.Count; i++)
            {
                work += _layers[i].SampleWork;
            }
            return work * _samples;
        }
    }

    private int Sums => Math.Min(MostSums, _samples);

    /// <summary>The way forward.</summary>
    public void Forward(Tensor inputs, in Pass pass)
    {
        for (var i = 0; i < _layers.Count; i++)
        {
            _layers[i].Fit(i == 0 ? inputs : _layers[i - 1].Outputs);
        }
        Compute(inputs, pass);
    }

    /// <summary>The way forward, when all rooms have been made to fit.</summary>
    public void Compute(Tensor inputs, in Pass pass)
    {
        _samples = inputs.Rows;
        for (var i = 0; i < _layers.Count; i++)
        {
            _layers[i].Begin(i == 0 ? inputs : _layers[i - 1].Outputs, pass);
        }
        pass.Crew.Run(_forward, Work);
    }

    /// <summary>The way back.</summary>
    public void Backward(Tensor? inputGradients, Crew crew)
    {
        // The way forward may have been another chain's: whoever goes from layer to layer takes each alone.
        _samples = _layers[0].Outputs.Rows;
        for (var i = 0; i < _layers.Count; i++)
        {
            _layers[i].BeginBackward(i == 0 ? inputGradients : _layers[i - 1].Gradients);
        }
        crew.Run(_backward, 2 * Work);
        for (var i = 0; i < _layers.Count; i++)
        {
            _layers[i].EndBackward(Sums, crew);
        }
    }

    private void Forward(int part, int parts)
    {
        var (sample, count) = Share.Of(_samples, part, parts, 1).GetOffsetAndLength(_samples);
        for (; count > 0; sample++, count--)
        {
            for (var i = 0; i < _layers.Count; i++)
            {
                _layers[i].Forward(sample);
            }
        }
    }

    private void Backward(int part, int parts)
    {
        var (sum, count) = Share.Of(Sums, part, parts, 1).GetOffsetAndLength(Sums);
        for (; count > 0; sum++, count--)
        {
            var (first, samples) = Share.Of(_samples, sum, Sums, 1).GetOffsetAndLength(_samples);
            for (var sample = first; sample < first + samples; sample++)
            {
                for (var i = _layers.Count - 1; i >= 0; i--)
                {
                    _layers[i].Backward(sample, sum, sample == first);
                }
            }
        }
    }
}
