namespace Hillock;

/// <summary>Kernels over 16-bit floats: computed in float32, rounded once, block by block.</summary>
internal static class NarrowKernel
{
    private const int Block = 1024;

    /// <summary>y = f(x).</summary>
    public static void Forward<E>(Activation f, ReadOnlySpan<E> x, Span<E> y)
        where E : unmanaged
    {
        Spans.Check(x, y, nameof(x), nameof(y));
        Span<float> room = stackalloc float[Math.Min(Block, x.Length)];
        for (var start = 0; start < x.Length; start += Block)
        {
            var block = room[..Math.Min(Block, x.Length - start)];
            Narrow.Widen(x.Slice(start, block.Length), block);
            f.Forward(block, block);
            Narrow.Round(block, y.Slice(start, block.Length));
        }
    }

    /// <summary>dx = f′(x)·dy.</summary>
    public static void Backward<E>(Activation f, ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged
    {
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        var length = Math.Min(Block, x.Length);
        Span<float> room = stackalloc float[2 * length];
        for (var start = 0; start < x.Length; start += Block)
        {
            var count = Math.Min(Block, x.Length - start);
            var inputs = room[..count];
            var upstream = room.Slice(length, count);
            Narrow.Widen(x.Slice(start, count), inputs);
            Narrow.Widen(dy.Slice(start, count), upstream);
            f.Backward(inputs, upstream, upstream);
            Narrow.Round(upstream, dx.Slice(start, count));
        }
    }
}
