namespace Hillock.Training;

/// <summary>The activation that makes a layer's outputs.</summary>
/// <param name="layer">The layer.</param>
/// <param name="activation">f.</param>
/// <param name="toSlopes">Makes f′(z) of z in place; told which element of all comes first.</param>
internal sealed class LayerSite(Layer layer, Activation? activation, Action<Span<float>, int> toSlopes)
    : ActivationSite(layer.Name, activation, layer.Output)
{
    public override int Samples => layer.Outputs.Rows;

    public override bool HasPreActivations => true;

    private protected override void CopyOutputs(Span<float> outputs, int firstSample) => Copy(layer.Outputs, outputs, firstSample);

    private protected override void CopyPreActivations(Span<float> preActivations, int firstSample) =>
        Copy(layer.PreActivations, preActivations, firstSample);

    private protected override void ComputeSlopes(Span<float> slopes, int firstSample)
    {
        Copy(layer.PreActivations, slopes, firstSample);
        toSlopes(slopes, firstSample * layer.Units);
    }

    private void Copy(Tensor from, Span<float> to, int firstSample) => from.Values.Slice(firstSample * layer.Units, to.Length).CopyTo(to);
}
