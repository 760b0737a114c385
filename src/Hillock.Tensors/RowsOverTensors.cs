namespace Hillock.Tensors;

/// <summary>Functions of rows over tensors: a row is what lies along the last axis.</summary>
/// <remarks>
/// Dense tensors are read and written where they lie; others, slices or transposed ones, by way of a copy. A destination may be the
/// source.
/// </remarks>
public static class RowsOverTensors
{
    /// <summary>y = f(x), along the last axis.</summary>
    /// <exception cref="ArgumentException">The shapes differ, there is no axis, or dense tensors overlap other than exactly.</exception>
    public static void Forward(this RowActivation f, in ReadOnlyTensorSpan<float> x, in TensorSpan<float> y) =>
        TensorPass.Run<float>(FloatForward(f, Shape.Columns(x)), x, y);

    /// <inheritdoc cref="Forward(RowActivation, in ReadOnlyTensorSpan{float}, in TensorSpan{float})"/>
    public static void Forward(this RowActivation f, in ReadOnlyTensorSpan<double> x, in TensorSpan<double> y) =>
        TensorPass.Run<double>(DoubleForward(f, Shape.Columns(x)), x, y);

    /// <summary>f(x), along the last axis, as a new tensor.</summary>
    /// <exception cref="ArgumentException">There is no axis.</exception>
    public static Tensor<float> Forward(this RowActivation f, in ReadOnlyTensorSpan<float> x) =>
        TensorPass.Run<float>(FloatForward(f, Shape.Columns(x)), x);

    /// <inheritdoc cref="Forward(RowActivation, in ReadOnlyTensorSpan{float})"/>
    public static Tensor<double> Forward(this RowActivation f, in ReadOnlyTensorSpan<double> x) =>
        TensorPass.Run<double>(DoubleForward(f, Shape.Columns(x)), x);

    /// <summary>dx = Jᵀ·dy, along the last axis.</summary>
    /// <exception cref="ArgumentException">The shapes differ, there is no axis, or dense tensors overlap other than exactly.</exception>
    public static void Backward(this RowActivation f, in ReadOnlyTensorSpan<float> x, in ReadOnlyTensorSpan<float> dy, in TensorSpan<float> dx) =>
        TensorPass.Run<float>(FloatBackward(f, Shape.Columns(x)), x, dy, dx);

    /// <inheritdoc cref="Backward(RowActivation, in ReadOnlyTensorSpan{float}, in ReadOnlyTensorSpan{float}, in TensorSpan{float})"/>
    public static void Backward(this RowActivation f, in ReadOnlyTensorSpan<double> x, in ReadOnlyTensorSpan<double> dy, in TensorSpan<double> dx) =>
        TensorPass.Run<double>(DoubleBackward(f, Shape.Columns(x)), x, dy, dx);

    /// <summary>Jᵀ·dy, along the last axis, as a new tensor.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or there is no axis.</exception>
    public static Tensor<float> Backward(this RowActivation f, in ReadOnlyTensorSpan<float> x, in ReadOnlyTensorSpan<float> dy) =>
        TensorPass.Run<float>(FloatBackward(f, Shape.Columns(x)), x, dy);

    /// <inheritdoc cref="Backward(RowActivation, in ReadOnlyTensorSpan{float}, in ReadOnlyTensorSpan{float})"/>
    public static Tensor<double> Backward(this RowActivation f, in ReadOnlyTensorSpan<double> x, in ReadOnlyTensorSpan<double> dy) =>
        TensorPass.Run<double>(DoubleBackward(f, Shape.Columns(x)), x, dy);

    private static ForwardPass<float> FloatForward(RowActivation f, int columns) => (x, y) => f.Forward(x, Kept(f, columns), y);

    private static BackwardPass<float> FloatBackward(RowActivation f, int columns) => (x, dy, dx) => f.Backward(x, Kept(f, columns), dy, dx);

    private static ForwardPass<double> DoubleForward(RowActivation f, int columns) => (x, y) => f.Forward(x, Kept(f, columns), y);

    private static BackwardPass<double> DoubleBackward(RowActivation f, int columns) => (x, dy, dx) => f.Backward(x, Kept(f, columns), dy, dx);

    /// <summary>The length of a row, which a tensor's shape keeps.</summary>
    private static int Kept(RowActivation f, int columns) => f.OutputColumns(columns) == columns
        ? columns
        : throw new ArgumentException($"{f.Name} turns rows of {columns} into rows of {f.OutputColumns(columns)}; over tensors take a function that keeps their length, or spans.", nameof(f));
}
