namespace Hillock.Training;

/// <summary>Layers one after the other, as one layer.</summary>
public sealed class Sequence : Layer
{
    /// <summary>From which layer to which, and the chain that they are if they take one sample at a time.</summary>
    private readonly List<(int First, int Last, SampleChain? Chain)> _steps = [];

    /// <summary>Layers that fit each other.</summary>
    /// <param name="name">The name of the whole.</param>
    /// <param name="layers">The layers; each takes as many inputs as the one before has units.</param>
    /// <exception cref="ArgumentException">There is no layer, or two neighbours do not fit, or two have the same name.</exception>
    public Sequence(string name, IReadOnlyList<Layer> layers)
        : base(name, Checked(layers)[0].Input, layers[^1].Output, hasGradients: false)
    {
        Parts = layers;
        Trainables = [.. layers.SelectMany(layer => layer.Trainables)];
        Statistics = [.. layers.SelectMany(layer => layer.Statistics)];
        for (var i = 0; i < layers.Count; i++)
        {
            SampleLayer[] chain = [.. layers.Skip(i).TakeWhile(layer => layer is SampleLayer).Cast<SampleLayer>()];
            _steps.Add(chain.Length > 1 ? (i, i + chain.Length - 1, new(chain)) : (i, i, null));
            i = _steps[^1].Last;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RunningStatistic> Statistics { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds => Parts.Sum(layer => layer.MultiplyAdds);

    /// <inheritdoc/>
    public override Tensor Outputs => Parts[^1].Outputs;

    /// <inheritdoc/>
    public override Tensor Gradients => Parts[^1].Gradients;

    /// <inheritdoc/>
    public override Activation? ActivationAfter(Activation? before) => Parts.Aggregate(before, (f, layer) => layer.ActivationAfter(f));

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws) => Initialize(initializer, before, draws.NextBits());

    /// <summary>Each layer draws from its own stream: its weights do not depend on what the others are.</summary>
    internal void Initialize(Initializer initializer, Activation? before, ulong seed)
    {
        foreach (var layer in Parts)
        {
            layer.Initialize(initializer, before, new Draws(seed, layer.Name));
            before = layer.ActivationAfter(before);
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        foreach (var (first, last, chain) in _steps)
        {
            if (chain is null)
            {
                Parts[first].Forward(inputs, pass);
            }
            else
            {
                chain.Forward(inputs, pass);
            }
            inputs = Parts[last].Outputs;
        }
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            var (first, _, chain) = _steps[i];
            var gradients = i == 0 ? inputGradients : Parts[first - 1].Gradients;
            if (chain is null)
            {
                Parts[first].Backward(gradients, crew);
            }
            else
            {
                chain.Backward(gradients, crew);
            }
        }
    }

    private static IReadOnlyList<Layer> Checked(IReadOnlyList<Layer> layers)
    {
        if (layers.Count == 0)
        {
            throw new ArgumentException("A network has at least one layer.", nameof(layers));
        }
        for (var i = 1; i < layers.Count; i++)
        {
            if (layers[i].Inputs != layers[i - 1].Units)
            {
                throw new ArgumentException(
                    $"{layers[i].Name} takes {layers[i].Inputs} inputs but {layers[i - 1].Name} has {layers[i - 1].Units} units.",
                    nameof(layers));
            }
        }
        if (layers.SelectMany(layer => layer.WithParts()).GroupBy(layer => layer.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two layers are named {twice.Key}; names tell their weights and draws apart.", nameof(layers));
        }
        return layers;
    }
}
