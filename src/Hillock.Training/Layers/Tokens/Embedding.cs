namespace Hillock.Training;

/// <summary>A trained row of features for each token: tokens come in as their numbers, from 0 on, their rows go out.</summary>
/// <remarks>First weights are standard normal, so that what goes out is standardised. Tokens have no gradient; zeros stand in for it.</remarks>
public sealed class Embedding : Layer
{
    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor? _inputs;

    /// <summary>A layer from steps, or steps × 1, to steps × width.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="input">The shape of a sample.</param>
    /// <param name="tokens">How many tokens there are.</param>
    /// <param name="width">Features of a token.</param>
    /// <exception cref="HillockException">The steps have several numbers each.</exception>
    public Embedding(string name, SampleShape input, int tokens, int width)
        : base(name, input, Embedded(name, input, width))
    {
        Weights = new($"{name}.weights", tokens, width);
        Trainables = [Weights];
        _y = NewRoom(Output);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <summary>Tokens × width.</summary>
    public Trainable Weights { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Trainable> Trainables { get; }

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    private int Tokens => Weights.Value.Rows;

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        foreach (ref var weight in Weights.Value.Values)
        {
            weight = (float)draws.NextNormal();
        }
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        crew.Run(_backward, Outputs.Length);
        inputGradients?.Values.Clear();
    }

    /// <inheritdoc/>
    /// <exception cref="HillockException">A number stands for no token.</exception>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        for (var i = 0; i < inputs.Length; i++)
        {
            var token = inputs.Values[i];
            if (!(token >= 0 && token < Tokens && token == MathF.Floor(token)))
            {
                throw new HillockException(FormattableString.Invariant(
                    $"{Name}: {token} in sample {i / Inputs}, step {i % Inputs} is no token; tokens are whole numbers from 0 to {Tokens - 1}"));
            }
        }
        pass.Crew.Run(_forward, Outputs.Length);
    }

    private void Forward(int part, int parts)
    {
        var (at, count) = Share.Of(_inputs!.Length, part, parts).GetOffsetAndLength(_inputs.Length);
        for (var end = at + count; at < end; at++)
        {
            Weights.Value.Row((int)_inputs.Values[at]).CopyTo(_y.ByPosition.Row(at));
        }
    }

    /// <summary>A part has some of the columns, and in each the order of the steps: one token's sum is always added up alike.</summary>
    private void Backward(int part, int parts)
    {
        var columns = Share.Of(Weights.Gradient.Columns, part, parts, 16);
        foreach (var range in new Segments(Weights.Gradient, Range.All, columns))
        {
            Weights.Gradient.Values[range].Clear();
        }
        for (var at = 0; at < _inputs!.Length; at++)
        {
            var sum = Weights.Gradient.Row((int)_inputs.Values[at])[columns];
            Addition.Of(sum, GradientsByPosition.Row(at)[columns], sum);
        }
    }

    private static SampleShape Embedded(string name, SampleShape input, int width) => input.Rank switch
    {
        1 => [input[0], width],
        2 when input.Channels == 1 => [input[0], width],
        _ => throw new HillockException($"{name} takes a sequence of tokens, steps or steps×1; what comes in is {input}"),
    };
}
