namespace Hillock.Training;

/// <summary>A network in words: <c>conv 16 3x3, gelu, maxpool 2, dense 128, {act}, dense 10</c>.</summary>
/// <remarks>
/// <para>Items stand between commas, in the order in which a sample meets them: layers (<see cref="PlanWord.All"/>), activations by name, with
/// parameters or as formulas, and <c>{act}</c> for the activation that is compared. An activation after a layer that can apply it itself
/// is applied there.</para>
/// <para>Shapes are worked out from the data. Where the data has a number of outputs, a layer <c>logits</c> is added unless the last item is a
/// dense layer of that size without an activation.</para>
/// </remarks>
public sealed class Plan
{
    /// <summary>More layers than this are a slip of the pen.</summary>
    internal const int MostLayers = 2000;

    /// <summary>What is in the place of the activation that is compared.</summary>
    public const string Placeholder = "{act}";

    /// <summary>A plan of these items.</summary>
    /// <param name="items">In the order in which a sample meets them.</param>
    public Plan(params IReadOnlyList<LayerPlan> items) => Items = items;

    /// <summary>In the order in which a sample meets them.</summary>
    public IReadOnlyList<LayerPlan> Items { get; }

    /// <summary>The plan in words; read again, it is the same plan.</summary>
    public string Text => string.Join(", ", Items.Select(item => item.Text));

    /// <summary>The units of the hidden layers where it is nothing but a <see cref="Perceptron"/>; otherwise <c>null</c>.</summary>
    public IReadOnlyList<int>? Hidden
    {
        get
        {
            var items = RepeatPlan.Unrolled(Items);
            int[] units = [.. items.OfType<DensePlan>().Select(dense => dense.Units)];
            return items.SequenceEqual(Perceptron(units).Items) ? units : null;
        }
    }

    /// <summary>Whether somewhere in it the activation is left open.</summary>
    public bool IsOpen => Text.Contains(Placeholder, StringComparison.Ordinal);

    /// <summary>Dense hidden layers, each followed by the activation that is compared.</summary>
    /// <param name="units">Units of each layer.</param>
    public static Plan Perceptron(params IReadOnlyList<int> units) =>
        new([.. units.SelectMany(count => new LayerPlan[] { new DensePlan(count), new ActivationPlan(null) })]);

    /// <summary>Other items, and whatever else is said of this plan.</summary>
    internal Plan With(IReadOnlyList<LayerPlan> items) => new(items) { Reconstructs = Reconstructs, LearningRate = LearningRate };

    /// <summary>Reads a plan, or takes a named one.</summary>
    /// <param name="text">Items between commas, or a name of <see cref="NamedPlan.All"/>.</param>
    /// <exception cref="HillockException">It is not readable; the message says where and what would be right.</exception>
    public static Plan Parse(string text) => NamedPlan.Find(text) ?? new(new PlanReader(text).Items());

    /// <summary>The width of the rows that tokens are given where a plan does not say.</summary>
    private const int TokenWidth = 64;

    /// <summary>What is built instead where an answer is wanted for each step of a sequence; <c>null</c> where nothing else would be.</summary>
    internal Plan? PerStep { get; init; }

    /// <summary>Whether it is meant to put out what comes in, see <see cref="Dataset.Reconstructed"/>.</summary>
    public bool Reconstructs { get; internal init; }

    /// <summary>The learning rate that suits a named plan; <c>null</c> where the optimizer's own does.</summary>
    public double? LearningRate { get; internal init; }

    /// <summary>
    /// The plan as it suits the data: a named one that ends with the last step, or the mean of all, has another form where every step has a
    /// target; and tokens get an embedding first.
    /// </summary>
    /// <param name="data">What is to be learned.</param>
    public Plan For(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var plan = data.OutputShape.Rank > 1 && PerStep is { } steps ? steps : this;
        return data.Tokens == 0 || plan.Items is [EmbeddingPlan, ..] ? plan : new([new EmbeddingPlan(data.Tokens, TokenWidth), .. plan.Items]);
    }

    /// <summary>Makes the network, its weights zero, see <see cref="Network.Initialize"/>.</summary>
    /// <param name="input">The shape of a sample.</param>
    /// <param name="output">The shape of the logits that the loss wants: so many of them, or steps × so many; what comes unless told.</param>
    /// <param name="activation">What is put for <c>{act}</c>.</param>
    /// <param name="crew">Who computes; the caller alone unless told.</param>
    /// <exception cref="HillockException">A layer does not fit what comes in, or the activation is left open and none is given.</exception>
    public Network Build(SampleShape input, SampleShape? output = null, Activation? activation = null, Crew? crew = null)
    {
        var site = new Site("", input, activation);
        site.Build(Items, output);
        return new(site.Layers, crew);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
