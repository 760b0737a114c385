namespace Hillock.Training;

/// <summary>
/// <c>encoderdecoder 10 (transformer 4) (transformer 4 causal cross)</c>: an <see cref="EncoderDecoder"/> layer. The first steps of a sequence go through the first
/// items, the others through the second.
/// </summary>
/// <param name="Source">How many steps the encoder takes.</param>
/// <param name="Encoder">What they go through.</param>
/// <param name="Decoder">What the others go through, among them a <see cref="TransformerPlan"/> that looks at what the encoder makes.</param>
public sealed record EncoderDecoderPlan(int Source, IReadOnlyList<LayerPlan> Encoder, IReadOnlyList<LayerPlan> Decoder) : LayerPlan
{
    private const string Word = "encoderdecoder";

    /// <inheritdoc/>
    public override string Text => $"{Word} {Source} ({string.Join(", ", Encoder)}) ({string.Join(", ", Decoder)})";

    /// <summary>Whether the text is the same.</summary>
    public bool Equals(EncoderDecoderPlan? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    internal static EncoderDecoderPlan Read(PlanWords words) => new(words.Whole("SOURCE"), words.Block(), words.Block());

    /// <inheritdoc/>
    protected internal override Layer Build(Site site)
    {
        var (name, steps) = (site.Name(Word), site.Input.Rank == 0 ? 0 : site.Input[0]);
        if (Source >= steps)
        {
            throw new HillockException(
                $"{name}: the encoder takes {Source} steps of {site.Input}, which leaves none for the decoder; take {steps - 1} or fewer");
        }
        SampleShape Part(int count) => [count, .. site.Input.Extents[1..]];
        var encoder = site.Within($"{name}.encoder", Part(Source), Encoder);
        var decoder = site.Within($"{name}.decoder", Part(steps - Source), Decoder, encoder);
        return decoder.WithParts().OfType<Attention>().Any(attention => attention.Memory == encoder)
            ? new EncoderDecoder(name, encoder, decoder)
            : throw new HillockException($"{name}: nothing in the decoder looks at what the encoder makes; write transformer HEADS causal cross among its items");
    }
}
