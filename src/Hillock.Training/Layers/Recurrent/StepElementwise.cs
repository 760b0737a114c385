namespace Hillock.Training;

/// <summary>
/// An activation whose slope is had from its output. Gates saturate at 0 and 1, where that slope is off by 2⁻²⁴ and a gradient of what is
/// closed does not feel it; and half as much memory has to be kept and read again for each step.
/// </summary>
internal sealed class OutputElementwise(Activation activation) : FixedElementwise(activation)
{
    private readonly Activation _activation = activation;

    public override bool TakesOutputs => true;

    protected override void Slopes(Tensor z, Tensor dy, Tensor dz, Range rows, Range columns)
    {
        foreach (var segment in new Segments(z, rows, columns))
        {
            _activation.BackwardFromOutput(z.Values[segment], dy.Values[segment], dz.Values[segment]);
        }
    }

    protected override void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows) =>
        _activation.BackwardFromOutput(z.Values[Elements(z, rows)], dy, dz.Values[Elements(dz, rows)]);

    protected override void ToSlopes(Span<float> z, ReadOnlySpan<float> ones, int first) => _activation.BackwardFromOutput(z, ones, z);
}

/// <summary>One trained parameter for each unit; its gradient is kept by row, and added up in their order when all have been passed.</summary>
internal sealed class ByRowElementwise(Activation activation, TrainedParameter trained, string layer, int units)
    : PerUnitElementwise(activation, trained, layer, units)
{
    private readonly Activation _activation = activation;
    private Tensor _byRow = new(0, units);

    public override void Reserve(int rows) => _byRow = rows > _byRow.Rows ? new(rows, _byRow.Columns) : _byRow;

    protected override void Slopes(Tensor z, ReadOnlySpan<float> dy, Tensor dz, Range rows)
    {
        for (var row = rows.Start.GetOffset(z.Rows); !dy.IsEmpty; row++, dy = dy[z.Columns..])
        {
            var gradient = _byRow.Row(row);
            gradient.Clear();
            _activation.Backward(z.Row(row), Parameter.Value.Values, dy[..z.Columns], dz.Row(row), gradient);
        }
    }

    public override unsafe void Finish(int rows) => ColumnSums.Compute(_byRow.FirstRows(rows).Matrix, Parameter.Gradient.Pointer);
}
