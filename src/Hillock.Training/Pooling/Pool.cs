namespace Hillock.Training;

/// <summary>A layer that makes one position of each window of positions, channel by channel.</summary>
public abstract class Pool : Layer
{
    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private Tensor? _inputs, _dx;

    /// <summary>Windows over images or sequences.</summary>
    private protected Pool(string name, SampleShape input, in Windows windows, bool global)
        : base(name, input, global ? [input.Channels] : windows.OutputOf(input, input.Channels))
    {
        _y = NewRoom(Output);
        (_forward, _backward) = (Forward, Backward);
        var (rows, columns, channels) = (windows.Rows, windows.Columns, windows.Channels);
        IsTiled = rows.IsTiled && columns.IsTiled;
        Taps = [.. from i in Enumerable.Range(0, rows.Kernel) from j in Enumerable.Range(0, columns.Kernel) select ((i * columns.Input) + j) * channels];
        Starts =
        [
            .. from i in Enumerable.Range(0, rows.Output)
               from j in Enumerable.Range(0, columns.Output)
               select ((i * rows.Stride * columns.Input) + (j * columns.Stride)) * channels,
        ];
    }

    /// <inheritdoc/>
    public override Tensor Outputs => _y.BySample;

    /// <summary>Where the positions of a window are, from its first.</summary>
    private protected int[] Taps { get; }

    /// <summary>Where the windows begin in a sample.</summary>
    private protected int[] Starts { get; }

    /// <summary>Whether every position is in exactly one window.</summary>
    private protected bool IsTiled { get; }

    private long Work => (long)Outputs.Length * Taps.Length * 4;

    /// <summary>Pooling keeps the kind of numbers that come: they are still the activation's that made them.</summary>
    /// <param name="before">The activation that makes this layer's inputs.</param>
    public override Activation? ActivationAfter(Activation? before) => before;

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        _inputs = inputs;
        pass.Crew.Run(_forward, Work);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        _dx = inputGradients;
        if (_dx is not null)
        {
            crew.Run(_backward, Work);
        }
    }

    /// <summary>One sample forward.</summary>
    private protected abstract unsafe void Forward(int sample, float* x, float* y);

    /// <summary>One sample backward; <paramref name="dx"/> is 0 unless every position is in exactly one window.</summary>
    private protected abstract unsafe void Backward(int sample, float* dy, float* dx);

    private unsafe void Forward(int part, int parts)
    {
        var (sample, count) = Share.Of(_inputs!.Rows, part, parts, 1).GetOffsetAndLength(_inputs.Rows);
        for (; count > 0; sample++, count--)
        {
            Forward(sample, _inputs.Pointer + ((nint)sample * Inputs), Outputs.Pointer + ((nint)sample * Units));
        }
        GC.KeepAlive(this);
    }

    private unsafe void Backward(int part, int parts)
    {
        var (sample, count) = Share.Of(_dx!.Rows, part, parts, 1).GetOffsetAndLength(_dx.Rows);
        for (; count > 0; sample++, count--)
        {
            if (!IsTiled)
            {
                _dx.Row(sample).Clear();
            }
            Backward(sample, Gradients.Pointer + ((nint)sample * Units), _dx.Pointer + ((nint)sample * Inputs));
        }
        GC.KeepAlive(this);
    }
}
