namespace Hillock.Training;

/// <summary>Long short-term memory: c = f·c′ + i·g and h = o·s(c), where i, f and o are gates between 0 and 1, and g is what may be remembered.</summary>
/// <remarks>
/// <para>Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735, with the forget gate of Gers, Schmidhuber and Cummins 2000,
/// doi:10.1162/089976600300015015. Each of i, f, g and o is an activation of x·W + h′·U + b; they stand in this order in the columns.</para>
/// <para>The biases of f begin 1 above the others: the cell remembers until it has learned to forget (Jozefowicz, Zaremba and Sutskever
/// 2015).</para>
/// </remarks>
public sealed unsafe class Lstm : Recurrent
{
    private const int I = 0, F = 1, G = 2, O = 3, Gates = 4;
    private const float FirstForgetBias = 1;
    private readonly Gate[] _gates;
    private readonly Gate _s;
    private readonly Room _c, _scratch, _none;

    /// <summary>A layer with weights of zero, see <see cref="Initialize"/>.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">Steps × features.</param>
    /// <param name="units">Numbers of the state.</param>
    /// <param name="gate">The activation of i, f and o; sigmoid unless given. A trained parameter is one for each of the three.</param>
    /// <param name="cell">The activation of g; tanh unless given.</param>
    /// <param name="output">s; tanh unless given.</param>
    /// <param name="last">Whether only the state after the last step goes out.</param>
    /// <param name="reverse">Whether the sequence is read from its end.</param>
    /// <exception cref="HillockException">A sample is no sequence.</exception>
    public Lstm(
        string name,
        SampleShape input,
        int units,
        Activation? gate = null,
        Activation? cell = null,
        Activation? output = null,
        bool last = false,
        bool reverse = false)
        : base(name, input, units, Gates, last, reverse)
    {
        gate ??= RecurrentActivations.Gate;
        _gates =
        [
            NewGate("input", gate, isGate: true),
            NewGate("forget", gate, isGate: true),
            NewGate("cell", cell ?? RecurrentActivations.Cell),
            NewGate("output", gate, isGate: true),
        ];
        _c = NewSteps();
        _s = NewGate("state", output ?? RecurrentActivations.Cell, _c);
        (_scratch, _none) = (NewRoom([Gates + 1, units]), NewRoom(units));
    }

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        base.Initialize(initializer, before, draws);
        foreach (ref var bias in Biases.Value.Values.Slice(F * Width, Width))
        {
            bias += FirstForgetBias;
        }
    }

    private protected override Tensor SumGradients(int gate) => _gates[gate].Values;

    private protected override void Forward(in BlockStep at, float* h)
    {
        for (var gate = 0; gate < Gates; gate++)
        {
            Sum(gate, at, _gates[gate].Sums);
            _gates[gate].Forward(at);
        }
        PanelLoop.Run(new LstmCell(Of(I, at), Of(F, at), Of(G, at), CellBefore(at), at.In(_c.ByPosition)), Count(at));
        _s.Forward(at);
        PanelLoop.Run(new LstmState(Of(O, at), at.In(_s.Values), h), Count(at));
    }

    private protected override void Backward(in BlockStep at, float* dh)
    {
        float* d = Scratch(at, 0), dc = Scratch(at, Gates);
        if (at.Step == Input[0] - 1)
        {
            new Span<float>(dc, Count(at)).Clear();
        }
        var count = Count(at);
        float* di = d + (I * count), df = d + (F * count), dg = d + (G * count), dO = d + (O * count);
        PanelLoop.Run(new LstmStateGradients(Of(O, at), at.In(_s.Values), dh, dO, di), count);
        _s.Backward(at, di);
        PanelLoop.Run(new LstmCellGradients(Of(I, at), Of(F, at), Of(G, at), CellBefore(at), at.In(_s.Values), dc, di, df, dg), count);
        for (var gate = 0; gate < Gates; gate++)
        {
            _gates[gate].Backward(at, d + (gate * count));
        }
        new Span<float>(dh, count).Clear();
    }

    private int Count(in BlockStep at) => at.Count * Width;

    private float* Of(int gate, in BlockStep at) => at.In(_gates[gate].Values);

    /// <summary>c′; before the first step zeros, which nobody writes.</summary>
    private float* CellBefore(in BlockStep at) => at.Step == 0 ? at.In(_none.BySample) : (at with { Step = at.Step - 1 }).In(_c.ByPosition);

    /// <summary>A panel of this block alone.</summary>
    private float* Scratch(in BlockStep at, int panel) => _scratch.BySample.Pointer + ((nint)at.First * _scratch.Floats) + (panel * Count(at));
}
