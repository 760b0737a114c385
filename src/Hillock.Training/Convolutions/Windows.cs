namespace Hillock.Training;

/// <summary>The windows that a convolution or a pooling layer sees of a sample.</summary>
/// <param name="Rows">Down an image.</param>
/// <param name="Columns">Along its rows, or along a sequence.</param>
/// <param name="Channels">Channels of a position.</param>
internal readonly record struct Windows(Axis Rows, Axis Columns, int Channels)
{
    /// <summary>Positions that go out.</summary>
    public int Outputs => Rows.Output * Columns.Output;

    /// <summary>Positions that a window sees.</summary>
    public int Taps => Rows.Kernel * Columns.Kernel;

    /// <summary>Whether windows see nothing but what comes in.</summary>
    public bool AreBare => Rows.IsBare && Columns.IsBare;

    /// <summary>Windows of that kernel.</summary>
    /// <param name="layer">The layer's name, for messages.</param>
    /// <param name="input">An image, rows × columns × channels, or a sequence, steps × channels.</param>
    /// <param name="kernel">Extents of a window; one number stands for all.</param>
    /// <param name="stride">Positions from one window to the next, in each direction.</param>
    /// <param name="padding">
    /// Zeros on each side; <c>null</c> for as many as keep the extents at stride 1: of an odd number the greater half comes after.
    /// </param>
    /// <exception cref="HillockException">They do not fit.</exception>
    public static Windows Of(string layer, SampleShape input, ReadOnlySpan<int> kernel, int stride, int? padding)
    {
        if (input.Rank is not (2 or 3))
        {
            throw new HillockException(
                $"{layer} takes images, rows × columns × channels, or sequences, steps × channels; what comes in has shape {input}");
        }
        var directions = input.Rank - 1;
        if (kernel.Length != directions && kernel.Length != 1)
        {
            throw new HillockException(
                $"{layer}: a window of {string.Join('x', kernel.ToArray())} does not fit samples of shape {input}; write {(directions == 1 ? "3" : "3x3")} for example");
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padding ?? 0, nameof(padding));
        var columns = Along(layer, input[^2], kernel[^1], stride, padding);
        return new(directions == 1 ? Axis.One : Along(layer, input[0], kernel[0], stride, padding), columns, input.Channels);
    }

    /// <summary>Windows without zeros, side by side unless a stride is given.</summary>
    /// <exception cref="HillockException">They do not fit.</exception>
    public static Windows SideBySide(string layer, SampleShape input, ReadOnlySpan<int> size, int? stride)
    {
        var windows = Of(layer, input, size, stride ?? 1, 0);
        return stride is not null
            ? windows
            : windows with { Rows = windows.Rows with { Stride = windows.Rows.Kernel }, Columns = windows.Columns with { Stride = windows.Columns.Kernel } };
    }

    /// <summary>One window of all positions.</summary>
    /// <exception cref="HillockException">There are no positions.</exception>
    public static Windows Whole(string layer, SampleShape input) =>
        input.Rank > 1 ? SideBySide(layer, input, input.Extents[..^1], null) : Of(layer, input, [1], 1, 0);

    /// <summary>The shape of a sample that goes out.</summary>
    public SampleShape OutputOf(SampleShape input, int channels) =>
        input.Rank == 2 ? [Columns.Output, channels] : [Rows.Output, Columns.Output, channels];

    private static Axis Along(string layer, int input, int kernel, int stride, int? padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel, 1);
        if (padding >= kernel)
        {
            throw new HillockException(
                $"{layer}: with padding {padding} some windows of {kernel} see nothing but zeros; write padding {kernel - 1} or less");
        }
        var axis = new Axis(input, kernel, stride, padding ?? ((kernel - 1) / 2), padding ?? (kernel / 2));
        return axis.Padded >= kernel
            ? axis
            : throw new HillockException(
                $"{layer}: a window of {kernel} does not fit into {input} positions"
                + (padding > 0 ? $" and {2 * padding} zeros" : "") + $"; write {axis.Padded} or less");
    }
}
