namespace Hillock.Training;

/// <summary>Normalisation of each position by itself, over its channels.</summary>
public abstract unsafe class RowNorm : Normalization
{
    /// <summary>Rows whose gradients of scale and shift are added up in one go.</summary>
    private const int BlockRows = 64;

    private readonly Action<int, int> _forward, _backward;
    private readonly Room _moments;
    private readonly bool _centred;
    private Tensor _partial;

    private protected RowNorm(string name, SampleShape shape, Activation? activation, bool centred)
        : base(name, shape, activation, shifts: centred)
    {
        _centred = centred;
        _moments = NewRoom(2 * shape.Positions);
        _partial = new(0, 2 * shape.Channels);
        (_forward, _backward) = (Forward, Backward);
    }

    private int Rows => InputsByPosition.Rows;

    private int Channels => Input.Channels;

    private protected override int Blocks => (Rows + BlockRows - 1) / BlockRows;

    private protected override void Normalize(in Pass pass)
    {
        ReserveBlocks(Blocks);
        pass.Crew.Run(_forward, Work);
    }

    private protected override void Differentiate(Crew crew)
    {
        crew.Run(_backward, 2 * Work);
        FinishBlocks(Blocks);
    }

    /// <summary>Makes sure that there is room for the sums of so many blocks, see <see cref="Backward(Tensor, Range, int)"/>.</summary>
    internal void ReserveBlocks(int blocks) => _partial = blocks > _partial.Rows ? new(blocks, 2 * Channels) : _partial;

    /// <summary>Adds up the blocks' sums, in their order.</summary>
    internal void FinishBlocks(int blocks)
    {
        var sums = _partial.FirstRows(blocks).Matrix;
        ColumnSums.Compute(sums.Part(.., Channels..), Scale.Gradient.Pointer);
        if (Shift is not null)
        {
            ColumnSums.Compute(sums.Part(.., ..Channels), Shift.Gradient.Pointer);
        }
        GC.KeepAlive(this);
    }

    /// <summary>z and y of some rows.</summary>
    internal void Forward(Range rows)
    {
        for (var row = rows.Start.Value; row < rows.End.Value; row++)
        {
            var x = At(InputsByPosition, row);
            var mean = _centred ? RowSums.Of(x, Channels) / Channels : 0;
            var inverse = (float)(1 / Math.Sqrt((RowSums.Squares(x, Channels, mean) / Channels) + Epsilon));
            var moments = Moment(row);
            (moments[0], moments[1]) = (mean, inverse);
            RowMaps.Apply(x, Channels, mean, inverse, Scale.Value.Pointer, Shift is null ? null : Shift.Value.Pointer, At(Normalized, row));
        }
        Activate(rows);
        GC.KeepAlive(this);
    }

    /// <summary>From ∂loss/∂z of some rows to ∂loss/∂inputs; the block has its own sums for the gradients of scale and shift.</summary>
    internal void Backward(Tensor? inputGradients, Range rows, int block)
    {
        var sums = _partial.Pointer + ((long)block * 2 * Channels);
        new Span<float>(sums, 2 * Channels).Clear();
        for (var row = rows.Start.Value; row < rows.End.Value; row++)
        {
            float* x = At(InputsByPosition, row), g = At(GradientsByPosition, row);
            var (mean, inverse) = (Moment(row)[0], Moment(row)[1]);
            var (sum, product) = RowSums.Products(x, g, Scale.Value.Pointer, Channels, mean, inverse, sums, sums + Channels);
            if (inputGradients is not null)
            {
                var share = inverse / Channels;
                var shift = _centred ? -share * sum : 0;
                RowMaps.Apply(
                    x, g, Channels, mean, inverse, Scale.Value.Pointer, -share * inverse * inverse * product, shift, At(inputGradients, row));
            }
        }
        GC.KeepAlive(this);
    }

    private void Forward(int part, int parts)
    {
        var (block, count) = Share.Of(Blocks, part, parts, 1).GetOffsetAndLength(Blocks);
        for (var end = block + count; block < end; block++)
        {
            Forward(RowsOf(block));
        }
    }

    private void Backward(int part, int parts)
    {
        var (block, count) = Share.Of(Blocks, part, parts, 1).GetOffsetAndLength(Blocks);
        for (var end = block + count; block < end; block++)
        {
            Slope(RowsOf(block), block);
            Backward(InputGradients, RowsOf(block), block);
        }
    }

    private Range RowsOf(int block) => (block * BlockRows)..Math.Min(Rows, (block + 1) * BlockRows);

    private float* Moment(int row) => _moments.BySample.Pointer + (2L * row);

    private float* At(Tensor byPosition, int row) => byPosition.Pointer + ((long)row * Channels);
}

/// <summary>Layer normalisation: mean and variance over the channels of each position.</summary>
/// <remarks>Ba, Kiros and Hinton 2016, arXiv:1607.06450.</remarks>
/// <param name="name">The layer's name within its network.</param>
/// <param name="shape">The shape of a sample; it stays as it is.</param>
/// <param name="activation">What is applied to the outcome; <c>null</c> for nothing.</param>
public sealed class LayerNorm(string name, SampleShape shape, Activation? activation = null) : RowNorm(name, shape, activation, centred: true);

/// <summary>z = x / √(mean of x² + ε) · scale over the channels of each position: no mean is subtracted, and nothing added.</summary>
/// <remarks>Zhang and Sennrich 2019, arXiv:1910.07467.</remarks>
/// <param name="name">The layer's name within its network.</param>
/// <param name="shape">The shape of a sample; it stays as it is.</param>
/// <param name="activation">What is applied to the outcome; <c>null</c> for nothing.</param>
public sealed class RmsNorm(string name, SampleShape shape, Activation? activation = null) : RowNorm(name, shape, activation, centred: false);
