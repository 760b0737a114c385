namespace Hillock.Training;

/// <summary>A function of rows as a layer: softmax, glu, maxout… over the channels of each position, which it may halve or double.</summary>
/// <remarks>Noise, as that of gumbel_softmax, is the same at each step.</remarks>
public sealed class RowApplied : Layer
{
    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor? _inputs, _inputGradients;

    /// <summary>A layer that keeps positions.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">The shape of a sample.</param>
    /// <param name="function">The function.</param>
    /// <exception cref="HillockException">It does not take rows of so many channels.</exception>
    public RowApplied(string name, SampleShape input, RowActivation function)
        : base(name, input, input.WithChannels(Columns(name, input, function)))
    {
        Function = function;
        _y = NewRoom(Output);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <summary>The function.</summary>
    public RowActivation Function { get; }

    /// <summary>The gate, if the function is a gated pair; other functions of rows have no slope of their own for each number.</summary>
    public override IReadOnlyList<ActivationSite> Sites =>
        field ??= Function.Gate is { } gate ? [new GateSite($"{Name}.gate", gate, Input, () => _inputs)] : [];

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    private long Work => (_inputs!.Length + Outputs.Length) * Elementwise.Cost;

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        if (inputGradients is not null)
        {
            _inputGradients = inputGradients.Reshaped(_inputs!.Rows, Input.Channels);
            crew.Run(_backward, Work);
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs.Reshaped(inputs.Rows * Input.Positions, Input.Channels);
        pass.Crew.Run(_forward, Work);
    }

    private void Forward(int part, int parts)
    {
        var (from, to) = Part(part, parts);
        Function.Forward(_inputs!.Values[from], Input.Channels, Outputs.Values[to]);
        FaintNumbers.Clear(_y.ByPosition, Share.Of(_inputs.Rows, part, parts, 1), Range.All);
    }

    private void Backward(int part, int parts)
    {
        var (from, to) = Part(part, parts);
        Function.Backward(_inputs!.Values[from], Input.Channels, Gradients.Values[to], _inputGradients!.Values[from]);
        FaintNumbers.Clear(_inputGradients, Share.Of(_inputs.Rows, part, parts, 1), Range.All);
    }

    private (Range From, Range To) Part(int part, int parts)
    {
        var (row, count) = Share.Of(_inputs!.Rows, part, parts, 1).GetOffsetAndLength(_inputs.Rows);
        var (from, to) = (Input.Channels, Output.Channels);
        return ((row * from)..((row + count) * from), (row * to)..((row + count) * to));
    }

    private static int Columns(string name, SampleShape input, RowActivation function)
    {
        try
        {
            return function.OutputColumns(input.Channels);
        }
        catch (ArgumentException)
        {
            throw new HillockException($"{name}: {function.Name} does not take rows of {input.Channels} channels ({input}); gates take an even number, maxout a multiple of its k");
        }
    }
}
