namespace Hillock.Training;

/// <summary>A place of a network where an activation is at work, y = f(z), to be looked into after a pass, of training or evaluation.</summary>
/// <remarks>
/// All is read as rows × units, row by row: a row for each position of each sample, in their order, and in it the units, which are the
/// channels of an image and the features of a sequence. Reading copies; no number of the network, its gradients or its draws changes.
/// </remarks>
public abstract class ActivationSite
{
    /// <param name="name">The place's name within its network.</param>
    /// <param name="activation">f.</param>
    /// <param name="shape">What it makes of a sample.</param>
    /// <param name="isGate">Whether its outputs say how much of something else passes.</param>
    private protected ActivationSite(string name, Activation? activation, SampleShape shape, bool isGate = false) =>
        (Name, Activation, Units, Positions, IsGate) = (name, activation, shape.Channels, shape.Positions, isGate);

    /// <summary>Its name within the network: <c>dense1</c>, or where a layer has several, <c>lstm1.forget</c>.</summary>
    public string Name { get; }

    /// <summary>f, its trained parameter as it was before training; <c>null</c> for one that is trained as a whole (<see cref="RationalLayer"/>).</summary>
    public Activation? Activation { get; }

    /// <summary>
    /// Whether its outputs are factors that say how much of something else passes, as those of an LSTM's forget gate: such a place may well be saturated.
    /// </summary>
    public bool IsGate { get; }

    /// <summary>Columns of what is read: units, channels of an image, features of a sequence.</summary>
    public int Units { get; }

    /// <summary>Rows of a sample: pixels of an image, steps of a sequence, 1 for a plain row of features.</summary>
    public int Positions { get; }

    /// <summary>
    /// Samples that can be read: those of the last pass. 0 before the first, and in a recurrent layer after the way back, which writes over
    /// what it needed: such a layer is read before.
    /// </summary>
    public abstract int Samples { get; }

    /// <summary>Rows that can be read: samples · positions.</summary>
    public int Rows => Samples * Positions;

    /// <summary>Whether z is there. Gates whose slopes follow from their outputs keep only these.</summary>
    public abstract bool HasPreActivations { get; }

    /// <summary>y of some samples.</summary>
    /// <param name="outputs">Receives rows × units; its length says of how many samples.</param>
    /// <param name="firstSample">The first of them.</param>
    /// <exception cref="ArgumentException">There are not so many samples, or the length is no whole number of them.</exception>
    public void ReadOutputs(Span<float> outputs, int firstSample = 0)
    {
        Check(outputs.Length, firstSample, nameof(outputs));
        CopyOutputs(outputs, firstSample);
    }

    /// <summary>z of some samples, if it is there.</summary>
    /// <param name="preActivations">Receives rows × units; its length says of how many samples.</param>
    /// <param name="firstSample">The first of them.</param>
    /// <returns><see cref="HasPreActivations"/>; <c>false</c> changes nothing.</returns>
    /// <exception cref="ArgumentException">There are not so many samples, or the length is no whole number of them.</exception>
    public bool TryReadPreActivations(Span<float> preActivations, int firstSample = 0)
    {
        Check(preActivations.Length, firstSample, nameof(preActivations));
        if (HasPreActivations)
        {
            CopyPreActivations(preActivations, firstSample);
        }
        return HasPreActivations;
    }

    /// <summary>f′(z) of some samples, with a trained parameter as it is now; as the layer has it, from z or from y. Of what is random in training, the slopes that were drawn.</summary>
    /// <param name="slopes">Receives rows × units; its length says of how many samples.</param>
    /// <param name="firstSample">The first of them.</param>
    /// <exception cref="ArgumentException">There are not so many samples, or the length is no whole number of them.</exception>
    public void ReadSlopes(Span<float> slopes, int firstSample = 0)
    {
        Check(slopes.Length, firstSample, nameof(slopes));
        ComputeSlopes(slopes, firstSample);
    }

    /// <summary><c>lstm1.forget sigmoid, 64 units</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}{(Activation is null ? "" : $" {Activation.Name}")}, {Units} units");

    private protected abstract void CopyOutputs(Span<float> outputs, int firstSample);

    private protected abstract void CopyPreActivations(Span<float> preActivations, int firstSample);

    private protected abstract void ComputeSlopes(Span<float> slopes, int firstSample);

    private void Check(int length, int firstSample, string parameter)
    {
        var sample = Positions * Units;
        if (length % sample != 0)
        {
            throw new ArgumentException(
                $"{Name} has {Positions} × {Units} numbers for each sample; {length} are no whole number of samples.", parameter);
        }
        if (firstSample < 0 || length / sample > Samples - firstSample)
        {
            throw new ArgumentException(
                $"{Name} has {Samples} samples to read, not {length / sample} from sample {firstSample} on"
                + (Samples == 0 ? "; there are some after a forward pass, in a recurrent layer only before the way back." : "."),
                parameter);
        }
    }
}
