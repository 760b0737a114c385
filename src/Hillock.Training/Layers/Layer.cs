namespace Hillock.Training;

/// <summary>One layer of a <see cref="Network"/>.</summary>
/// <remarks>After a pass its tensors may be read, not changed, by whoever watches the training. Each holds one row per sample.</remarks>
public abstract class Layer
{
    /// <summary>The layer's name within its network: <c>dense1</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Numbers in a sample that comes in.</summary>
    public abstract int Inputs { get; }

    /// <summary>Numbers in a sample that goes out.</summary>
    public abstract int Units { get; }

    /// <summary>The activation, or <c>null</c> for a linear layer.</summary>
    public abstract Activation? Activation { get; }

    /// <summary>What training changes in this layer.</summary>
    public abstract IReadOnlyList<Trainable> Trainables { get; }

    /// <summary>z: what the activation was applied to in the last forward pass.</summary>
    public abstract Tensor PreActivations { get; protected set; }

    /// <summary>f(z); for a linear layer the same tensor as <see cref="PreActivations"/>.</summary>
    public abstract Tensor Outputs { get; protected set; }

    /// <summary>
    /// Before <see cref="Backward"/> ∂loss/∂outputs, put here by what comes after this layer; since then ∂loss/∂z, in the same place.
    /// </summary>
    public abstract Tensor Gradients { get; protected set; }

    /// <summary>Computes <see cref="Outputs"/>.</summary>
    /// <param name="inputs">Samples × <see cref="Inputs"/>. They must stay as they are until the backward pass is done.</param>
    /// <param name="crew">Who computes.</param>
    /// <param name="training">
    /// Whether a step of training begins: a function that is random in training then draws, and the backward pass takes what it drew.
    /// </param>
    public abstract void Forward(Tensor inputs, Crew crew, bool training = false);

    /// <summary>Turns <see cref="Gradients"/> into those of the trainables, and of the inputs where they are wanted.</summary>
    /// <param name="inputGradients">Receives ∂loss/∂inputs; <c>null</c> for the first layer, where nobody needs it.</param>
    /// <param name="crew">Who computes.</param>
    public abstract void Backward(Tensor? inputGradients, Crew crew);

    /// <summary>Draws the trainables anew, and where the draws of training begin.</summary>
    /// <param name="initializer">The rule for weights.</param>
    /// <param name="before">The activation that makes the layer's inputs; <c>null</c> for the first layer.</param>
    /// <param name="draws">Where its random numbers come from.</param>
    public abstract void Initialize(Initializer initializer, Activation? before, Draws draws);
}
