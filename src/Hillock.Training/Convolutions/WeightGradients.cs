namespace Hillock.Training;

/// <summary>The gradients of a convolution's weights: ∂W[tap, c, o] = Σ x[p + tap, c]·∂z[p, o] over positions and samples; and of its biases.</summary>
internal sealed unsafe class WeightGradients
{
    private readonly Grouping _grouping;
    private readonly Frame _frame, _gradientFrame;
    private readonly Walk _walk;
    private readonly RowPlaces _rows, _results;
    private readonly int _positions, _filled, _terms;
    private readonly Tensor _zeros;

    /// <summary>For a convolution with these windows.</summary>
    public WeightGradients(in Windows windows, Grouping grouping)
    {
        var (rows, columns) = (windows.Rows, windows.Columns);
        (_grouping, _positions) = (grouping, windows.Outputs);
        _frame = Correlation.FrameOf(windows, grouping);
        _filled = WalkProduct.Filled(grouping.Output.Channels);
        // Panels are read in place: a row of them ends with a whole register.
        _gradientFrame = new(1, _positions, 0, 0, 1, _positions, grouping.Outputs, new(grouping.Output.Channels, _filled, 1));
        IsInPlace = grouping.Output.Channels == _filled;
        _walk = new(
            rows.Output, (nint)rows.Stride * _frame.Width * grouping.Input.Pitch, columns.Output, (nint)columns.Stride * grouping.Input.Pitch, grouping.PerChannel);
        List<int> starts = [], results = [];
        for (var i = 0; i < rows.Kernel; i++)
        {
            for (var j = 0; j < columns.Kernel; j++)
            {
                for (var channel = 0; channel < grouping.Input.Terms; channel++)
                {
                    results.Add(starts.Count * _filled);
                    starts.Add((((i * _frame.Width) + j) * grouping.Input.Pitch) + channel);
                }
            }
        }
        (_rows, _results, _terms) = (new(starts), new(results), starts.Count);
        _zeros = new(_filled);
    }

    /// <summary>Numbers of a sum: gradients of weights, each row to the end of a register, and of biases.</summary>
    public int Floats => (_grouping.Count * _terms * _filled) + _grouping.Outputs;

    /// <summary>How many rows <see cref="Sum"/> adds up.</summary>
    public int SumRows => (_grouping.Count * _terms) + 1;

    private bool IsInPlace { get; }

    /// <summary>Adds the gradients of one sample to a sum.</summary>
    /// <param name="x">What came in.</param>
    /// <param name="dz">The gradients of what went out.</param>
    /// <param name="sum">The sum, see <see cref="Floats"/>.</param>
    /// <param name="first">Whether the sum begins with this sample.</param>
    public void Add(float* x, float* dz, float* sum, bool first)
    {
        var copy = Panel.Scratch(_frame.Floats + (IsInPlace ? 0 : _gradientFrame.Floats));
        for (var group = 0; group < _grouping.Count; group++)
        {
            var windows = _frame.Around(x + (group * _grouping.Input.Channels), copy);
            var right = dz + (group * _grouping.Output.Channels);
            if (!IsInPlace)
            {
                right = _gradientFrame.Around(right, copy + _frame.Floats);
            }
            WalkProduct.Compute(
                _walk, windows, _rows, right, IsInPlace ? _grouping.Outputs : _filled, first ? _zeros.Pointer : null,
                sum + (group * _terms * _filled), _results, _filled);
        }
        ColumnSums.Add(dz, _positions, _grouping.Outputs, sum + (_grouping.Count * _terms * _filled), first);
        GC.KeepAlive(this);
    }

    /// <summary>Adds up the rows of sums one after the other and puts them where they belong.</summary>
    /// <param name="sums">As many sums as there are rows.</param>
    /// <param name="part">Which rows of the gradients.</param>
    /// <param name="weights">Receives gradients of weights.</param>
    /// <param name="biases">Receives those of biases.</param>
    public void Sum(Tensor sums, Range part, Tensor weights, Tensor biases)
    {
        var (row, count) = part.GetOffsetAndLength(SumRows);
        for (; count > 0; row++, count--)
        {
            var (group, term) = Math.DivRem(row, _terms);
            if (group < _grouping.Count)
            {
                ColumnSums.Compute(
                    sums.Matrix.Part(.., (row * _filled)..((row * _filled) + _grouping.Output.Channels)),
                    weights.Pointer + (term * _grouping.Outputs) + (group * _grouping.Output.Channels));
            }
            else
            {
                ColumnSums.Compute(sums.Matrix.Part(.., (row * _filled)..), biases.Pointer);
            }
        }
        GC.KeepAlive(weights);
        GC.KeepAlive(biases);
    }
}
