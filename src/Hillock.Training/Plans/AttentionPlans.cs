namespace Hillock.Training;

/// <summary><c>attention 4 causal scores sparsemax</c>: an <see cref="Attention"/> layer.</summary>
/// <param name="Heads">How many heads there are.</param>
/// <param name="Causal">Whether a position sees none that come after it.</param>
/// <param name="Normalizer">What makes shares of scores; <c>null</c> for softmax.</param>
public sealed record AttentionPlan(int Heads, bool Causal = false, RowActivation? Normalizer = null) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => $"attention {Heads}{Options(Causal, Normalizer)}";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new Attention(site.Name("attention"), site.Input, Heads, Causal, Normalizer);

    internal static AttentionPlan Read(PlanWords words) => new(words.Whole("HEADS"), words.Flag("causal"), words.OptionOfRows("scores"));

    /// <summary>What is written of attention besides its heads.</summary>
    internal static string Options(bool causal, RowActivation? normalizer) =>
        $"{(causal ? " causal" : "")}{(normalizer is null ? "" : $" scores {normalizer.Name}")}";
}

/// <summary><c>transformer 4 width 256 act gelu causal prenorm</c>: a <see cref="TransformerBlock"/>.</summary>
/// <param name="Heads">How many heads its attention has.</param>
/// <param name="Width">Hidden units of the feed-forward part; four times the features unless told. A gated pair has two thirds as many.</param>
/// <param name="Activation">The feed-forward part's activation; <c>null</c> for the one that is compared.</param>
/// <param name="Gate">A gated pair instead; <c>null</c> for none.</param>
/// <param name="Causal">Whether a position sees none that come after it.</param>
/// <param name="NormalizesFirst">Whether what goes into the parts is normalised, not the sums.</param>
/// <param name="Normalizer">What makes shares of scores; <c>null</c> for softmax.</param>
/// <param name="Crosses">Whether it looks at what the encoder of the <see cref="EncoderDecoderPlan"/> around it makes, after its own attention.</param>
public sealed record TransformerPlan(
    int Heads,
    int? Width = null,
    Activation? Activation = null,
    RowActivation? Gate = null,
    bool Causal = false,
    bool NormalizesFirst = false,
    RowActivation? Normalizer = null,
    bool Crosses = false) : LayerPlan
{
    private const string Cross = "cross";
    private const int WidthByFeatures = 4;

    /// <inheritdoc/>
    public override string Text => string.Concat(
        $"transformer {Heads}",
        Width is { } width ? $" width {width}" : "",
        Gate is null ? $" act {PlanWords.Written(Activation)}" : $" gated {Gate.Name}",
        AttentionPlan.Options(Causal, Normalizer),
        Crosses ? $" {Cross}" : "",
        NormalizesFirst ? " prenorm" : "");

    /// <inheritdoc/>
    protected internal override Layer Build(Site site)
    {
        var (name, shape) = (site.Name("transformer"), site.Input);
        var attention = new Attention($"{name}.attention", shape, Heads, Causal, Normalizer);
        var width = Width ?? WidthByFeatures * shape.Channels;
        var (inner, place) = ($"{name}.feedforward", attention.Output);
        FeedForward feedForward = Gate is null ? new(inner, place, width, site.Or(Activation)) : new(inner, place, width, Gate);
        return Crosses
            ? new TransformerBlock(name, attention, new($"{name}.{Cross}", shape, Memory(site, name), Heads, Normalizer), feedForward, NormalizesFirst)
            : new TransformerBlock(name, attention, feedForward, NormalizesFirst);
    }

    internal static TransformerPlan Read(PlanWords words)
    {
        var heads = words.Whole("HEADS");
        int? width = words.Option("width", 0, least: 1) is > 0 and var units ? units : null;
        var activation = words.Option("act", null);
        var gate = words.OptionOfRows("gated");
        if (activation is not null && gate is not null)
        {
            throw words.Wrong("act and gated are two ways to fill the same place");
        }
        var (causal, first, last) = (words.Flag("causal"), words.Flag("prenorm"), words.Flag("postnorm"));
        return first && last
            ? throw words.Wrong("prenorm and postnorm are two ways to fill the same place")
            : new(heads, width, activation, gate, causal, first, words.OptionOfRows("scores"), words.Flag(Cross));
    }

    private static Layer Memory(Site site, string name) => site.Memory
        ?? throw new HillockException($"{name}: {Cross} looks at what an encoder makes, and there is none; it stands in the second items of encoderdecoder");
}
