using System.Numerics;

namespace Hillock.Training;

/// <summary>Stochastic gradient descent with momentum: v ← momentum·v + g, θ ← θ − rate·v.</summary>
/// <remarks>
/// The learning rate is not part of the velocity, so changing it acts at once. (The other convention, v ← momentum·v − rate·g, is the same
/// while the rate is constant.) Polyak 1964, doi:10.1016/0041-5553(64)90137-5.
/// </remarks>
public sealed class Sgd : Optimizer
{
    private readonly float _momentum;

    /// <summary>A descent that has not taken a step.</summary>
    /// <param name="learningRate">The rate.</param>
    /// <param name="momentum">The share of the velocity that is kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive, or the momentum not in [0, 1).</exception>
    public Sgd(double learningRate = 0.01, double momentum = 0)
        : base(learningRate)
    {
        _momentum = momentum is >= 0 and < 1
            ? (float)momentum
            : throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "Momentum is at least 0 and below 1.");
    }

    /// <inheritdoc/>
    public override string Name => "sgd";

    private protected override int MomentsPerTrainable => _momentum == 0 ? 0 : 1;

    private protected override unsafe void Update(Trainable trainable, Tensor[] moments, int first, int end)
    {
        float* value = trainable.Value.Pointer, gradient = trainable.Gradient.Pointer;
        var velocity = moments.Length == 0 ? null : moments[0].Pointer;
        first = Update<PreferredLanes, Vector<float>>(value, gradient, velocity, first, end);
        Update<OneLane, float>(value, gradient, velocity, first, end);
    }

    private unsafe int Update<L, V>(float* value, float* gradient, float* velocity, int first, int end)
        where L : IUpdateLanes<V>
        where V : struct
    {
        var descent = L.All(-(float)LearningRate);
        var kept = L.All(_momentum);
        for (; first <= end - L.Count; first += L.Count)
        {
            var v = L.Load(gradient + first);
            if (velocity != null)
            {
                v = L.Flush(L.MultiplyAdd(kept, L.Load(velocity + first), v), OneLane.SmallestNormal);
                L.Store(v, velocity + first);
            }
            L.Store(L.MultiplyAdd(descent, v, L.Load(value + first)), value + first);
        }
        return first;
    }
}
