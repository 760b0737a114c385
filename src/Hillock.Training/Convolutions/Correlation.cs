namespace Hillock.Training;

/// <summary>The way forward of a convolution: z[p, o] = b[o] + Σ x[p + tap, c]·W[tap, c, o], a product whose left factor is the windows.</summary>
/// <remarks>
/// With channels last, a window's positions in one row of the image lie next to each other, and the windows of neighbouring positions
/// overlap: the left factor's rows are read where they are.
/// </remarks>
internal sealed unsafe class Correlation
{
    private readonly Grouping _grouping;
    private readonly Frame _frame;
    private readonly Walk _walk;
    private readonly RowPlaces _rows, _results;
    private readonly int[] _weightRows;
    private readonly Tensor _weights, _biases;

    /// <summary>A convolution with these windows.</summary>
    public Correlation(in Windows windows, Grouping grouping)
    {
        var (rows, columns) = (windows.Rows, windows.Columns);
        _grouping = grouping;
        _frame = FrameOf(windows, grouping);
        _walk = grouping.Input.Along(rows.Kernel, columns.Kernel, _frame.Width);
        List<int> starts = [], results = [];
        for (var i = 0; i < rows.Output; i++)
        {
            for (var j = 0; j < columns.Output; j++)
            {
                results.Add(starts.Count * grouping.Outputs);
                starts.Add(((i * rows.Stride * _frame.Width) + (j * columns.Stride)) * grouping.Input.Pitch);
            }
        }
        (_rows, _results) = (new(starts), new(results));
        _weightRows = [.. Enumerable.Range(0, _walk.Terms).Select(term => term * grouping.Outputs)];
        var filled = WalkProduct.Filled(grouping.Output.Channels);
        (_weights, _biases) = (new(grouping.Count, _walk.Terms * filled), new(grouping.Count, filled));
    }

    /// <summary>What comes in, with the zeros around it.</summary>
    public static Frame FrameOf(in Windows windows, Grouping grouping)
    {
        var (rows, columns) = (windows.Rows, windows.Columns);
        return new(rows.Input, columns.Input, rows.Before, columns.Before, rows.Padded, columns.Padded, grouping.Inputs, grouping.Input);
    }

    /// <summary>Takes the weights of a step, (taps · channels of a group) × channels that go out, and the biases.</summary>
    public void Take(Tensor weights, Tensor biases)
    {
        var outputs = _grouping.Output.Channels;
        for (var group = 0; group < _grouping.Count; group++)
        {
            WalkProduct.Pack(_walk, weights.Pointer + (group * outputs), _weightRows, outputs, 1, _weights.Pointer + (group * _weights.Columns));
            biases.Values.Slice(group * outputs, outputs).CopyTo(_biases.Row(group));
        }
        GC.KeepAlive(weights);
    }

    /// <summary>The outputs of one sample.</summary>
    public void Compute(float* x, float* z)
    {
        var copy = Panel.Scratch(_frame.Floats);
        for (var group = 0; group < _grouping.Count; group++)
        {
            var windows = _frame.Around(x + (group * _grouping.Input.Channels), copy);
            WalkProduct.Compute(
                _walk, windows, _rows, _weights.Pointer + (group * _weights.Columns), 0, _biases.Pointer + (group * _biases.Columns),
                z + (group * _grouping.Output.Channels), _results, _grouping.Output.Channels);
        }
        GC.KeepAlive(this);
    }
}
