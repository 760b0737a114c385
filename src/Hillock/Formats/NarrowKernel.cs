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
        var length = Math.Min(Block, x.Length);
        Span<float> room = stackalloc float[2 * length];
        for (var start = 0; start < x.Length; start += Block)
        {
            var count = Math.Min(Block, x.Length - start);
            var inputs = room[..count];
            var outputs = room.Slice(length, count);
            Narrow.Widen(x.Slice(start, count), inputs);
            f.Forward(inputs, outputs);
            Narrow.Round(outputs, y.Slice(start, count));
        }
    }

    /// <summary>dx = f′(x)·dy.</summary>
    public static void Backward<E>(Activation f, ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged
    {
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        var length = Math.Min(Block, x.Length);
        Span<float> room = stackalloc float[3 * length];
        for (var start = 0; start < x.Length; start += Block)
        {
            var count = Math.Min(Block, x.Length - start);
            var inputs = room[..count];
            var upstream = room.Slice(length, count);
            var gradients = room.Slice(2 * length, count);
            Narrow.Widen(x.Slice(start, count), inputs);
            Narrow.Widen(dy.Slice(start, count), upstream);
            f.Backward(inputs, upstream, gradients);
            Narrow.Round(gradients, dx.Slice(start, count));
        }
    }
}
