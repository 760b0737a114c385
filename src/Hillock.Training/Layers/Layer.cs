namespace Hillock.Training;

/// <summary>One layer of a <see cref="Network"/>.</summary>
/// <remarks>
/// After a pass its tensors may be read, not changed, by whoever watches the training. Each holds one row per sample; within a row the
/// channels of a position lie next to each other, see <see cref="SampleShape"/>.
/// </remarks>
public abstract class Layer
{
    private readonly List<Room> _rooms = [];
    private readonly Room? _gradients;

    /// <summary>What every layer has.</summary>
    /// <param name="name">The layer's name within its network: <c>dense1</c>.</param>
    /// <param name="input">The shape of a sample that comes in.</param>
    /// <param name="output">The shape of a sample that goes out.</param>
    /// <param name="hasGradients">Whether <see cref="Gradients"/> have a place of their own; otherwise they are overridden.</param>
    protected Layer(string name, SampleShape input, SampleShape output, bool hasGradients = true)
    {
        (Name, Input, Output) = (name, input, output);
        _gradients = hasGradients ? NewRoom(output) : null;
    }

    /// <summary>The layer's name within its network: <c>dense1</c>.</summary>
    public string Name { get; }

    /// <summary>The shape of a sample that comes in.</summary>
    public SampleShape Input { get; }

    /// <summary>The shape of a sample that goes out.</summary>
    public SampleShape Output { get; }

    /// <summary>Numbers in a sample that comes in.</summary>
    public int Inputs => Input.Count;

    /// <summary>Numbers in a sample that goes out.</summary>
    public int Units => Output.Count;

    /// <summary>The activation that makes the outputs, or <c>null</c>.</summary>
    public virtual Activation? Activation => null;

    /// <summary>What training changes in this layer, its parts included.</summary>
    public virtual IReadOnlyList<Trainable> Trainables => [];

    /// <summary>What the layer keeps from step to step that no gradient changes, such as running means: saved with the weights.</summary>
    public virtual IReadOnlyList<RunningStatistic> Statistics => [];

    /// <summary>Layers within this one, in the order in which a sample meets them: those of a residual block.</summary>
    public virtual IReadOnlyList<Layer> Parts => [];

    /// <summary>The places where an activation is at work in the layer and its parts, in the order in which a sample meets them.</summary>
    /// <remarks>A layer of your own whose activation has a trained parameter is not among them: only it knows which trainable that is.</remarks>
    public virtual IReadOnlyList<ActivationSite> Sites => field ??= [.. Parts.SelectMany(part => part.Sites), .. OwnSite];

    /// <summary>The places in the layer and its parts where positions look at each other, in the order in which a sample meets them.</summary>
    public virtual IReadOnlyList<AttentionSite> AttentionSites => field ??= [.. Parts.SelectMany(part => part.AttentionSites)];

    /// <summary>Multiplications, each with an addition, of one sample's way forward.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>The activation at work, if it makes the outputs.</summary>
    internal virtual Elementwise? Elementwise => Activation is { Trained: null } f ? Elementwise.Of(f, Name, Output.Channels) : null;

    /// <summary>The trainables that <see cref="PreActivations"/> are proportional to: all of them doubled, these double. Empty if there are none.</summary>
    internal virtual IReadOnlyList<Trainable> Linear => [];

    /// <summary>z, samples × <see cref="Units"/>: what the activation was applied to in the last forward pass; without one the outputs.</summary>
    public virtual Tensor PreActivations => Outputs;

    /// <summary>What the layer made of the last batch, samples × <see cref="Units"/>.</summary>
    public abstract Tensor Outputs { get; }

    /// <summary>
    /// Before <see cref="Backward"/> ∂loss/∂outputs, put here by what comes after this layer; where the activation is applied in the layer
    /// itself, since then ∂loss/∂z, in the same place.
    /// </summary>
    public virtual Tensor Gradients => _gradients!.BySample;

    private IEnumerable<ActivationSite> OwnSite => Elementwise is { } own ? [new LayerSite(this, Activation, own.ToSlopes)] : [];

    /// <summary><see cref="Gradients"/> with a row for each position.</summary>
    private protected Tensor GradientsByPosition => _gradients!.ByPosition;

    /// <summary>Bytes that a batch of that size needs in this layer: outputs, gradients and what is kept for the way back.</summary>
    /// <param name="samples">The size of the batch.</param>
    public virtual long Bytes(int samples) => (_rooms.Sum(room => (long)room.Floats) * samples * sizeof(float)) + Parts.Sum(part => part.Bytes(samples));

    /// <summary>Computes <see cref="Outputs"/>.</summary>
    /// <param name="inputs">Samples × <see cref="Inputs"/>. They must stay as they are until the backward pass is done.</param>
    /// <param name="pass">Who computes, and what for.</param>
    /// <exception cref="ArgumentException">The samples do not have as many numbers as the layer takes.</exception>
    public void Forward(Tensor inputs, in Pass pass)
    {
        Fit(inputs);
        Compute(inputs, pass);
    }

    /// <summary>Makes all rooms fit a batch.</summary>
    internal void Fit(Tensor inputs)
    {
        if (inputs.Columns != Inputs)
        {
            throw new ArgumentException($"{Name} takes {Inputs} inputs; these samples have {inputs.Columns}.", nameof(inputs));
        }
        TakeRooms(inputs.Rows);
    }

    /// <summary>Turns <see cref="Gradients"/> into those of the trainables, and of the inputs where they are wanted.</summary>
    /// <param name="inputGradients">Receives ∂loss/∂inputs; <c>null</c> for the first layer, where nobody needs it.</param>
    /// <param name="crew">Who computes.</param>
    public abstract void Backward(Tensor? inputGradients, Crew crew);

    /// <summary>Draws the trainables anew.</summary>
    /// <param name="initializer">The rule for weights.</param>
    /// <param name="before">The activation that makes the layer's inputs; <c>null</c> where they are standardised.</param>
    /// <param name="draws">Where its random numbers come from.</param>
    public virtual void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
    }

    /// <summary>The activation that made what this layer puts out, for the first weights of the next.</summary>
    /// <param name="before">The activation that makes this layer's inputs.</param>
    public virtual Activation? ActivationAfter(Activation? before) => Activation;

    /// <summary>The layer and all that are within it, each before its parts.</summary>
    public IEnumerable<Layer> WithParts() => [this, .. Parts.SelectMany(part => part.WithParts())];

    /// <summary>The way forward. All rooms have been made to fit the batch.</summary>
    /// <param name="inputs">Samples × <see cref="Inputs"/>.</param>
    /// <param name="pass">Who computes, and what for.</param>
    protected abstract void Compute(Tensor inputs, in Pass pass);

    /// <summary>Makes all rooms fit a batch.</summary>
    private protected void TakeRooms(int samples)
    {
        foreach (var room in _rooms)
        {
            room.Take(samples);
        }
    }

    /// <summary>A tensor with a row per sample, which fits every batch when <see cref="Compute"/> is called.</summary>
    /// <param name="shape">The shape of a sample's row.</param>
    protected Room NewRoom(SampleShape shape)
    {
        var room = new Room(shape);
        _rooms.Add(room);
        return room;
    }
}
