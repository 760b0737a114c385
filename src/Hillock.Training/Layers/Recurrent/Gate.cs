namespace Hillock.Training;

/// <summary>One gate of a recurrence, for all steps and samples: what its activation is applied to, and what it makes of that.</summary>
/// <param name="z">What the activation is applied to.</param>
/// <param name="y">What it makes; the same place where nobody needs z again.</param>
/// <param name="activation">The activation at work.</param>
internal sealed unsafe class Gate(Room z, Room y, Elementwise activation)
{
    /// <summary>The activation at work.</summary>
    public Elementwise Activation => activation;

    /// <summary>Whether z is still there when the activation has been applied.</summary>
    public bool KeepsSums => z != y;

    /// <summary>z, a row for each step and sample.</summary>
    public Tensor Sums => z.ByPosition;

    /// <summary>f(z), and after the backward pass ∂loss/∂z.</summary>
    public Tensor Values => y.ByPosition;

    /// <summary>What comes before a forward pass.</summary>
    public void Begin(in Pass pass)
    {
        activation.Reserve(Values.Rows);
        activation.Begin(pass);
    }

    /// <summary>f(z) of a block's step.</summary>
    public void Forward(in BlockStep at) => activation.Forward(Sums, Values, at.Rows, Range.All);

    /// <summary>f′(z)·dy in place of f(z).</summary>
    public void Backward(in BlockStep at, float* dy) =>
        activation.Backward(activation.TakesOutputs ? Values : Sums, new(dy, at.Count * Values.Columns), Values, at.Rows);
}
