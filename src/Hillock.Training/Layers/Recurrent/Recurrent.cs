namespace Hillock.Training;

/// <summary>A layer that goes through a sequence step by step and carries a state from each step to the next: h = F(x, h′), h′ = 0 before the first.</summary>
/// <remarks>
/// <para>x is steps × features and h has one number per unit. All gates are columns of the same two matrices, x·W + h′·U + b.</para>
/// <para>Samples know nothing of each other, so a thread takes some of them through all steps and waits for nobody.
/// Their gates then stay in its cache from the product to the activation. The gradients of the weights are sums over steps and
/// samples in that order, a product for each gate when all steps are done, its columns shared out: threads change no bit.</para>
/// </remarks>
public abstract unsafe class Recurrent : Layer
{
    /// <summary>Samples that go through the steps together: enough for weights to be read seldom, few enough for the caches.</summary>
    private const int BlockSamples = 32;

    /// <summary>Samples that a product takes at once.</summary>
    private const int TileRows = 8;

    private readonly List<Gate> _gates = [];
    private readonly List<ActivationSite> _sites = [];
    private readonly List<Trainable> _trainables;
    private readonly PackedFactor[] _forward, _stateBack, _inputBack;
    private readonly Action<int, int> _packForward, _steps, _packBackward, _stepsBack, _weightGradients;
    private readonly Room _entering, _y, _state, _stateGradients;
    private readonly Tensor _zeros;
    private Tensor? _inputs, _inputGradients;

    private protected Recurrent(string name, SampleShape input, int units, int gates, bool last, bool reverse)
        : base(name, StepsOf(name, input), last ? units : [input[0], units])
    {
        (Last, Reverse) = (last, reverse);
        Weights = new($"{name}.weights", Features, gates * units);
        RecurrentWeights = new($"{name}.recurrent_weights", units, gates * units);
        Biases = new($"{name}.biases", gates * units);
        _trainables = [Weights, RecurrentWeights, Biases];
        _forward = [.. Enumerable.Range(0, gates).Select(_ => PackedFactor.Of(Features + units, units))];
        _stateBack = [.. Enumerable.Range(0, gates).Select(_ => PackedFactor.Of(units, units))];
        _inputBack = [.. Enumerable.Range(0, gates).Select(_ => PackedFactor.Of(units, Features))];
        _entering = NewRoom([Steps, Features + units]);
        (_y, _state, _stateGradients, _zeros) = (NewRoom(Output), NewRoom(units), NewRoom(units), new(Features));
        (_packForward, _steps, _packBackward, _stepsBack, _weightGradients) = (PackForward, GoForward, PackBackward, GoBackward, WeightGradients);
    }

    /// <summary>W, features × gates of so many units each.</summary>
    public Trainable Weights { get; }

    /// <summary>U, units × gates of so many units each: what the state before has to say.</summary>
    public Trainable RecurrentWeights { get; }

    /// <summary>b, one per gate and unit.</summary>
    public Trainable Biases { get; }

    /// <summary>Whether only the state after the last step goes out, not that after each.</summary>
    public bool Last { get; }

