namespace Hillock.Training;

/// <summary>An activation with one trained parameter for each unit.</summary>
internal class PerUnitElementwise(Activation activation, TrainedParameter trained, string layer, int units) : Elementwise
{
    /// <summary>Numbers from which on the cost of a call is forgotten.</summary>
    private const int LongSpan = 1024;

    /// <summary>Rows of few units are taken together, the parameters side by side as often: a kernel wants long spans.</summary>
    private readonly Tensor _repeated = new(Math.Max(1, LongSpan / units), units);

    /// <summary>Where gradients of the parameter go that nobody wants.</summary>
    private float[]? _unwanted;

    /// <summary>A row for each block: the sums of each number of <see cref="_repeated"/>.</summary>
    private Tensor _sums = new(0, Math.Max(1, LongSpan / units) * units);

    public override Trainable Parameter { get; } = new($"{layer}.{Present(activation, trained).Name}", units);

    public override void Begin(in Pass pass) => Repeat();

    public override void ToSlopes(Span<float> z, int first)
    {
        Repeat();
        base.ToSlopes(z, first);
    }

    protected override int SlopesTogether => _repeated.Length;

    protected override void ToSlopes(Span<float> z, ReadOnlySpan<float> ones, int first)
    {
        _unwanted ??= new float[_repeated.Length];
        activation.Backward(z, _repeated.Values[..z.Length], ones, z, _unwanted.AsSpan(0, z.Length));
    }

    private void Repeat()
    {
        for (var row = 0; row < _repeated.Rows; row++)
        {
            Parameter.Value.Values.CopyTo(_repeated.Row(row));
        }
    }

    protected override void Values(Tensor z, Tensor y, Range rows, Range columns)
    {
        if (columns.GetOffsetAndLength(units).Length == units)
        {
            for (var (at, left) = Elements(z, rows).GetOffsetAndLength(z.Length); left > 0; at += _repeated.Length, left -= _repeated.Length)
            {
                var length = Math.Min(left, _repeated.Length);
                activation.Forward(z.Values.Slice(at, length), _repeated.Values[..length], y.Values.Slice(at, length));
            }
            return;
        }
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

    public override void ReserveBlocks(int blocks) => _sums = blocks > _sums.Rows ? new(blocks, _repeated.Length) : _sums;

    public override void BackwardBlock(Tensor z, Tensor dy, Tensor dz, Range rows, int block)
    {
        var sums = _sums.Row(block);
        sums.Clear();
        for (var (at, left) = Elements(z, rows).GetOffsetAndLength(z.Length); left > 0; at += _repeated.Length, left -= _repeated.Length)
        {
            var length = Math.Min(left, _repeated.Length);
            activation.Backward(
                z.Values.Slice(at, length), _repeated.Values[..length], dy.Values.Slice(at, length), dz.Values.Slice(at, length), sums[..length]);
        }
        FaintNumbers.Clear(dz, rows, Range.All);
    }

    public override unsafe void FinishBlocks(int blocks)
    {
        ColumnSums.Compute(_sums.FirstRows(blocks).Reshaped(blocks * _repeated.Rows, units).Matrix, Parameter.Gradient.Pointer);
        GC.KeepAlive(this);
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

    protected override void Slopes(Tensor z, Tensor dy, Tensor dz, Range rows, Range columns) => Slopes(z, dy.Values[Elements(dy, rows)], dz, rows);

    protected override void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows)
    {
        for (var row = rows.Start.GetOffset(z.Rows); !dy.IsEmpty; row++, dy = dy[z.Columns..])
        {
            var sum = _bySample.Values.Slice(row, 1);
            sum.Clear();
            activation.Backward(z.Row(row), Parameter.Value.Values, dy[..z.Columns], dz.Row(row), sum);
        }
    }

    protected override void ToSlopes(Span<float> z, ReadOnlySpan<float> ones, int first)
    {
        Span<float> unwanted = stackalloc float[1];
        unwanted.Clear();
        activation.Backward(z, Parameter.Value.Values, ones, z, unwanted);
    }

    public override void ReserveBlocks(int blocks) => Reserve(blocks);

    public override void BackwardBlock(Tensor z, Tensor dy, Tensor dz, Range rows, int block)
    {
        var sum = _bySample.Values.Slice(block, 1);
        sum.Clear();
        foreach (var segment in new Segments(z, rows, Range.All))
        {
            activation.Backward(z.Values[segment], Parameter.Value.Values, dy.Values[segment], dz.Values[segment], sum);
        }
        FaintNumbers.Clear(dz, rows, Range.All);
    }

    public override void FinishBlocks(int blocks) => Finish(blocks);

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
