namespace Hillock.Training;

/// <summary>Two recurrent layers on the same sequence, one of which reads it from its end; their outputs stand side by side.</summary>
/// <remarks>Schuster and Paliwal 1997, doi:10.1109/78.650093.</remarks>
public sealed class Bidirectional : Layer
{
    private readonly Recurrent[] _ways;
    private readonly Action<int, int> _join, _part, _add;
    private readonly Room _y, _inputGradients;
    private Tensor? _wanted;

    /// <summary>The two as one.</summary>
    /// <param name="name">The name of the whole.</param>
    /// <param name="forward">Reads from the beginning.</param>
    /// <param name="reverse">Reads from the end.</param>
    /// <exception cref="ArgumentException">They take different samples, or one puts out sequences and one does not, or the directions are wrong.</exception>
    public Bidirectional(string name, Recurrent forward, Recurrent reverse)
        : base(name, forward.Input, forward.Output.WithChannels(forward.Output.Channels + reverse.Output.Channels))
    {
        if (forward.Input != reverse.Input || forward.Last != reverse.Last)
        {
            throw new ArgumentException($"{reverse.Name} makes {reverse.Output} of {reverse.Input}, {forward.Name} {forward.Output} of {forward.Input}.", nameof(reverse));
        }
        if (forward.Reverse || !reverse.Reverse)
        {
            throw new ArgumentException($"{forward.Name} is to read from the beginning and {reverse.Name} from the end.", nameof(reverse));
        }
        _ways = [forward, reverse];
        Trainables = [.. forward.Trainables, .. reverse.Trainables];
        (_y, _inputGradients) = (NewRoom(Output), NewRoom(Input));
        (_join, _part, _add) = (Join, Part, Add);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> Parts => _ways;

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override long MultiplyAdds => _ways[0].MultiplyAdds + _ways[1].MultiplyAdds;

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <inheritdoc/>
    public override Activation? ActivationAfter(Activation? before) => _ways[0].ActivationAfter(before);

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        var seed = draws.NextBits();
        foreach (var way in _ways)
        {
            way.Initialize(initializer, before, new Draws(seed, way.Name));
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        foreach (var way in _ways)
        {
            way.Forward(inputs, pass);
        }
        pass.Crew.Run(_join, Outputs.Length);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        _wanted = inputGradients;
        crew.Run(_part, Outputs.Length);
        _ways[0].Backward(inputGradients, crew);
        _ways[1].Backward(inputGradients is null ? null : _inputGradients.BySample, crew);
        if (inputGradients is not null)
        {
            crew.Run(_add, inputGradients.Length);
        }
    }

    private unsafe void Join(int part, int parts)
    {
        var rows = Rows(part, parts);
        var column = 0;
        foreach (var way in _ways)
        {
            Matrix from = ByPosition(way.Outputs, way).Part(rows, ..), to = _y.ByPosition.Matrix.Part(rows, column..);
            Panel.Copy(from.Start, from.RowStride, to.Start, to.RowStride, from.Rows, from.Columns);
            column += from.Columns;
        }
    }

    private unsafe void Part(int part, int parts)
    {
        var rows = Rows(part, parts);
        var column = 0;
        foreach (var way in _ways)
        {
            Matrix to = ByPosition(way.Gradients, way).Part(rows, ..), from = GradientsByPosition.Matrix.Part(rows, column..);
            Panel.Copy(from.Start, from.RowStride, to.Start, to.RowStride, to.Rows, to.Columns);
            column += to.Columns;
        }
    }

    private unsafe void Add(int part, int parts)
    {
        var (first, count) = Share.Of(_wanted!.Length, part, parts).GetOffsetAndLength(_wanted.Length);
        PanelLoop.Run(new PanelSum(_inputGradients.BySample.Pointer + first, _wanted.Pointer + first), count);
    }

    private Range Rows(int part, int parts) => Share.Of(_y.ByPosition.Rows, part, parts, 1);

    private static Matrix ByPosition(Tensor tensor, Recurrent way) =>
        tensor.Reshaped(tensor.Length / way.Output.Channels, way.Output.Channels).Matrix;
}
