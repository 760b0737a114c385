namespace Hillock.Training;

/// <summary>
/// Queries, keys and values: of self-attention all three of what comes in, in one product; of cross-attention the queries of that, and keys and
/// values of a memory.
/// </summary>
internal sealed class Projections
{
    private readonly Dense _own;
    private readonly Dense? _ofMemory;
    private readonly Room? _memoryGradients;
    private readonly int _steps;

    /// <summary>Self-attention.</summary>
    public Projections(string layer, SampleShape shape)
    {
        (_own, _steps, Seen, Channels) = (new($"{layer}.projections", shape, 3 * shape.Channels), shape.Positions, shape.Positions, shape.Channels);
        Parts = [_own];
    }

    /// <summary>Cross-attention.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="shape">The shape of a sample that looks.</param>
    /// <param name="memory">The layer whose outputs are looked at.</param>
    /// <param name="memoryGradients">For this layer's share of the memory's gradients.</param>
    public Projections(string layer, SampleShape shape, Layer memory, Room memoryGradients)
    {
        (Memory, _memoryGradients, _steps, Seen, Channels) = (memory, memoryGradients, shape.Positions, memory.Output.Positions, shape.Channels);
        (_own, _ofMemory) = (new($"{layer}.queries", shape, shape.Channels), new($"{layer}.memory", memory.Output, 2 * shape.Channels));
        Parts = [_own, _ofMemory];
    }

    /// <summary>The dense layers.</summary>
    public IReadOnlyList<Dense> Parts { get; }

    /// <summary>The layer whose outputs are looked at; <c>null</c> in self-attention.</summary>
    public Layer? Memory { get; }

    /// <summary>How many positions are looked at.</summary>
    public int Seen { get; }

    /// <summary>Numbers in a query, of all heads.</summary>
    private int Channels { get; }

    public long MultiplyAdds => _own.MultiplyAdds + (_ofMemory?.MultiplyAdds ?? 0);

    /// <summary>The queries of a sample, or their gradients: those of the channels of one head.</summary>
    public Matrix Queries(int sample, Range head, bool gradients = false) => Of(_own, 0, _steps, sample, head, gradients);

    /// <summary>The keys.</summary>
    public Matrix Keys(int sample, Range head, bool gradients = false) => OfSeen(0, sample, head, gradients);

    /// <summary>The values.</summary>
    public Matrix Values(int sample, Range head, bool gradients = false) => OfSeen(1, sample, head, gradients);

    /// <summary>What comes before <see cref="Forward"/>.</summary>
    /// <exception cref="ArgumentException">The memory is of another batch.</exception>
    public void Begin(Tensor inputs, in Pass pass)
    {
        _own.Begin(inputs, pass);
        if (Memory is null)
        {
            return;
        }
        if (Memory.Outputs.Rows != inputs.Rows)
        {
            throw new ArgumentException($"{_own.Name}: {inputs.Rows} samples come in, but {Memory.Name} holds {Memory.Outputs.Rows}.", nameof(inputs));
        }
        _ofMemory!.Begin(Memory.Outputs, pass);
    }

    /// <summary>Those of some samples.</summary>
    public void Forward(Range samples)
    {
        _own.Forward(Rows(samples, _steps), Range.All);
        _ofMemory?.Forward(Rows(samples, Seen), Range.All);
    }

    /// <summary>One part of turning the weights.</summary>
    public void Turn(int part, int parts)
    {
        _own.Turn(part, parts);
        _ofMemory?.Turn(part, parts);
    }

    /// <summary>The gradients of some samples' inputs, where they are wanted; those of the memory are added to what is there.</summary>
    public void InputGradients(Tensor? inputGradients, Range samples)
    {
        if (inputGradients is not null)
        {
            _own.InputGradients(inputGradients, Rows(samples, _steps));
        }
        if (Memory is not null)
        {
            _ofMemory!.InputGradients(_memoryGradients!.ByPosition, Rows(samples, Seen));
            var range = Rows(samples, Memory.Units);
            Addition.Of(Memory.Gradients.Values[range], _memoryGradients.BySample.Values[range], Memory.Gradients.Values[range]);
        }
    }

    /// <summary>One part of the gradients of the weights.</summary>
    public void WeightGradients(int part, int parts)
    {
        _own.WeightGradients(part, parts);
        _ofMemory?.WeightGradients(part, parts);
    }

    private Matrix OfSeen(int kind, int sample, Range head, bool gradients) =>
        _ofMemory is null ? Of(_own, kind + 1, Seen, sample, head, gradients) : Of(_ofMemory, kind, Seen, sample, head, gradients);

    private Matrix Of(Dense layer, int kind, int steps, int sample, Range head, bool gradients)
    {
        var first = kind * Channels;
        return (gradients ? layer.PositionGradients : layer.PositionOutputs).Matrix
            .Part((sample * steps)..((sample + 1) * steps), (first + head.Start.Value)..(first + head.End.Value));
    }

    private static Range Rows(Range samples, int rows) => (samples.Start.Value * rows)..(samples.End.Value * rows);
}
