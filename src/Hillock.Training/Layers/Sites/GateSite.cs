namespace Hillock.Training;

/// <summary>The gate of a gated pair, one half of each row that comes in. What it makes is kept nowhere, and computed when it is read.</summary>
/// <param name="name">The place's name within its network.</param>
/// <param name="gate">The gate.</param>
/// <param name="pairs">The shape of a sample that comes in, both halves.</param>
/// <param name="inputs">What came in last; <c>null</c> before the first pass.</param>
internal sealed class GateSite(string name, RowGate gate, SampleShape pairs, Func<Tensor?> inputs)
    : ActivationSite(name, gate.Activation, pairs.WithChannels(pairs.Channels / 2), isGate: true)
{
    private readonly FixedElementwise _activation = new(gate.Activation);

    public override int Samples => (inputs()?.Length ?? 0) / pairs.Count;

    public override bool HasPreActivations => true;

    private protected override void CopyOutputs(Span<float> outputs, int firstSample)
    {
        CopyPreActivations(outputs, firstSample);
        gate.Activation.Forward(outputs, outputs);
    }

    private protected override void CopyPreActivations(Span<float> preActivations, int firstSample)
    {
        for (var row = firstSample * Positions; !preActivations.IsEmpty; row++, preActivations = preActivations[Units..])
        {
            inputs()!.Values.Slice(row * pairs.Channels, pairs.Channels)[gate.Of(pairs.Channels)].CopyTo(preActivations);
        }
    }

    private protected override void ComputeSlopes(Span<float> slopes, int firstSample)
    {
        CopyPreActivations(slopes, firstSample);
        _activation.ToSlopes(slopes, 0);
    }
}
