namespace Hillock.Training;

/// <summary>A word that begins an item of a <see cref="Plan"/>. Whatever lists the kinds of layers is made from <see cref="All"/>.</summary>
public sealed class PlanWord
{
    private PlanWord(string usage, string meaning, Func<PlanWords, LayerPlan> read) =>
        (Name, Usage, Meaning, Read) = (usage.Split(' ')[0], usage, meaning, read);

    /// <summary>All words.</summary>
    public static IReadOnlyList<PlanWord> All { get; } =
    [
        new("dense UNITS", "every output sees every input of its position; images are flattened first",
            words => new DensePlan(words.Whole("UNITS"))),
        new("conv CHANNELS KERNEL [stride N] [padding N|same] [groups N]", "a convolution of images (3x3) or sequences (3)",
            words => ConvolutionPlan.Read(words, depthwise: false)),
        new("depthwise KERNEL [stride N] [padding N|same]", "a convolution of each channel by itself",
            words => ConvolutionPlan.Read(words, depthwise: true)),
        new("maxpool SIZE [stride N]", "the greatest of each window of positions",
            words => PoolPlan.Read(words, max: true)),
        new("avgpool SIZE [stride N]", "the mean of each window of positions",
            words => PoolPlan.Read(words, max: false)),
        new("globalpool [max]", "the mean, or the greatest, of all positions",
            words => new GlobalPoolPlan(words.Flag("max"))),
        new("flatten", "positions and channels become one row of features",
            _ => new FlattenPlan()),
        new("batchnorm", "normalises each channel over the batch, running statistics in evaluation",
            _ => new BatchNormPlan()),
        new("layernorm", "normalises each position over its channels",
            _ => new LayerNormPlan()),
        new("rmsnorm", "divides each position by the root of the mean square of its channels",
            _ => new RmsNormPlan()),
        new("groupnorm GROUPS", "normalises each sample over positions and the channels of a group",
            words => new GroupNormPlan(words.Whole("GROUPS"))),
        new("dropout SHARE", "drops numbers by chance in training",
            words => new DropoutPlan(words.Chance("SHARE"))),
        new("alphadropout SHARE", "drops to the value at which the activation before saturates, and keeps mean and variance",
            words => new AlphaDropoutPlan(words.Chance("SHARE"))),
        new("embedding TOKENS WIDTH", "a trained row for each token of a sequence of token numbers",
            words => new EmbeddingPlan(words.Whole("TOKENS"), words.Whole("WIDTH"))),
        new("positions", "adds a trained number to each place of a sample",
            _ => new PositionsPlan()),
        new("last", "the last step of a sequence",
            _ => new LastPlan()),
        new("residual (ITEMS) [project [(ITEMS)]]", "adds what the items make of its input to it, or to a projection of it where shapes differ",
            ResidualPlan.Read),
        new("sine UNITS [omega W] [or ACTIVATION]", "a SIREN layer, sin(ω(Wx + b)) with its first weights; with or, a dense layer unless the activation is the sine",
            SinePlan.Read),
        new("rnn UNITS [act ACTIVATION] [last] [bidirectional]", "a simple recurrent layer over the steps of a sequence, tanh unless told",
            RnnPlan.Read),
        new("lstm UNITS [gate ACTIVATION] [cell ACTIVATION] [output ACTIVATION] [last] [bidirectional]",
            "long short-term memory: gates sigmoid, cell and output tanh unless told; last puts out the state after the last step alone",
            LstmPlan.Read),
        new("gru UNITS [gate ACTIVATION] [cell ACTIVATION] [last] [bidirectional]", "a gated recurrent unit: gates sigmoid, cell tanh unless told",
            GruPlan.Read),
        new("attention HEADS [causal] [scores NORMALIZER]", "each step of a sequence looks at all, or with causal at those before it; scores: softmax, sparsemax, entmax15",
            AttentionPlan.Read),
        new("transformer HEADS [width N] [act ACTIVATION] [gated GATE] [causal] [cross] [prenorm] [postnorm] [scores NORMALIZER]",
            "a block of attention, with cross also to what an encoder makes, and a feed-forward part of 4 times the width unless told; gates: glu, geglu, swiglu, reglu",
            TransformerPlan.Read),
        new("encoderdecoder SOURCE (ITEMS) (ITEMS)",
            "the first SOURCE steps of a sequence go through the first items, the rest through the second, where transformer causal cross looks at what the first make",
            EncoderDecoderPlan.Read),
        new("rational [like ACTIVATION]", "a quotient of polynomials with trained coefficients, at first like an activation",
            RationalPlan.Read),
        new("output ACTIVATION", "the last layer, as wide as the data wants, with a function on its outputs; losses take logits, so it is seldom right",
            OutputPlan.Read),
        new("repeat TIMES (ITEMS)", "the same items several times, each with weights of its own",
            words => new RepeatPlan(words.Whole("TIMES", Plan.MostLayers), words.Block())),
    ];

    /// <summary>The word.</summary>
    public string Name { get; }

    /// <summary>How an item of it is written: <c>dense UNITS</c>.</summary>
    public string Usage { get; }

    /// <summary>One line for help texts.</summary>
    public string Meaning { get; }

    /// <summary>Reads what stands after the word.</summary>
    internal Func<PlanWords, LayerPlan> Read { get; }
}
