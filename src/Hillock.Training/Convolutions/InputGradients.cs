namespace Hillock.Training;

/// <summary>The gradients of what comes into a convolution: ∂x[i, c] = Σ ∂z[p, o]·W[tap, c, o] over the windows p with i = p + tap.</summary>
/// <remarks>
/// A convolution itself, of gradients with zeros around them and weights in the opposite order. With a stride s, inputs whose places leave
/// the same remainder by s are in the same places of their windows: there is a convolution for each remainder, and none multiplies zeros
/// that only fill gaps.
/// </remarks>
internal sealed unsafe class InputGradients
{
    private readonly Grouping _grouping;
    private readonly Frame _frame;
    private readonly List<Phase> _phases = [];
    private readonly Tensor _zeros;

    /// <summary>For a convolution with these windows.</summary>
    public InputGradients(in Windows windows, Grouping grouping)
    {
        var (rows, columns) = (windows.Rows, windows.Columns);
        _grouping = grouping;
        var ((top, height), (left, width)) = (rows.Gradients, columns.Gradients);
        _frame = new(rows.Output, columns.Output, top, left, height, width, grouping.Outputs, grouping.Output);
        for (var i = 0; i < rows.Stride; i++)
        {
            for (var j = 0; j < columns.Stride; j++)
            {
                _phases.Add(new(rows, columns, i, j, _frame, grouping));
            }
        }
        _zeros = new(WalkProduct.Filled(grouping.Input.Channels));
    }

    /// <summary>Takes the weights of a step.</summary>
    public void Take(Tensor weights)
    {
        foreach (var phase in _phases)
        {
            phase.Take(weights, _grouping);
        }
    }

    /// <summary>The gradients of one sample.</summary>
    public void Compute(float* dz, float* dx)
    {
        var copy = Panel.Scratch(_frame.Floats);
        for (var group = 0; group < _grouping.Count; group++)
        {
            var windows = _frame.Around(dz + (group * _grouping.Output.Channels), copy);
            foreach (var phase in _phases)
            {
                phase.Compute(windows, group, _zeros.Pointer, dx + (group * _grouping.Input.Channels), _grouping.Input.Channels);
            }
        }
        GC.KeepAlive(this);
    }

    /// <summary>The inputs whose places leave one pair of remainders.</summary>
    private sealed class Phase
    {
        private readonly Walk _walk;
        private readonly RowPlaces _windows, _results;
        private readonly int[] _weightRows;
        private readonly Tensor _weights;

        public Phase(Axis rows, Axis columns, int row, int column, in Frame frame, Grouping grouping)
        {
            var (tapRows, tapColumns) = (rows.TapsOf(row), columns.TapsOf(column));
            _walk = grouping.Output.Along(tapColumns == 0 ? 0 : tapRows, tapColumns, frame.Width);
            List<int> windows = [], results = [], weightRows = [];
            for (var i = 0; i < rows.Input; i++)
            {
                for (var j = 0; j < columns.Input; j++)
                {
                    var ((y, rowRemainder), (x, columnRemainder)) =
                        (Math.DivRem(i + rows.Before, rows.Stride), Math.DivRem(j + columns.Before, columns.Stride));
                    if (rowRemainder == row && columnRemainder == column)
                    {
                        results.Add(((i * columns.Input) + j) * grouping.Inputs);
                        windows.Add(
                            (((y - tapRows + 1 + frame.Top) * frame.Width) + x - tapColumns + 1 + frame.Left) * grouping.Output.Pitch);
                    }
                }
            }
            // Windows run upwards, so the taps of an input run downwards.
            for (var y = _walk.Lines - 1; y >= 0; y--)
            {
                for (var x = tapColumns - 1; x >= 0; x--)
                {
                    var tap = ((row + (y * rows.Stride)) * columns.Kernel) + column + (x * columns.Stride);
                    for (var channel = 0; channel < grouping.Output.Terms; channel++)
                    {
                        weightRows.Add((tap * grouping.Input.Terms * grouping.Outputs) + channel);
                    }
                }
            }
            (_windows, _results, _weightRows) = (new(windows), new(results), [.. weightRows]);
            _weights = new(grouping.Count, _walk.Terms * WalkProduct.Filled(grouping.Input.Channels));
        }

        public void Take(Tensor weights, Grouping grouping)
        {
            for (var group = 0; group < grouping.Count; group++)
            {
                WalkProduct.Pack(
                    _walk, weights.Pointer + (group * grouping.Output.Channels), _weightRows, grouping.Input.Channels,
                    grouping.PerChannel ? 1 : grouping.Outputs, _weights.Pointer + (group * _weights.Columns));
            }
            GC.KeepAlive(weights);
        }

        public void Compute(float* dz, int group, float* zeros, float* dx, int channels) =>
            WalkProduct.Compute(
                _walk, dz, _windows, _weights.Pointer + (group * _weights.Columns), 0, zeros, dx, _results, channels);
    }
}
