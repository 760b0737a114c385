namespace Hillock.Training;

/// <summary>Copies of an image with zeros around it, in which every window is whole.</summary>
/// <param name="Rows">Rows of the image.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Top">Rows of zeros above it.</param>
/// <param name="Left">Columns of zeros before it.</param>
/// <param name="Height">Rows of the copy.</param>
/// <param name="Width">Columns of the copy.</param>
/// <param name="Stride">Numbers from one position of the image to the next.</param>
/// <param name="Side">Which of them are copied, and how they lie in the copy.</param>
internal readonly record struct Frame(int Rows, int Columns, int Top, int Left, int Height, int Width, int Stride, Grouping.Side Side)
{
    /// <summary>Whether the copy would be what there is.</summary>
    public bool IsBare => Rows == Height && Columns == Width && Stride == Side.Pitch;

    /// <summary>Numbers in the copy.</summary>
    public int Floats => IsBare ? 0 : Height * Width * Side.Pitch;

    /// <summary>The image where every window is whole: a copy in the given place, or the image itself.</summary>
    public unsafe float* Around(float* image, float* copy)
    {
        if (IsBare)
        {
            return image;
        }
        var (line, left, inside) = (Width * Side.Pitch, Left * Side.Pitch, Columns * Side.Pitch);
        new Span<float>(copy, Top * line).Clear();
        for (var row = 0; row < Rows; row++)
        {
            var to = copy + ((Top + row) * line);
            new Span<float>(to, left).Clear();
            Copy(image + ((nint)row * Columns * Stride), to + left);
            new Span<float>(to + left + inside, line - left - inside).Clear();
        }
        new Span<float>(copy + ((Top + Rows) * line), (Height - Top - Rows) * line).Clear();
        return copy;
    }

    private unsafe void Copy(float* from, float* to)
    {
        if (Stride == Side.Pitch)
        {
            new ReadOnlySpan<float>(from, Columns * Stride).CopyTo(new(to, Columns * Stride));
            return;
        }
        for (var column = 0; column < Columns; column++, from += Stride, to += Side.Pitch)
        {
            new ReadOnlySpan<float>(from, Side.Channels).CopyTo(new(to, Side.Channels));
            new Span<float>(to + Side.Channels, Side.Pitch - Side.Channels).Clear();
        }
    }
}
