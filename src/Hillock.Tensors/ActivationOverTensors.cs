namespace Hillock.Tensors;

/// <summary>Activations over tensors of any shape.</summary>
/// <remarks>
/// Dense tensors are read and written where they lie; others, slices or transposed ones, by way of a copy. A destination may be the
/// source.
/// </remarks>
public static class ActivationOverTensors
{
    /// <summary>y = f(x).</summary>
    /// <exception cref="ArgumentException">The shapes differ, or dense tensors overlap other than exactly.</exception>
    public static void Forward(this Activation f, in ReadOnlyTensorSpan<float> x, in TensorSpan<float> y) =>
        TensorPass.Run<float>(f.Forward, x, y);

    /// <inheritdoc cref="Forward(Activation, in ReadOnlyTensorSpan{float}, in TensorSpan{float})"/>
    public static void Forward(this Activation f, in ReadOnlyTensorSpan<double> x, in TensorSpan<double> y) =>
        TensorPass.Run<double>(f.Forward, x, y);

    /// <summary>f(x), as a new tensor.</summary>
    public static Tensor<float> Forward(this Activation f, in ReadOnlyTensorSpan<float> x) =>
        TensorPass.Run<float>(f.Forward, x);

    /// <inheritdoc cref="Forward(Activation, in ReadOnlyTensorSpan{float})"/>
    public static Tensor<double> Forward(this Activation f, in ReadOnlyTensorSpan<double> x) =>
        TensorPass.Run<double>(f.Forward, x);

    /// <summary>dx = f′(x)·dy.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or dense tensors overlap other than exactly.</exception>
    public static void Backward(this Activation f, in ReadOnlyTensorSpan<float> x, in ReadOnlyTensorSpan<float> dy, in TensorSpan<float> dx) =>
        TensorPass.Run<float>(f.Backward, x, dy, dx);

    /// <inheritdoc cref="Backward(Activation, in ReadOnlyTensorSpan{float}, in ReadOnlyTensorSpan{float}, in TensorSpan{float})"/>
    public static void Backward(this Activation f, in ReadOnlyTensorSpan<double> x, in ReadOnlyTensorSpan<double> dy, in TensorSpan<double> dx) =>
        TensorPass.Run<double>(f.Backward, x, dy, dx);

    /// <summary>f′(x)·dy, as a new tensor.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor<float> Backward(this Activation f, in ReadOnlyTensorSpan<float> x, in ReadOnlyTensorSpan<float> dy) =>
        TensorPass.Run<float>(f.Backward, x, dy);

    /// <inheritdoc cref="Backward(Activation, in ReadOnlyTensorSpan{float}, in ReadOnlyTensorSpan{float})"/>
    public static Tensor<double> Backward(this Activation f, in ReadOnlyTensorSpan<double> x, in ReadOnlyTensorSpan<double> dy) =>
        TensorPass.Run<double>(f.Backward, x, dy);
}
