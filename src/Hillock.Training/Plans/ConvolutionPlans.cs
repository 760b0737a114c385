namespace Hillock.Training;

/// <summary><c>conv 16 3x3 stride 2 padding same groups 4</c>: a <see cref="Convolution"/>.</summary>
/// <param name="Channels">Channels that go out; <c>null</c> for as many as come in, each by itself (<c>depthwise 3x3</c>).</param>
/// <param name="Kernel">Extents of the kernel, as written: <c>3x3</c>.</param>
/// <param name="Stride">Positions from one window to the next.</param>
/// <param name="Padding">Zeros on each side; <c>null</c> for as many as keep the extents at stride 1.</param>
/// <param name="Groups">Groups of channels.</param>
public sealed record ConvolutionPlan(int? Channels, string Kernel, int Stride = 1, int? Padding = null, int Groups = 1) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text =>
        (Channels is { } channels ? $"conv {channels} {Kernel}" : $"depthwise {Kernel}")
        + (Stride == 1 ? "" : $" stride {Stride}") + (Padding is { } padding ? $" padding {padding}" : "") + (Groups == 1 ? "" : $" groups {Groups}");

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new Convolution(
        site.Name(Channels is null ? "depthwise" : "conv"), site.Input, Channels ?? site.Input.Channels, Extents.Of(Kernel), Stride, Padding,
        Channels is null ? site.Input.Channels : Groups, site.TakeActivation());

    /// <summary>Reads what stands after <c>conv</c>, or after <c>depthwise</c>.</summary>
    internal static ConvolutionPlan Read(PlanWords words, bool depthwise)
    {
        var stride = words.Option("stride", 1, 1);
        var padding = words.OptionText("padding") is { } text and not "same" ? words.Number(text, "padding", 0) : (int?)null;
        var groups = depthwise ? 1 : words.Option("groups", 1, 1);
        var channels = depthwise ? (int?)null : words.Whole("CHANNELS");
        return new(channels, Extents.Text(words.Extents("KERNEL")), stride, padding, groups);
    }
}

/// <summary><c>maxpool 2 stride 2</c> or <c>avgpool 2</c>: a <see cref="MaxPool"/> or an <see cref="AveragePool"/>.</summary>
/// <param name="Max">Whether it takes the greatest; otherwise the mean.</param>
/// <param name="Size">Extents of a window, as written: <c>2</c> or <c>2x2</c>.</param>
/// <param name="Stride">Positions from one window to the next; <c>null</c> for windows side by side.</param>
public sealed record PoolPlan(bool Max, string Size, int? Stride = null) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => $"{Word} {Size}{(Stride is { } stride ? $" stride {stride}" : "")}";

    private string Word => Max ? "maxpool" : "avgpool";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => Max
        ? new MaxPool(site.Name(Word), site.Input, Extents.Of(Size), Stride)
        : new AveragePool(site.Name(Word), site.Input, Extents.Of(Size), Stride);

    /// <summary>Reads what stands after the word.</summary>
    internal static PoolPlan Read(PlanWords words, bool max)
    {
        var stride = words.Option("stride", 0, 1);
        return new(max, Extents.Text(words.Extents("SIZE")), stride == 0 ? null : stride);
    }
}

/// <summary><c>globalpool</c>: the mean of all positions, or with <c>max</c> the greatest.</summary>
/// <param name="Max">Whether it takes the greatest.</param>
public sealed record GlobalPoolPlan(bool Max) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => Max ? "globalpool max" : "globalpool";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) =>
        Max ? MaxPool.Global(site.Name("globalpool"), site.Input) : AveragePool.Global(site.Name("globalpool"), site.Input);
}

/// <summary>Extents as plans write them.</summary>
internal static class Extents
{
    /// <summary><c>3x3</c>.</summary>
    public static string Text(int[] extents) => string.Join('x', extents);

    /// <summary>The numbers of <c>3x3</c>.</summary>
    public static int[] Of(string text) => [.. text.Split('x').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
}
