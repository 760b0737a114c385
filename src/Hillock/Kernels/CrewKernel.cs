namespace Hillock;

/// <summary>Kernels shared by the threads of a crew: <c>crew.Forward(f, x, y)</c>. The bits are those of one thread.</summary>
public static class CrewKernel
{
    // A cache line of results: no two threads write to the same.
    private const int Grain = 16;

    // A kernel's element costs about as much as so many multiplications, which is what a crew reckons with.
    private const long Multiplications = 8;

    /// <summary>y = f(x).</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public static unsafe void Forward(this Crew crew, Activation f, ReadOnlySpan<float> x, Span<float> y)
    {
        ArgumentNullException.ThrowIfNull(crew);
        ArgumentNullException.ThrowIfNull(f);
        Spans.Check(x, y, nameof(x), nameof(y));
        fixed (float* from = x, to = y)
        {
            var (source, destination, length) = ((nint)from, (nint)to, x.Length);
            crew.Run(
                (part, parts) =>
                {
                    var (start, count) = Crew.Part(length, part, parts, Grain).GetOffsetAndLength(length);
                    f.Forward(new ReadOnlySpan<float>((float*)source + start, count), new((float*)destination + start, count));
                },
                Multiplications * length);
        }
    }

    /// <summary>dx = f′(x)·dy.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public static unsafe void Backward(this Crew crew, Activation f, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        ArgumentNullException.ThrowIfNull(crew);
        ArgumentNullException.ThrowIfNull(f);
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        fixed (float* inputs = x, upstream = dy, gradients = dx)
        {
            var (source, incoming, destination, length) = ((nint)inputs, (nint)upstream, (nint)gradients, x.Length);
            crew.Run(
                (part, parts) =>
                {
                    var (start, count) = Crew.Part(length, part, parts, Grain).GetOffsetAndLength(length);
                    f.Backward(
                        new ReadOnlySpan<float>((float*)source + start, count),
                        new((float*)incoming + start, count),
                        new((float*)destination + start, count));
                },
                Multiplications * length);
        }
    }
}
