namespace Hillock.Training;

/// <summary>Layers one after the other.</summary>
public sealed class Network
{
    private readonly Sequence _all;

    /// <summary>A network of layers that are not yet initialised.</summary>
    /// <param name="layers">The layers; each takes as many inputs as the one before has units.</param>
    /// <param name="crew">Who computes; the network does not dispose of it. The default is the caller's thread alone.</param>
    /// <exception cref="ArgumentException">There is no layer, or two neighbours do not fit, or two have the same name.</exception>
    public Network(IReadOnlyList<Layer> layers, Crew? crew = null)
    {
        _all = new("network", layers);
        Crew = crew ?? new Crew(1);
    }

    /// <summary>The layers, the one that sees the data first.</summary>
    public IReadOnlyList<Layer> Layers => _all.Parts;

    /// <summary>All layers, those within others included, each before its parts.</summary>
    public IEnumerable<Layer> AllLayers => Layers.SelectMany(layer => layer.WithParts());

    /// <summary>The places where an activation is at work, in the order in which a sample meets them.</summary>
    public IReadOnlyList<ActivationSite> Sites => _all.Sites;

    /// <summary>The places where positions look at each other, in the order in which a sample meets them.</summary>
    public IReadOnlyList<AttentionSite> AttentionSites => _all.AttentionSites;

    /// <summary>What training changes, in the order of the layers.</summary>
    public IReadOnlyList<Trainable> Trainables => _all.Trainables;

    /// <summary>What the layers keep from step to step that no gradient changes.</summary>
    public IReadOnlyList<RunningStatistic> Statistics => _all.Statistics;

    /// <summary>The layer whose outputs are the logits.</summary>
    public Layer Last => Layers[^1];

    /// <summary>Who computes.</summary>
    public Crew Crew { get; }

    /// <summary>Hidden layers <c>dense1</c>, <c>dense2</c>… with an activation, and a linear layer <c>logits</c> after them.</summary>
    /// <param name="inputs">Features of a sample.</param>
    /// <param name="hidden">Units of each hidden layer.</param>
    /// <param name="outputs">Logits of a sample.</param>
    /// <param name="activation">The activation of all hidden layers.</param>
    /// <param name="crew">As in the constructor.</param>
    public static Network Perceptron(int inputs, ReadOnlySpan<int> hidden, int outputs, Activation activation, Crew? crew = null)
    {
        var layers = new List<Layer>();
        foreach (var units in hidden)
        {
            layers.Add(new Dense($"dense{layers.Count + 1}", inputs, units, activation));
            inputs = units;
        }
        layers.Add(new Dense("logits", inputs, outputs));
        return new(layers, crew);
    }

    /// <summary>The seed of <see cref="Initialize"/>.</summary>
    public ulong Seed { get; internal set; }

    /// <summary>How many steps of training have begun since: with the seed it tells what is drawn in the next.</summary>
    public long Steps { get; internal set; }

    /// <summary>Draws all weights, each layer from its own stream: a layer's weights do not depend on what the others are.</summary>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="initializer">The rule; the default is <see cref="Initializer.Auto"/>.</param>
    /// <param name="inputs">Samples × features, a batch of the data for a rule that measures it (<see cref="Initializer.Measures"/>).</param>
    /// <exception cref="ArgumentException">The rule measures data, and there is none.</exception>
    public void Initialize(ulong seed, Initializer? initializer = null, Tensor? inputs = null)
    {
        initializer ??= Initializer.Auto;
        if (initializer.Measures && inputs is null)
        {
            throw new ArgumentException($"First weights by {initializer.Name} are scaled by what a batch of data makes of them; give one.", nameof(inputs));
        }
        (Seed, Steps) = (seed, 0);
        _all.Initialize(initializer, null, seed);
        if (initializer.Measures)
        {
            UnitVariance.Scale(this, inputs!);
        }
    }

    /// <summary>The logits of a batch, samples × outputs; overwritten by the next call.</summary>
    /// <param name="inputs">Samples × features.</param>
    /// <param name="training">Whether a step of training begins, see <see cref="Pass.IsTraining"/>.</param>
    /// <exception cref="ArgumentException">The samples do not have as many columns as the first layer has inputs.</exception>
    public Tensor Forward(Tensor inputs, bool training = false)
    {
        _all.Forward(inputs, new Pass(Crew, training, training ? new CounterDraws(Seed).Bits(Steps++) : 0));
        return _all.Outputs;
    }

    /// <summary>
    /// All gradients of the batch that was last sent forward, from those of the logits, which stand in <c>Last.Gradients</c>.
    /// </summary>
    public void Backward() => _all.Backward(null, Crew);
}
