namespace Hillock.Training;

/// <summary>Layers one after the other, as one layer.</summary>
public sealed class Sequence : Layer
{
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
        for (var i = 0; i < Parts.Count; i++)
        {
            Parts[i].Forward(inputs, pass);
            inputs = Parts[i].Outputs;
        }
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        for (var i = Parts.Count - 1; i >= 0; i--)
        {
            Parts[i].Backward(i == 0 ? inputGradients : Parts[i - 1].Gradients, crew);
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
