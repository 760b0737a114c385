namespace Hillock.Training;

/// <summary>An activation that is random in training. The backward pass takes the numbers that the forward pass before it drew.</summary>
/// <remarks>
/// A step has a seed of its own, and an element's number depends on that and its place in the batch alone: not on the thread that draws it.
/// Evaluation draws nothing, so looking at a network in between changes nothing in its training.
/// </remarks>
internal sealed class DrawnElementwise(Activation activation, int units) : Elementwise
{
    private CounterDraws _seeds = new(0);
    private Tensor _drawn = new(0, units);
    private long _step;
    private bool _training;

    /// <summary>What was drawn last.</summary>
    public ReadOnlySpan<float> Drawn => _drawn.Values;

    public override void Reserve(int rows) => _drawn = new(rows, units);

    public override void Begin(bool training)
    {
        _training = training;
        _step += training ? 1 : 0;
    }

    public override void Initialize(ulong seed) => (_seeds, _step) = (new(seed), 0);

    protected override void Values(Tensor z, Tensor y, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            if (_training)
            {
                activation.Draw(_seeds.Bits(_step), segment.Start.Value, _drawn.Values[segment]);
                activation.ForwardDrawn(z.Values[segment], _drawn.Values[segment], y.Values[segment]);
            }
            else
            {
                activation.Forward(z.Values[segment], y.Values[segment]);
            }
        }
    }

    protected override void Slopes(Tensor z, Tensor g, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            if (_training)
            {
                activation.BackwardDrawn(z.Values[segment], _drawn.Values[segment], g.Values[segment], g.Values[segment]);
            }
            else
            {
                activation.Backward(z.Values[segment], g.Values[segment], g.Values[segment]);
            }
        }
    }
}
