namespace Hillock.Training;

/// <summary>The activation of one layer at work on a whole batch, a part per thread.</summary>
internal abstract class Elementwise
{
    /// <summary>About how many multiplications the slope of one element takes.</summary>
    public const long Cost = 16;

    /// <summary>The parameter that is trained along with the weights, if the activation has one.</summary>
    public virtual Trainable? Parameter => null;

    /// <summary>The form that fits the activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="layer">The name of the layer, for the name of a trained parameter.</param>
    /// <param name="units">Units of the layer, the columns of what it is applied to; of an image or a sequence its channels.</param>
    public static Elementwise Of(Activation activation, string layer, int units) => activation.Trained switch
    {
        null when activation.IsDrawn => new DrawnElementwise(activation, layer, units),
        null => new FixedElementwise(activation),
        { PerUnit: true } trained => new PerUnitElementwise(activation, trained, layer, units),
        { } trained => new PerLayerElementwise(activation, trained, layer),
    };

    /// <summary>Whether slopes are taken from outputs, so that nobody need keep what the activation was applied to.</summary>
    public virtual bool TakesOutputs => false;

    /// <summary>The form for a recurrence, whose rows are passed in blocks and backwards in time.</summary>
    /// <inheritdoc cref="Of"/>
    public static Elementwise InSteps(Activation activation, string layer, int units) => Of(activation, layer, units) switch
    {
        FixedElementwise when activation.HasSlopeFromOutput => new OutputElementwise(activation),
        PerUnitElementwise when activation.Trained is { } trained => new ByRowElementwise(activation, trained, layer, units),
        var other => other,
    };

    /// <summary>Makes sure that there is room for so many rows.</summary>
    public virtual void Reserve(int rows)
    {
    }

    /// <summary>What comes before the parts of a forward pass.</summary>
    public virtual void Begin(in Pass pass)
    {
    }

    /// <summary>y = f(z) for a block of the batch.</summary>
    public void Forward(Tensor z, Tensor y, Range rows, Range columns)
    {
        Values(z, y, rows, columns);
        FaintNumbers.Clear(y, rows, columns);
    }

    /// <summary>
    /// dz = f′(z)·dy for one part of the batch, in place or not. It touches no element of another part: nobody waits between the two loops.
    /// </summary>
    public void Backward(Tensor z, Tensor dy, Tensor dz, int part, int parts)
    {
        var (rows, columns) = Block(z, part, parts);
        Slopes(z, dy, dz, rows, columns);
        FaintNumbers.Clear(dz, rows, columns);
    }

    /// <summary>
    /// dz = f′(z)·dy for some whole rows, by a recurrence: it comes to a step's rows only when it has been through those of later steps.
    /// </summary>
    /// <param name="z">What the activation was applied to; its outputs where <see cref="TakesOutputs"/> says so.</param>
    /// <param name="dy">The gradients of these rows alone.</param>
    /// <param name="dz">Receives the result, in its rows; it may be <paramref name="z"/>.</param>
    /// <param name="rows">Which rows; each is passed once in a step of training.</param>
    public void Backward(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows)
    {
        Slopes(z, dy, dz, rows);
        FaintNumbers.Clear(dz, rows, Range.All);
    }

    /// <summary>What can be done only when all parts are: sums over the batch.</summary>
    public virtual void Finish(int rows)
    {
    }

    /// <summary>Gives the trained parameter the value it has in the activation.</summary>
    public virtual void Initialize()
    {
    }

    /// <summary>The block of the batch that is that part's in the backward pass.</summary>
    protected virtual (Range Rows, Range Columns) Block(Tensor z, int part, int parts) => Share.Of(z, part, parts);

    /// <summary>y = f(z) for a block.</summary>
    protected abstract void Values(Tensor z, Tensor y, Range rows, Range columns);

    /// <summary>dz = f′(z)·dy for a block that <see cref="Block"/> gave.</summary>
    protected abstract void Slopes(Tensor z, Tensor dy, Tensor dz, Range rows, Range columns);

    /// <summary>dz = f′(z)·dy for whole rows.</summary>
    protected virtual void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows) =>
        throw new InvalidOperationException("Only a form for recurrences passes rows in blocks.");

    /// <summary>The values of whole rows.</summary>
    protected static Range Elements(Tensor z, Range rows) =>
        (rows.Start.GetOffset(z.Rows) * z.Columns)..(rows.End.GetOffset(z.Rows) * z.Columns);

    /// <summary>The parameter's name as the activation has it, and its value there.</summary>
    protected static (string Name, float Value) Present(Activation activation, TrainedParameter trained) =>
        (activation.Parameters[trained.Index].Name, (float)activation.Values[trained.Index]);
}

