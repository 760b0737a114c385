namespace Hillock.Training;

/// <summary>The activation of one layer at work on a whole batch, a part per thread.</summary>
internal abstract class Elementwise
{
    /// <summary>About how many multiplications the slope of one element takes.</summary>
    public const long Cost = 16;

    /// <summary>Two arrays of as many fill two thirds of a 48 KiB first-level cache.</summary>
    private const int NumbersTogether = 4096;

    private static float[] _ones = [];

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
        var (row, count) = rows.GetOffsetAndLength(z.Rows);
        var end = row + count;
        for (var step = RowsTogether(z); row < end; row += step)
        {
            var some = row..Math.Min(row + step, end);
            Values(z, y, some, columns);
            FaintNumbers.Clear(y, some, columns);
        }
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

    /// <summary>Makes sure that there is room for the sums of so many blocks, see <see cref="BackwardBlock"/>.</summary>
    public virtual void ReserveBlocks(int blocks)
    {
    }

    /// <summary>
    /// dz = f′(z)·dy for whole rows, by a layer that cuts the batch into blocks itself: each block has sums of its own, which
    /// <see cref="FinishBlocks"/> adds in their order. So it does not matter who computes which.
    /// </summary>
    public virtual void BackwardBlock(Tensor z, Tensor dy, Tensor dz, Range rows, int block)
    {
        var (row, count) = rows.GetOffsetAndLength(z.Rows);
        var end = row + count;
        for (var step = RowsTogether(z); row < end; row += step)
        {
            var some = row..Math.Min(row + step, end);
            Slopes(z, dy, dz, some, Range.All);
            FaintNumbers.Clear(dz, some, Range.All);
        }
    }

    /// <summary>What can be done only when all blocks are.</summary>
    public virtual void FinishBlocks(int blocks)
    {
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

    /// <summary>Makes f′(z) of z in place, with the trained parameter as it is now. No gradient and no other number is touched.</summary>
    /// <param name="z">What the activation was applied to; its outputs where <see cref="TakesOutputs"/> says so. It begins with a row.</param>
    /// <param name="first">Which element of all these is the first.</param>
    public virtual void ToSlopes(Span<float> z, int first)
    {
        for (var together = SlopesTogether; !z.IsEmpty; z = z[Math.Min(together, z.Length)..], first += together)
        {
            var some = z[..Math.Min(together, z.Length)];
            ToSlopes(some, Ones(some.Length), first);
        }
    }

    /// <summary>Upstream gradients that leave slopes as they are.</summary>
    public static ReadOnlySpan<float> Ones(int count)
    {
        // Runs side by side share them: another thread may put a shorter array there at any time.
        var ones = _ones;
        if (ones.Length < count)
        {
            ones = new float[count];
            Array.Fill(ones, 1);
            _ones = ones;
        }
        return ones.AsSpan(0, count);
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

    /// <summary>Makes slopes of so many numbers in one go.</summary>
    protected virtual int SlopesTogether => NumbersTogether;

    /// <summary>Makes f′(z) of z in place.</summary>
    protected abstract void ToSlopes(Span<float> z, ReadOnlySpan<float> ones, int first);

    /// <summary>dz = f′(z)·dy for whole rows.</summary>
    protected virtual void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows) =>
        throw new InvalidOperationException("Only a form for recurrences passes rows in blocks.");

    /// <summary>The values of whole rows.</summary>
    protected static Range Elements(Tensor z, Range rows) =>
        (rows.Start.GetOffset(z.Rows) * z.Columns)..(rows.End.GetOffset(z.Rows) * z.Columns);

    /// <summary>How many rows are taken at a time, so that what is read twice is still in the first-level cache.</summary>
    private static int RowsTogether(Tensor z) => Math.Max(1, NumbersTogether / z.Columns);

    /// <summary>The parameter's name as the activation has it, and its value there.</summary>
    protected static (string Name, float Value) Present(Activation activation, TrainedParameter trained) =>
        (activation.Parameters[trained.Index].Name, (float)activation.Values[trained.Index]);
}

/// <summary>An activation in which nothing is trained.</summary>
internal class FixedElementwise(Activation activation) : Elementwise
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

    protected override void ToSlopes(Span<float> z, ReadOnlySpan<float> ones, int first) => activation.Backward(z, ones, z);
}
