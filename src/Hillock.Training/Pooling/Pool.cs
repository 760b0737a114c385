namespace Hillock.Training;

/// <summary>A layer that makes one position of each window of positions, channel by channel.</summary>
public abstract class Pool : SampleLayer
{
    private readonly Room _y;

    /// <summary>Windows over images or sequences.</summary>
    private protected Pool(string name, SampleShape input, in Windows windows, bool global)
        : base(name, input, global ? [input.Channels] : windows.OutputOf(input, input.Channels))
    {
        _y = NewRoom(Output);
        var (rows, columns, channels) = (windows.Rows, windows.Columns, windows.Channels);
        Channels = channels;
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

    /// <summary>Channels of a position.</summary>
    private protected int Channels { get; }

    /// <summary>Where the positions of a window are, from its first.</summary>
    private protected int[] Taps { get; }

    /// <summary>Where the windows begin in a sample.</summary>
    private protected int[] Starts { get; }

    /// <summary>Whether every position is in exactly one window.</summary>
    private protected bool IsTiled { get; }

    // A comparison or an addition for each number of each window, most of the time spent waiting for memory.
    internal override long SampleWork => (long)Units * Taps.Length * 4;

    /// <summary>Pooling keeps the kind of numbers that come: they are still the activation's that made them.</summary>
    /// <param name="before">The activation that makes this layer's inputs.</param>
    public override Activation? ActivationAfter(Activation? before) => before;

    /// <summary>After the last channel of whole registers that begin with the first.</summary>
    private protected int LastOf(int first, int register) => first + ((Channels - first) / register * register);

    /// <summary>One sample forward.</summary>
    private protected abstract unsafe void Forward(int sample, float* x, float* y);

    /// <summary>One sample backward; <paramref name="dx"/> is 0 unless every position is in exactly one window.</summary>
    private protected abstract unsafe void Backward(int sample, float* dy, float* dx);

    internal override unsafe void Forward(int sample)
    {
        Forward(sample, InputValues!.Pointer + ((nint)sample * Inputs), Outputs.Pointer + ((nint)sample * Units));
        GC.KeepAlive(this);
    }

    internal override unsafe void Backward(int sample, int sum, bool first)
    {
        if (InputGradients is not { } dx)
        {
            return;
        }
        if (!IsTiled)
        {
            dx.Row(sample).Clear();
        }
        Backward(sample, Gradients.Pointer + ((nint)sample * Units), dx.Pointer + ((nint)sample * Inputs));
        GC.KeepAlive(this);
    }
}
