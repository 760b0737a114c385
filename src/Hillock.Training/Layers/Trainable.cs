namespace Hillock.Training;

/// <summary>Numbers that training changes.</summary>
/// <param name="Name">Layer and role: <c>dense1.weights</c>.</param>
/// <param name="Value">The numbers.</param>
/// <param name="Gradient">The gradient of the loss with respect to <see cref="Value"/>, of the same shape; each backward pass writes it
/// anew.</param>
public sealed record Trainable(string Name, Tensor Value, Tensor Gradient)
{
    /// <summary>Zeros, with a gradient of zeros.</summary>
    public Trainable(string name, params ReadOnlySpan<int> shape)
        : this(name, new Tensor(shape), new Tensor(shape))
    {
    }
}
