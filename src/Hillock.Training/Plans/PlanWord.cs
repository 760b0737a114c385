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
        new("flatten", "positions and channels become one row of features",
            _ => new FlattenPlan()),
        new("attention HEADS [causal] [scores NORMALIZER]", "each step of a sequence looks at all, or with causal at those before it; scores: softmax, sparsemax, entmax15",
            AttentionPlan.Read),
        new("transformer HEADS [width N] [act ACTIVATION] [gated GATE] [causal] [prenorm] [postnorm] [scores NORMALIZER]",
            "a block of attention and a feed-forward part of 4 times the width unless told; gates: glu, geglu, swiglu, reglu",
            TransformerPlan.Read),
        new("mean", "the mean over the steps of a sequence",
            _ => new MeanPlan()),
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
