namespace Hillock.Training;

/// <summary>A gated recurrent unit: h = (1 − z)·n + z·h′ with n = f(x·Wₙ + bₙ + r·v) and v = h′·Uₙ + uₙ; r and z are gates between 0 and 1.</summary>
/// <remarks>
/// Cho et al. 2014, arXiv:1406.1078, with the reset gate r after the product, as in cuDNN, PyTorch and Keras: a state's product is then not
/// delayed by r. r and z are activations of x·W + h′·U + b; r, z, n stand in this order in the columns. Two biases of a gate whose
/// sum alone matters, as PyTorch has them, are one.
/// </remarks>
public sealed unsafe class Gru : Recurrent
{
    private const int R = 0, Z = 1, N = 2, Gates = 3;
    private readonly Gate _r, _z, _n;
    private readonly Room _v, _scratch;

    /// <summary>A layer with weights of zero, see <see cref="Recurrent.Initialize"/>.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">Steps × features.</param>
    /// <param name="units">Numbers of the state.</param>
    /// <param name="gate">The activation of r and z; sigmoid unless given. A trained parameter is one for each of the two.</param>
    /// <param name="cell">f; tanh unless given.</param>
    /// <param name="last">Whether only the state after the last step goes out.</param>
    /// <param name="reverse">Whether the sequence is read from its end.</param>
    /// <exception cref="HillockException">A sample is no sequence.</exception>
    public Gru(
        string name, SampleShape input, int units, Activation? gate = null, Activation? cell = null, bool last = false, bool reverse = false)
        : base(name, input, units, Gates, last, reverse)
    {
        gate ??= RecurrentActivations.Gate;
        StateBiases = new($"{name}.state_biases", units);
        Add(StateBiases);
        (_r, _z) = (NewGate("reset", gate, isGate: true), NewGate("update", gate, isGate: true));
        _n = NewGate("cell", cell ?? RecurrentActivations.Cell);
        (_v, _scratch) = (NewSteps(), NewRoom([2, units]));
    }

    /// <summary>uₙ, one per unit.</summary>
    public Trainable StateBiases { get; }

    private protected override Tensor SumGradients(int gate) => (gate switch { R => _r, Z => _z, _ => _n }).Values;

    private protected override Tensor StateGradients(int gate) => gate == N ? _v.ByPosition : SumGradients(gate);

    private protected override void StateBiasGradients(int gate, Range units)
    {
        if (gate == N)
        {
            ColumnSums.Compute(_v.ByPosition.Matrix.Part(.., units), StateBiases.Gradient.Pointer + units.Start.Value);
        }
    }

    private protected override void Forward(in BlockStep at, float* h)
    {
        var count = at.Count * Width;
        Sum(R, at, _r.Sums);
        _r.Forward(at);
        Sum(Z, at, _z.Sums);
        _z.Forward(at);
        SumOfState(N, at, _v.ByPosition, StateBiases.Value);
        SumOfInput(N, at, _n.Sums);
        PanelLoop.Run(new GruCandidate(at.In(_r.Values), at.In(_v.ByPosition), at.In(_n.Sums)), count);
        _n.Forward(at);
        PanelLoop.Run(new GruState(at.In(_z.Values), at.In(_n.Values), h), count);
    }

    private protected override void Backward(in BlockStep at, float* dh)
    {
        var count = at.Count * Width;
        float* first = _scratch.BySample.Pointer + ((nint)at.First * _scratch.Floats), second = first + count;
        PanelLoop.Run(new GruStateGradients(at.In(_z.Values), at.In(_n.Values), StateBefore(at), dh, first, second), count);
        _z.Backward(at, first);
        _n.Backward(at, second);
        PanelLoop.Run(new GruResetGradients(at.In(_r.Values), at.In(_v.ByPosition), at.In(_n.Values), first), count);
        _r.Backward(at, first);
    }
}
