namespace Hillock.Training;

/// <summary>A simple recurrent layer: h = f(x·W + h′·U + b), step after step.</summary>
/// <remarks>Elman 1990, doi:10.1207/s15516709cog1402_1. x is steps × features, W features × units, U units × units.</remarks>
public sealed unsafe class Rnn : Recurrent
{
    private readonly Activation _f;
    private readonly Gate _gate;

    /// <summary>A layer with weights of zero, see <see cref="Recurrent.Initialize"/>.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">Steps × features.</param>
    /// <param name="units">Numbers of the state.</param>
    /// <param name="activation">f; tanh unless given.</param>
    /// <param name="last">Whether only the state after the last step goes out.</param>
    /// <param name="reverse">Whether the sequence is read from its end.</param>
    /// <exception cref="HillockException">A sample is no sequence.</exception>
    public Rnn(string name, SampleShape input, int units, Activation? activation = null, bool last = false, bool reverse = false)
        : base(name, input, units, 1, last, reverse)
    {
        _f = activation ?? RecurrentActivations.Cell;
        _gate = NewGate("state", _f);
    }

    /// <inheritdoc/>
    public override Activation ActivationAfter(Activation? before) => _f;

    private protected override Tensor SumGradients(int gate) => _gate.Values;

    private protected override void Forward(in BlockStep at, float* h)
    {
        Sum(0, at, _gate.Sums);
        _gate.Forward(at);
        Panel.Copy(at.In(_gate.Values), 0, h, 0, 1, at.Count * Width);
    }

    private protected override void Backward(in BlockStep at, float* dh)
    {
        _gate.Backward(at, dh);
        new Span<float>(dh, at.Count * Width).Clear();
    }
}
