namespace Hillock.Training;

/// <summary>Layers one after the other.</summary>
public sealed class Network
{
    /// <summary>A network of layers that are not yet initialised.</summary>
    /// <param name="layers">The layers; each takes as many inputs as the one before has units.</param>
    /// <param name="crew">Who computes; the network does not dispose of it. The default is the caller's thread alone.</param>
    /// <exception cref="ArgumentException">There is no layer, or two neighbours do not fit.</exception>
    public Network(IReadOnlyList<Layer> layers, Crew? crew = null)
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
        Crew = crew ?? new Crew(1);
        Layers = layers;
        Trainables = [.. layers.SelectMany(layer => layer.Trainables)];
    }

    /// <summary>The layers, the one that sees the data first.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>What training changes, in the order of the layers.</summary>
    public IReadOnlyList<Trainable> Trainables { get; }

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

    /// <summary>Draws all weights, each layer from its own stream: a layer's weights do not depend on what the others are.</summary>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="initializer">The rule; the default is <see cref="Initializer.Auto"/>.</param>
    public void Initialize(ulong seed, Initializer? initializer = null)
    {
        Activation? before = null;
        foreach (var layer in Layers)
        {
            layer.Initialize(initializer ?? Initializer.Auto, before, new Draws(seed, layer.Name));
            before = layer.Activation;
        }
    }

    /// <summary>The logits of a batch, samples × outputs; overwritten by the next call.</summary>
    /// <param name="inputs">Samples × features.</param>
    /// <param name="training">Whether a step of training begins, see <see cref="Layer.Forward"/>.</param>
    /// <exception cref="ArgumentException">The samples do not have as many columns as the first layer has inputs.</exception>
    public Tensor Forward(Tensor inputs, bool training = false)
    {
        for (var i = 0; i < Layers.Count; i++)
        {
            Layers[i].Forward(inputs, Crew, training);
            inputs = Layers[i].Outputs;
        }
        return inputs;
    }

    /// <summary>
    /// All gradients of the batch that was last sent forward, from those of the logits, which stand in <c>Last.Gradients</c>.
    /// </summary>
    public void Backward()
    {
        for (var i = Layers.Count - 1; i >= 0; i--)
        {
            Layers[i].Backward(i == 0 ? null : Layers[i - 1].Gradients, Crew);
        }
    }
}
