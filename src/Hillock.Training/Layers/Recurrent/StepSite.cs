using System.Buffers;

namespace Hillock.Training;

/// <summary>
/// An activation of a recurrence, whose numbers lie step by step, those of all samples next to each other, and are read sample by sample, each at
/// the place of the sequence that it was computed for.
/// </summary>
/// <param name="layer">The recurrence.</param>
/// <param name="name">The place's name within its network.</param>
/// <param name="activation">f.</param>
/// <param name="shape">Steps × units.</param>
/// <param name="gate">What it is applied to and what it makes.</param>
/// <param name="isGate">Whether its outputs say how much of something else passes.</param>
internal sealed class StepSite(Recurrent layer, string name, Activation activation, SampleShape shape, Gate gate, bool isGate)
    : ActivationSite(name, activation, shape, isGate)
{
    public override int Samples => layer.ReadableSamples;

    public override bool HasPreActivations => gate.KeepsSums;

    private protected override void CopyOutputs(Span<float> outputs, int firstSample) => Read(gate.Values, outputs, firstSample, slopes: false);

    private protected override void CopyPreActivations(Span<float> preActivations, int firstSample) =>
        Read(gate.Sums, preActivations, firstSample, slopes: false);

    private protected override void ComputeSlopes(Span<float> slopes, int firstSample) =>
        Read(gate.Activation.TakesOutputs ? gate.Values : gate.Sums, slopes, firstSample, slopes: true);

    private void Read(Tensor panel, Span<float> to, int firstSample, bool slopes)
    {
        var samples = to.Length / (Positions * Units);
        var rented = ArrayPool<float>.Shared.Rent(samples * Units);
        var all = rented.AsSpan(0, samples * Units);
        for (var step = 0; step < Positions; step++)
        {
            var first = ((step * Samples) + firstSample) * Units;
            panel.Values.Slice(first, all.Length).CopyTo(all);
            if (slopes)
            {
                gate.Activation.ToSlopes(all, first);
            }
            var place = layer.Reverse ? Positions - 1 - step : step;
            for (var sample = 0; sample < samples; sample++)
            {
                all.Slice(sample * Units, Units).CopyTo(to[(((sample * Positions) + place) * Units)..]);
            }
        }
        ArrayPool<float>.Shared.Return(rented);
    }
}
