namespace Hillock.Tensors;

/// <summary>y = f(x) over spans.</summary>
internal delegate void ForwardPass<E>(ReadOnlySpan<E> x, Span<E> y);

/// <summary>dx = f′(x)·dy over spans.</summary>
internal delegate void BackwardPass<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx);

/// <summary>Passes over spans, led over tensors.</summary>
internal static class TensorPass
{
    public static void Run<E>(ForwardPass<E> pass, in ReadOnlyTensorSpan<E> x, in TensorSpan<E> y)
        where E : unmanaged
    {
        Shape.Check(x, y, nameof(x), nameof(y));
        using var from = Flat<E>.Of(x);
        using var to = Flat<E>.For(y);
        if (to.Span.Length > 0)
        {
            pass(from.Span, to.Span);
            to.Commit();
        }
    }

    public static Tensor<E> Run<E>(ForwardPass<E> pass, in ReadOnlyTensorSpan<E> x)
        where E : unmanaged
    {
        var y = Tensor.CreateFromShapeUninitialized<E>(x.Lengths);
        Run(pass, x, y.AsTensorSpan());
        return y;
    }

    public static void Run<E>(BackwardPass<E> pass, in ReadOnlyTensorSpan<E> x, in ReadOnlyTensorSpan<E> dy, in TensorSpan<E> dx)
        where E : unmanaged
    {
        Shape.Check(x, dx, nameof(x), nameof(dx));
        Shape.Check(dy, dx, nameof(dy), nameof(dx));
        using var from = Flat<E>.Of(x);
        using var gradient = Flat<E>.Of(dy);
        using var to = Flat<E>.For(dx);
        if (to.Span.Length > 0)
        {
            pass(from.Span, gradient.Span, to.Span);
            to.Commit();
        }
    }

    public static Tensor<E> Run<E>(BackwardPass<E> pass, in ReadOnlyTensorSpan<E> x, in ReadOnlyTensorSpan<E> dy)
        where E : unmanaged
    {
        var dx = Tensor.CreateFromShapeUninitialized<E>(x.Lengths);
        Run(pass, x, dy, dx.AsTensorSpan());
        return dx;
    }
}
