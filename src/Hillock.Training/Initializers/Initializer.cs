namespace Hillock.Training;

/// <summary>A rule for the first weights of a layer.</summary>
public sealed class Initializer
{
    private readonly Func<Fans, Gain> _gain;
    private readonly Action<Tensor, double, Draws> _draw;

    private Initializer(string name, Func<Fans, Gain> gain, Action<Tensor, double, Draws>? draw = null, bool measures = false) =>
        (Name, _gain, _draw, Measures) = (name, gain, draw ?? Normal, measures);

    /// <summary>
    /// By the activation before the layer, with <see cref="Gain.After"/>; 1 for the first layer, whose inputs are standardised data, and
    /// for linear layers, whose logits may well begin small.
    /// </summary>
    public static Initializer Auto { get; } = new("auto", f => f.Hidden is { } before ? Gain.After(before) : Gain.One);

    /// <summary>
    /// As <see cref="Auto"/>, but the activation's mean is subtracted, see <see cref="Gain.Centred"/>: for deep networks of functions
    /// that are far from zero-centred, such as sigmoid.
    /// </summary>
    public static Initializer Centred { get; } = new("centred", f => f.Hidden is { } before ? Gain.Centred(before) : Gain.One);

    /// <summary>All rules.</summary>
    public static IReadOnlyList<Initializer> All { get; } =
    [
        Auto,
        Centred,
        // He et al. 2015, arXiv:1502.01852: variance 2 / fan-in, whatever the activation.
        .. Both("he", f => new(Math.Sqrt(2), 0)),
        // Glorot and Bengio 2010: variance 2 / (fan-in + fan-out).
        .. Both("glorot", f => new(Math.Sqrt(2.0 * f.In / ((double)f.In + f.Out)), 0)),
        // LeCun, Bottou, Orr and Müller 1998: variance 1 / fan-in.
        .. Both("lecun", _ => Gain.One),
        // Saxe, McClelland and Ganguli 2014, arXiv:1312.6120: all singular values are the gain.
        new("orthogonal", Auto._gain, Upright),
        // Mishkin and Matas 2015, arXiv:1511.06422: orthogonal at first, then scaled by what the data makes of them.
        new("unit_variance", Auto._gain, Upright, measures: true),
        // What torch.nn.Linear begins with: uniform within ±1/√fan-in, variance 1 / (3 fan-in). Signals fade by it in deep networks.
        new("pytorch", _ => new(1 / Math.Sqrt(3), 0), Uniform),
    ];

    /// <summary>The name: <c>auto</c>, <c>he</c>, <c>he_uniform</c>…</summary>
    public string Name { get; }

    /// <summary>Whether weights are scaled by <see cref="UnitVariance"/> when they are drawn: a batch of the data is wanted then.</summary>
    public bool Measures { get; }

    /// <summary>The rule of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static Initializer Named(string name) =>
        All.FirstOrDefault(rule => rule.Name == name)
        ?? throw new HillockException(
            $"There is no initializer {Shown.Quoted(name)}; there are {string.Join(", ", All.Select(rule => rule.Name))}"
            + Nearest.DidYouMean(name, All.Select(rule => rule.Name)));

    /// <summary>What the rule gives a layer: the deviation of its weights times √fan-in, and what its biases subtract.</summary>
    /// <param name="inputs">Fan-in.</param>
    /// <param name="outputs">Fan-out.</param>
    /// <param name="before">The activation that makes the layer's inputs; <c>null</c> for the first layer.</param>
    /// <param name="linear">Whether the layer has no activation itself.</param>
    public Gain GainFor(int inputs, int outputs, Activation? before, bool linear = false) => _gain(new(inputs, outputs, linear, before));

    /// <summary>Draws the weights and sets the biases of a dense layer.</summary>
    /// <param name="weights">Fan-in × fan-out; each has variance gain² / fan-in, normal or uniform, or all together are gain times an orthogonal matrix.</param>
    /// <param name="biases">Zeros, or what subtracts the mean of the activation before.</param>
    /// <param name="linear">Whether the layer has no activation itself.</param>
    /// <param name="before">The activation that makes the layer's inputs; <c>null</c> for the first layer.</param>
    /// <param name="draws">Where the random numbers come from.</param>
    /// <param name="positions">In how many positions of a window an input meets each output: of a 3×3 convolution 9. Part of the fan-out.</param>
    public void Fill(Tensor weights, Tensor biases, bool linear, Activation? before, Draws draws, int positions = 1)
    {
        var gain = GainFor(weights.Rows, weights.Columns * positions, before, linear);
        _draw(weights, gain.Factor, draws);
        for (var unit = 0; unit < biases.Length; unit++)
        {
            var sum = 0.0;
            for (var i = 0; gain.Mean != 0 && i < weights.Rows; i++)
            {
                sum += weights.Row(i)[unit];
            }
            biases.Values[unit] = (float)(-gain.Mean * sum);
        }
    }

    private static void Normal(Tensor weights, double gain, Draws draws)
    {
        var deviation = gain / Math.Sqrt(weights.Rows);
        foreach (ref var weight in weights.Values)
        {
            weight = (float)(deviation * draws.NextNormal());
        }
    }

    private static void Uniform(Tensor weights, double gain, Draws draws)
    {
        var bound = Math.Sqrt(3) * (gain / Math.Sqrt(weights.Rows));
        foreach (ref var weight in weights.Values)
        {
            weight = (float)draws.NextUniform(-bound, bound);
        }
    }

    private static void Upright(Tensor weights, double gain, Draws draws)
    {
        Orthogonal.Fill(weights, draws);
        foreach (ref var weight in weights.Values)
        {
            weight = (float)(gain * weight);
        }
    }

    private static IEnumerable<Initializer> Both(string name, Func<Fans, Gain> gain) =>
        [new(name, gain), new($"{name}_uniform", gain, Uniform)];

    /// <summary>What a rule may look at: fan-in, fan-out, whether the layer is linear, and the activation before it.</summary>
    private readonly record struct Fans(int In, int Out, bool Linear, Activation? Before)
    {
        /// <summary>The activation before a layer that has one itself.</summary>
        public Activation? Hidden => Linear ? null : Before;
    }
}
