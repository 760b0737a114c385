namespace Hillock;

/// <summary>The kernels of any activation, built in or your own: <c>new Gelu().Forward(x, y)</c>.</summary>
/// <remarks>Lengths, overlaps and what the answer depends on are described at <see cref="Activation"/>.</remarks>
public static class Kernel
{
    /// <summary>y = f(x).</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public static void Forward<F>(this F f, ReadOnlySpan<float> x, Span<float> y)
        where F : struct, IActivation =>
        ForwardOf(f, x, y);

    /// <inheritdoc cref="Forward{F}(F, ReadOnlySpan{float}, Span{float})"/>
    public static void Forward<F>(this F f, ReadOnlySpan<double> x, Span<double> y)
        where F : struct, IActivation =>
        ForwardOf(f, x, y);

    /// <summary>dx = f′(x)·dy.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public static void Backward<F>(this F f, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
        where F : struct, IActivation =>
        BackwardOf(f, x, dy, dx);

    /// <inheritdoc cref="Backward{F}(F, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void Backward<F>(this F f, ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx)
        where F : struct, IActivation =>
        BackwardOf(f, x, dy, dx);

    /// <summary>y = f(x) and dx = f′(x)·dy in one pass.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public static void ForwardBackward<F>(this F f, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> y, Span<float> dx)
        where F : struct, IActivation =>
        ForwardBackwardOf(f, x, dy, y, dx);

    /// <inheritdoc cref="ForwardBackward{F}(F, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float})"/>
    public static void ForwardBackward<F>(this F f, ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> y, Span<double> dx)
        where F : struct, IActivation =>
        ForwardBackwardOf(f, x, dy, y, dx);

    /// <summary>dx = f′(x)·dy from y = f(x), for functions whose output tells the slope; what that loses is said at <see cref="IOutputSlope"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public static void BackwardFromOutput<F>(this F f, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
        where F : struct, IActivation, IOutputSlope<F>
    {
        Spans.Check(y, dx, nameof(y), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        Sweep.Over<OutputKernel<F>, F, float>(f, new(y, dy, dx: dx), y.Length);
    }

    private static void ForwardOf<F, E>(F f, ReadOnlySpan<E> x, Span<E> y)
        where F : struct, IActivation
        where E : unmanaged
    {
        Spans.Check(x, y, nameof(x), nameof(y));
        Sweep.Over<ForwardKernel<F>, F, E>(f, new(x, y: y), x.Length);
    }

    private static void BackwardOf<F, E>(F f, ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx)
        where F : struct, IActivation
        where E : unmanaged
    {
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        Sweep.Over<BackwardKernel<F>, F, E>(f, new(x, dy, dx: dx), x.Length);
    }

    private static void ForwardBackwardOf<F, E>(F f, ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> y, Span<E> dx)
        where F : struct, IActivation
        where E : unmanaged
    {
        Spans.Check(x, y, nameof(x), nameof(y));
        Spans.Check(dy, y, nameof(dy), nameof(y));
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        Spans.CheckApart(y, dx, nameof(y), nameof(dx));
        if (f.Floats == f.SlopeFloats)
        {
            Sweep.Over<ForwardBackwardKernel<F>, F, E>(f, new(x, dy, y: y, dx: dx), x.Length);
        }
        else if (x.Overlaps(y))
        {
            BackwardOf(f, x, dy, dx);
            ForwardOf(f, x, y);
        }
        else
        {
            ForwardOf(f, x, y);
            BackwardOf(f, x, dy, dx);
        }
    }
}
