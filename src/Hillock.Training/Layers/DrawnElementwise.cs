namespace Hillock.Training;

/// <summary>An activation that is random in training. The backward pass takes the numbers that the forward pass before it drew.</summary>
/// <remarks>
/// A step has a seed of its own, and an element's number depends on that and its place in the batch alone: not on the thread that draws it.
/// Evaluation draws nothing, so looking at a network in between changes nothing in its training.
/// </remarks>
internal sealed class DrawnElementwise(Activation activation, string layer, int units) : Elementwise
{
    private Tensor _drawn = new(0, units);
    private ulong _seed;
    private bool _training;

    /// <summary>What was drawn last.</summary>
    public ReadOnlySpan<float> Drawn => _drawn.Values;

    public override void Reserve(int rows) => _drawn = rows > _drawn.Rows ? new(rows, units) : _drawn;

    public override void Begin(in Pass pass) => (_training, _seed) = (pass.IsTraining, pass.SeedOf(layer));

    protected override void Values(Tensor z, Tensor y, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            if (_training)
            {
                activation.Draw(_seed, segment.Start.Value, _drawn.Values[segment]);
                activation.ForwardDrawn(z.Values[segment], _drawn.Values[segment], y.Values[segment]);
            }
            else
            {
                activation.Forward(z.Values[segment], y.Values[segment]);
            }
        }
    }

    protected override void Slopes(Tensor z, Tensor dy, Tensor dz, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            if (_training)
            {
                activation.BackwardDrawn(z.Values[segment], _drawn.Values[segment], dy.Values[segment], dz.Values[segment]);
            }
            else
            {
                activation.Backward(z.Values[segment], dy.Values[segment], dz.Values[segment]);
            }
        }
    }

    protected override void ToSlopes(Span<float> z, ReadOnlySpan<float> ones, int first)
    {
        if (_training)
        {
            activation.BackwardDrawn(z, _drawn.Values.Slice(first, z.Length), ones, z);
        }
        else
        {
            activation.Backward(z, ones, z);
        }
    }

    protected override void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows)
    {
        var elements = Elements(z, rows);
        if (_training)
        {
            activation.BackwardDrawn(z.Values[elements], _drawn.Values[elements], dy, dz.Values[elements]);
        }
        else
        {
            activation.Backward(z.Values[elements], dy, dz.Values[elements]);
        }
    }
}
