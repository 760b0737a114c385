namespace Hillock.Tensors;

/// <summary>Any activation over tensors, built in or your own: <c>new Gelu().Forward(x)</c>.</summary>
/// <remarks>
/// Dense tensors are read and written where they lie; others, slices or transposed ones, by way of a copy. A destination may be the
/// source.
/// </remarks>
public static class KernelOverTensors
{
    /// <summary>y = f(x).</summary>
    /// <exception cref="ArgumentException">The shapes differ, or dense tensors overlap other than exactly.</exception>
    public static void Forward<F>(this F f, in ReadOnlyTensorSpan<float> x, in TensorSpan<float> y)
        where F : struct, IActivation =>
        TensorPass.Run<float>((from, to) => f.Forward(from, to), x, y);

    /// <inheritdoc cref="Forward{F}(F, in ReadOnlyTensorSpan{float}, in TensorSpan{float})"/>
    public static void Forward<F>(this F f, in ReadOnlyTensorSpan<double> x, in TensorSpan<double> y)
        where F : struct, IActivation =>
        TensorPass.Run<double>((from, to) => f.Forward(from, to), x, y);

    /// <summary>f(x), as a new tensor.</summary>
    public static Tensor<float> Forward<F>(this F f, in ReadOnlyTensorSpan<float> x)
        where F : struct, IActivation =>
        TensorPass.Run<float>((from, to) => f.Forward(from, to), x);

    /// <inheritdoc cref="Forward{F}(F, in ReadOnlyTensorSpan{float})"/>
    public static Tensor<double> Forward<F>(this F f, in ReadOnlyTensorSpan<double> x)
        where F : struct, IActivation =>
        TensorPass.Run<double>((from, to) => f.Forward(from, to), x);

    /// <summary>dx = f′(x)·dy.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or dense tensors overlap other than exactly.</exception>
    public static void Backward<F>(this F f, in ReadOnlyTensorSpan<float> x, in ReadOnlyTensorSpan<float> dy, in TensorSpan<float> dx)
        where F : struct, IActivation =>
        TensorPass.Run<float>((from, gradient, to) => f.Backward(from, gradient, to), x, dy, dx);

    /// <inheritdoc cref="Backward{F}(F, in ReadOnlyTensorSpan{float}, in ReadOnlyTensorSpan{float}, in TensorSpan{float})"/>
    public static void Backward<F>(this F f, in ReadOnlyTensorSpan<double> x, in ReadOnlyTensorSpan<double> dy, in TensorSpan<double> dx)
        where F : struct, IActivation =>
        TensorPass.Run<double>((from, gradient, to) => f.Backward(from, gradient, to), x, dy, dx);

    /// <summary>f′(x)·dy, as a new tensor.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor<float> Backward<F>(this F f, in ReadOnlyTensorSpan<float> x, in ReadOnlyTensorSpan<float> dy)
        where F : struct, IActivation =>
        TensorPass.Run<float>((from, gradient, to) => f.Backward(from, gradient, to), x, dy);

    /// <inheritdoc cref="Backward{F}(F, in ReadOnlyTensorSpan{float}, in ReadOnlyTensorSpan{float})"/>
    public static Tensor<double> Backward<F>(this F f, in ReadOnlyTensorSpan<double> x, in ReadOnlyTensorSpan<double> dy)
        where F : struct, IActivation =>
        TensorPass.Run<double>((from, gradient, to) => f.Backward(from, gradient, to), x, dy);
}