    /// <summary>Whether the sequence is read from its end; outputs stand at the step that they were computed for.</summary>
    public bool Reverse { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables => _trainables;

    /// <inheritdoc/>
    public override IReadOnlyList<ActivationSite> Sites => _sites;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <inheritdoc/>
    public override long MultiplyAdds => Steps * ((long)Weights.Value.Length + RecurrentWeights.Value.Length);

    /// <summary>Samples of which the gates' outputs are there: the way back puts gradients in their place.</summary>
    internal int ReadableSamples { get; private set; }

    /// <summary>Units of one step.</summary>
    private protected int Width => Output.Channels;

    private int Steps => Input[0];

    private int Features => Input.Channels;

    private int Batch => Outputs.Rows;

    /// <inheritdoc/>
    /// <remarks>
    /// What a state says to the next begins as an orthogonal matrix for each gate: it neither grows nor shrinks from step to step, nor do gradients
    /// (Saxe, McClelland and Ganguli 2014, arXiv:1312.6120).
    /// </remarks>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        initializer.Fill(Weights.Value, Biases.Value, linear: false, before, draws);
        var square = new Tensor(Width, Width);
        for (var gate = 0; gate < _forward.Length; gate++)
        {
            Orthogonal.Fill(square, draws);
            var columns = Columns(RecurrentWeights.Value, gate);
            Panel.Copy(square.Pointer, Width, columns.Start, columns.RowStride, Width, Width);
        }
        foreach (var gate in _gates)
        {
            gate.Activation.Initialize();
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        foreach (var gate in _gates)
        {
            gate.Begin(pass);
        }
        pass.Crew.Run(_packForward, RecurrentWeights.Value.Length);
        pass.Crew.Run(_steps, MultiplyAdds * Batch);
        ReadableSamples = Batch;
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        (_inputGradients, ReadableSamples) = (inputGradients, 0);
        crew.Run(_packBackward, RecurrentWeights.Value.Length);
        crew.Run(_stepsBack, MultiplyAdds * Batch);
        crew.Run(_weightGradients, MultiplyAdds * Batch);
        foreach (var gate in _gates)
        {
            gate.Activation.Finish(gate.Values.Rows);
        }
    }

    /// <summary>The state after a step, from that before it.</summary>
    /// <param name="at">The step.</param>
    /// <param name="h">Samples × units: the state before, then that after.</param>
    private protected abstract void Forward(in BlockStep at, float* h);

    /// <summary>The gradients of the gates of a step.</summary>
    /// <param name="at">The step.</param>
    /// <param name="dh">The gradient of the state after it; then what of it goes to the state before without a product.</param>
    private protected abstract void Backward(in BlockStep at, float* dh);

    /// <summary>∂loss/∂(x·W + b) of a gate after the backward pass, a row for each step and sample.</summary>
    private protected abstract Tensor SumGradients(int gate);

    /// <summary>∂loss/∂(h′·U) of a gate.</summary>
    private protected virtual Tensor StateGradients(int gate) => SumGradients(gate);

    /// <summary>The gradients of biases that a gate has besides, for some of its units.</summary>
    private protected virtual void StateBiasGradients(int gate, Range units)
    {
    }

    /// <summary>Numbers for each step of each sample.</summary>
    private protected Room NewSteps() => NewRoom([Steps, Width]);

    /// <summary>An activation of its own. Where it is applied to a panel that is kept anyway, the panel is given.</summary>
    /// <param name="name">Its name within the layer.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="z">What it is applied to; <c>null</c> for a panel of its own.</param>
    /// <param name="isGate">Whether it says how much of something else passes.</param>
    private protected Gate NewGate(string name, Activation activation, Room? z = null, bool isGate = false)
    {
        var elementwise = Elementwise.InSteps(activation, $"{Name}.{name}", Width);
        var y = NewSteps();
        var gate = new Gate(z ?? (elementwise.TakesOutputs ? y : NewSteps()), y, elementwise);
        _gates.Add(gate);
        _sites.Add(new StepSite(this, $"{Name}.{name}", activation, [Steps, Width], gate, isGate));
        Add(elementwise.Parameter);
        return gate;
    }

    /// <summary>One more thing to train.</summary>
    private protected void Add(Trainable? trainable) => _trainables.AddRange(trainable is null ? [] : [trainable]);

    /// <summary>z = x·W + h′·U + b of one gate.</summary>
    private protected void Sum(int gate, in BlockStep at, Tensor z) =>
        Sum(gate, at, z, 0..(at.Step == 0 ? Features : Features + Width), Biases.Value.Pointer + (gate * Width));

    /// <summary>z = x·W + b of one gate.</summary>
    private protected void SumOfInput(int gate, in BlockStep at, Tensor z) =>
        Sum(gate, at, z, 0..Features, Biases.Value.Pointer + (gate * Width));

    /// <summary>z = h′·U + b of one gate.</summary>
    private protected void SumOfState(int gate, in BlockStep at, Tensor z, Tensor biases) =>
        Sum(gate, at, z, Features..(at.Step == 0 ? Features : Features + Width), biases.Pointer);

    /// <summary>The state before a step, samples × units.</summary>
    private protected float* StateBefore(in BlockStep at)
    {
        var entering = _entering.ByPosition.Matrix.Part(at.Rows, Features..);
        var h = _state.BySample.Pointer + (at.First * Width);
        Panel.Copy(entering.Start, entering.RowStride, h, Width, at.Count, Width);
        return h;
    }

    private void Sum(int gate, in BlockStep at, Tensor z, Range terms, float* bias) =>
        _forward[gate].Multiply(_entering.ByPosition.Matrix.Part(at.Rows, terms), terms.Start.Value, bias, z.Matrix.Part(at.Rows, ..));

    private void PackForward(int part, int parts)
    {
        var (first, count) = Share.Of(_forward.Length, part, parts, 1).GetOffsetAndLength(_forward.Length);
        for (var gate = first; gate < first + count; gate++)
        {
            _forward[gate].Pack(Columns(Weights.Value, gate), 0);
            _forward[gate].Pack(Columns(RecurrentWeights.Value, gate), Features);
        }
    }

    private void PackBackward(int part, int parts)
    {
        var (first, count) = Share.Of(_forward.Length, part, parts, 1).GetOffsetAndLength(_forward.Length);
        for (var gate = first; gate < first + count; gate++)
        {
            _stateBack[gate].Pack(Columns(RecurrentWeights.Value, gate).Transpose, 0);
            if (_inputGradients is not null)
            {
                _inputBack[gate].Pack(Columns(Weights.Value, gate).Transpose, 0);
            }
        }
    }

    private void GoForward(int part, int parts)
    {
        var (first, end) = Samples(part, parts);
        for (; first < end; first += BlockSamples)
        {
            for (var step = 0; step < Steps; step++)
            {
                var at = At(step, first, end);
                var h = _state.BySample.Pointer + (at.First * Width);
                Enter(at, h);
                Forward(at, h);
                Leave(at, h);
            }
        }
        GC.KeepAlive(this);
    }

    private void GoBackward(int part, int parts)
    {
        var (first, end) = Samples(part, parts);
        for (; first < end; first += BlockSamples)
        {
            for (var step = Steps - 1; step >= 0; step--)
            {
                var at = At(step, first, end);
                var dh = _stateGradients.BySample.Matrix.Part(at.First..(at.First + at.Count), ..);
                TakeGradients(at, dh.Start);
                Backward(at, dh.Start);
                for (var gate = 0; gate < _stateBack.Length; gate++)
                {
                    if (step > 0)
                    {
                        _stateBack[gate].Multiply(StateGradients(gate).Matrix.Part(at.Rows, ..), 0, null, dh);
                    }
                    if (_inputGradients is not null)
                    {
                        _inputBack[gate].Multiply(SumGradients(gate).Matrix.Part(at.Rows, ..), 0, gate == 0 ? _zeros.Pointer : null, InputGradients(at));
                    }
                }
            }
        }
        GC.KeepAlive(this);
    }

    /// <summary>The samples of a part. No sum is over samples before <see cref="WeightGradients(int, int)"/>: any share gives the same bits.</summary>
    private (int First, int End) Samples(int part, int parts)
    {
        var samples = Share.Of(Batch, part, parts, TileRows);
        return (samples.Start.Value, samples.End.Value);
    }

    private BlockStep At(int step, int first, int end) => new(step, first, Math.Min(BlockSamples, end - first), Batch);

    /// <summary>Puts a step's features beside the state before it.</summary>
    private void Enter(in BlockStep at, float* h)
    {
        var entering = _entering.ByPosition.Matrix.Part(at.Rows, ..);
        var x = _inputs!.Pointer + ((((nint)at.First * Steps) + Place(at)) * Features);
        Panel.Copy(x, Steps * Features, entering.Start, entering.RowStride, at.Count, Features);
        if (at.Step == 0)
        {
            new Span<float>(h, at.Count * Width).Clear();
            Panel.Copy(h, Width, entering.At(0, Features), entering.RowStride, at.Count, Width);
        }
    }

    /// <summary>Gives the state to the next step, and out.</summary>
    private void Leave(in BlockStep at, float* h)
    {
        FaintNumbers.Clear(_state.BySample, at.First..(at.First + at.Count), Range.All);
        if (at.Step + 1 < Steps)
        {
            var next = _entering.ByPosition.Matrix.Part((at with { Step = at.Step + 1 }).Rows, Features..);
            Panel.Copy(h, Width, next.Start, next.RowStride, at.Count, Width);
        }
        if (!Last || at.Step == Steps - 1)
        {
            Panel.Copy(h, Width, Outputs.Pointer + OutputOf(at), Units, at.Count, Width);
        }
    }

    /// <summary>Adds the gradients of a step's outputs to what later steps say.</summary>
    private void TakeGradients(in BlockStep at, float* dh)
    {
        if (at.Step == Steps - 1)
        {
            Panel.Copy(Gradients.Pointer + OutputOf(at), Units, dh, Width, at.Count, Width);
        }
        else if (!Last)
        {
            for (var sample = 0; sample < at.Count; sample++)
            {
                PanelLoop.Run(new PanelSum(Gradients.Pointer + OutputOf(at) + (sample * Units), dh + (sample * Width)), Width);
            }
        }
    }

    private void WeightGradients(int part, int parts)
    {
        var mine = Share.Of(Biases.Value.Length, part, parts);
        for (var gate = 0; gate < _forward.Length; gate++)
        {
            int first = Math.Max(mine.Start.Value, gate * Width), end = Math.Min(mine.End.Value, (gate + 1) * Width);
            if (first < end)
            {
                WeightGradients(gate, first..end);
            }
        }
        GC.KeepAlive(this);
    }

    /// <summary>The gradients of some columns of one gate.</summary>
    private void WeightGradients(int gate, Range columns)
    {
        var own = (columns.Start.Value - (gate * Width))..(columns.End.Value - (gate * Width));
        var entering = _entering.ByPosition.Matrix.Transpose;
        var dz = SumGradients(gate).Matrix.Part(.., own);
        ColumnSums.Compute(dz, Biases.Gradient.Pointer + columns.Start.Value);
        StateBiasGradients(gate, own);
        Product.Compute(entering.Part(..Features, ..), dz, null, Weights.Gradient.Matrix.Part(.., columns));
        // The state before the first step is zero.
        Product.Compute(
            entering.Part(Features.., Batch..), StateGradients(gate).Matrix.Part(Batch.., own), null, RecurrentWeights.Gradient.Matrix.Part(.., columns));
    }

    private Matrix InputGradients(in BlockStep at) =>
        _inputGradients!.Matrix.Part(at.First..(at.First + at.Count), (Place(at) * Features)..((Place(at) + 1) * Features));

    /// <summary>Where in the sequence a step is.</summary>
    private int Place(in BlockStep at) => Reverse ? Steps - 1 - at.Step : at.Step;

    private nint OutputOf(in BlockStep at) => ((nint)at.First * Units) + (Last ? 0 : Place(at) * Width);

    private Matrix Columns(Tensor weights, int gate) => weights.Matrix.Part(.., (gate * Width)..((gate + 1) * Width));

    private static SampleShape StepsOf(string name, SampleShape input) => input.Rank == 2
        ? input
        : throw new HillockException($"{name} takes sequences, steps × features, for example 28×28; samples of shape {input} come in");
}