/// <summary>An activation in which nothing is trained.</summary>
internal sealed class FixedElementwise(Activation activation) : Elementwise
{
    protected override void Values(Tensor z, Tensor y, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            activation.Forward(z.Values[segment], y.Values[segment]);
        }
    }

    protected override void Slopes(Tensor z, Tensor dy, Tensor dz, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            activation.Backward(z.Values[segment], dy.Values[segment], dz.Values[segment]);
        }
    }

    protected override void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows) =>
        activation.Backward(z.Values[Elements(z, rows)], dy, dz.Values[Elements(dz, rows)]);
}

/// <summary>An activation with one trained parameter for each unit.</summary>
internal class PerUnitElementwise(Activation activation, TrainedParameter trained, string layer, int units) : Elementwise
{
    public override Trainable Parameter { get; } = new($"{layer}.{Present(activation, trained).Name}", units);

    protected override void Values(Tensor z, Tensor y, Range rows, Range columns)
    {
        var parameter = Parameter.Value.Values[columns];
        for (var (row, count) = rows.GetOffsetAndLength(z.Rows); count > 0; row++, count--)
        {
            activation.Forward(z.Row(row)[columns], parameter, y.Row(row)[columns]);
        }
    }

    /// <summary>Columns only: each unit's sum over the batch then belongs to one thread and runs in the order of the samples.</summary>
    protected override (Range Rows, Range Columns) Block(Tensor z, int part, int parts) => (Range.All, Share.Of(z.Columns, part, parts));

    protected override void Slopes(Tensor z, Tensor dy, Tensor dz, Range rows, Range columns)
    {
        var parameter = Parameter.Value.Values[columns];
        var gradient = Parameter.Gradient.Values[columns];
        gradient.Clear();
        for (var row = 0; row < z.Rows; row++)
        {
            activation.Backward(z.Row(row)[columns], parameter, dy.Row(row)[columns], dz.Row(row)[columns], gradient);
        }
    }

    public override void Initialize() => Parameter.Value.Values.Fill(Present(activation, trained).Value);
}

/// <summary>An activation with one trained parameter for the whole layer.</summary>
internal sealed class PerLayerElementwise(Activation activation, TrainedParameter trained, string layer) : Elementwise
{
    private Tensor _bySample = new(0);

    public override Trainable Parameter { get; } = new($"{layer}.{Present(activation, trained).Name}", 1);

    protected override void Values(Tensor z, Tensor y, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            activation.Forward(z.Values[segment], Parameter.Value.Values, y.Values[segment]);
        }
    }

    /// <summary>Rows only: one sum per sample, added up by one thread, in an order that does not depend on who computed them.</summary>
    protected override (Range Rows, Range Columns) Block(Tensor z, int part, int parts) => (Share.Of(z.Rows, part, parts, 1), Range.All);

    protected override void Slopes(Tensor z, Tensor dy, Tensor dz, Range rows, Range columns)
    {
        var (row, count) = rows.GetOffsetAndLength(z.Rows);
        for (var end = row + count; row < end; row++)
        {
            var sum = _bySample.Values.Slice(row, 1);
            sum.Clear();
            activation.Backward(z.Row(row), Parameter.Value.Values, dy.Row(row), dz.Row(row), sum);
        }
    }

    protected override void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows)
    {
        for (var row = rows.Start.GetOffset(z.Rows); !dy.IsEmpty; row++, dy = dy[z.Columns..])
        {
            var sum = _bySample.Values.Slice(row, 1);
            sum.Clear();
            activation.Backward(z.Row(row), Parameter.Value.Values, dy[..z.Columns], dz.Row(row), sum);
        }
    }

    public override void Reserve(int rows) => _bySample = rows > _bySample.Length ? new(rows) : _bySample;

    public override void Finish(int rows)
    {
        var sum = 0.0;
        foreach (var value in _bySample.Values[..rows])
        {
            sum += value;
        }
        Parameter.Gradient.Values[0] = (float)sum;
    }

    public override void Initialize() => Parameter.Value.Values.Fill(Present(activation, trained).Value);
}
