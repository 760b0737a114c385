namespace Hillock.Training;

/// <summary>Where a layer is built: what comes in, what follows, and how layers are named there.</summary>
public sealed class Site
{
    /// <summary>64 MiB, and as much again for each of gradients and moments.</summary>
    private const long MostWeights = 1 << 24;

    private readonly string _prefix;
    private readonly Activation? _compared;
    private readonly Dictionary<string, int> _named = [];
    private readonly List<Layer> _layers = [];
    private readonly Activation? _before;
    private IReadOnlyList<LayerPlan> _items = [];
    private int _next;
    private SampleShape? _output;

    /// <summary>Of the layers so far, and of those around them.</summary>
    private long _weights;

    internal Site(
        string prefix, SampleShape input, Activation? compared, Activation? before = null, long weights = 0, Layer? memory = null) =>
        (_prefix, Input, _compared, _before, _weights, Memory) = (prefix, input, compared, before, weights, memory);

    /// <summary>The shape of a sample that comes in.</summary>
    public SampleShape Input { get; internal set; }

    /// <summary>The activation that makes what comes in; <c>null</c> where it is standardised.</summary>
    public Activation? Before => _layers.Aggregate(_before, (before, layer) => layer.ActivationAfter(before));

    /// <summary>The encoder at whose outputs a decoder's layers may look; <c>null</c> outside a decoder.</summary>
    public Layer? Memory { get; }

    /// <summary>The layers so far.</summary>
    internal IReadOnlyList<Layer> Layers => _layers;

    /// <summary>A name for a layer of that kind: <c>dense</c> becomes <c>dense1</c>, the next <c>dense2</c>.</summary>
    public string Name(string kind)
    {
        var count = _named[kind] = _named.GetValueOrDefault(kind) + 1;
        return FormattableString.Invariant($"{_prefix}{kind}{count}");
    }

    /// <summary>The activation of the next item, if it is one: the layer that asks applies it itself.</summary>
    public Activation? TakeActivation()
    {
        if (_next < _items.Count && _items[_next] is ActivationPlan { Activation: var given })
        {
            _next++;
            return Or(given);
        }
        return null;
    }

    /// <summary>The given activation, or for <c>null</c> the one that is compared.</summary>
    /// <exception cref="HillockException">It is left open, and none is compared.</exception>
    public Activation Or(Activation? given) => given ?? _compared
        ?? throw new HillockException($"the network has {Plan.Placeholder} in it; name the activation to put there");

    /// <summary>Refuses a layer before it takes the memory for more weights than a network may have.</summary>
    /// <param name="weights">How many it will have.</param>
    /// <exception cref="HillockException">They are too many.</exception>
    public void Allow(long weights)
    {
        if (_weights + weights > MostWeights)
        {
            throw new HillockException(FormattableString.Invariant($"the network has more than {MostWeights:N0} weights; fewer or narrower layers are wanted"));
        }
    }

    /// <summary>Layers within a layer, as one.</summary>
    /// <param name="name">The name of the layer they are in; it begins their own.</param>
    /// <param name="input">The shape of a sample that comes in.</param>
    /// <param name="items">What they shall be.</param>
    /// <param name="memory">The encoder at whose outputs they may look; that of the layers around them unless told.</param>
    public Sequence Within(string name, SampleShape input, IReadOnlyList<LayerPlan> items, Layer? memory = null)
    {
        var site = new Site($"{name}.", input, _compared, Before, _weights, memory ?? Memory);
        site.Build(items, null);
        return new(name + ".inner", site._layers);
    }

    /// <summary>Builds items one after the other, and the logits.</summary>
    internal void Build(IReadOnlyList<LayerPlan> items, SampleShape? output)
    {
        (_items, _output) = (RepeatPlan.Unrolled(items), output);
        for (_next = 0; _next < _items.Count;)
        {
            if (Built(_items[_next++]) is { } layer)
            {
                Add(layer);
                Input = layer.Output;
            }
        }
        if (output is { } logits && _items is not [.., OutputPlan])
        {
            Logits(logits);
        }
        if (_layers.Count == 0)
        {
            throw new HillockException("a network has at least one layer, for example dense 10");
        }
    }

    private Layer? Built(LayerPlan item)
    {
        try
        {
            return item.Build(this);
        }
        catch (ArgumentException failure)
        {
            throw new HillockException($"{item.Text}: {failure.Message}", failure);
        }
    }

    private void Add(Layer layer)
    {
        _layers.Add(layer);
        _weights += layer.Trainables.Sum(trainable => (long)trainable.Value.Length);
        Allow(0);
    }

    private void Logits(SampleShape output)
    {
        if (_layers is [.., Dense { Activation: null } last])
        {
            if (last.Output != output)
            {
                throw new HillockException(
                    $"{last.Name} is the last layer and puts out {last.Output}; the data wants {output}: write dense {output.Channels}, or leave it out");
            }
            return;
        }
        Add(new Dense(_prefix + "logits", InputFor(output), output.Channels));
    }

    /// <summary>What the last layer takes and what the data wants of it.</summary>
    /// <param name="item">The item that makes it.</param>
    /// <exception cref="HillockException">It is not the last item of a network that has data.</exception>
    internal (SampleShape Input, SampleShape Output) ForLogits(string item) =>
        _output is { } output && _next == _items.Count ? (InputFor(output), output)
            : throw new HillockException($"{item}: only the last item of a network can be the output");

    private SampleShape InputFor(SampleShape output)
    {
        var input = output.Rank == 1 ? Input.Flat : Input;
        if (input.Positions != output.Positions)
        {
            throw new HillockException($"the data wants {output}, one for each step; {Input} come out of the last layer, which has lost the steps");
        }
        Allow((long)input.Channels * output.Channels);
        return input;
    }
}
