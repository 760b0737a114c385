using System.Numerics;

namespace Hillock.Training;

/// <summary>RMSprop: v ← βv + (1 − β)g², u ← momentum·u + g / (√v + ε), θ ← θ − rate·u.</summary>
/// <remarks>Tieleman and Hinton 2012, lecture 6.5 of Neural Networks for Machine Learning. Weight decay λ: g is the gradient plus λθ.</remarks>
public sealed class RmsProp : Optimizer
{
    private readonly float _kept, _new, _epsilon, _momentum;

    /// <summary>RMSprop before its first step.</summary>
    /// <param name="learningRate">The rate.</param>
    /// <param name="beta">β, the share of the mean squared gradient that is kept.</param>
    /// <param name="epsilon">ε, what keeps the divisor from zero.</param>
    /// <param name="momentum">The share of the velocity u that is kept.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or ε is not positive, β or the momentum not in [0, 1), or the decay negative.</exception>
    public RmsProp(double learningRate = 0.01, double beta = 0.99, double epsilon = 1e-8, double momentum = 0, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        (_kept, _new, _epsilon) = ((float)Kept(beta, nameof(beta)), (float)(1 - beta), (float)epsilon);
        _momentum = (float)Kept(momentum, nameof(momentum));
    }

    /// <inheritdoc/>
    public override string Name => "rmsprop";

    internal override IReadOnlyList<string> MomentNames => _momentum == 0 ? ["square"] : ["square", "velocity"];

    private protected override unsafe void Update(Trainable trainable, Tensor[] moments, int first, int end)
    {
        float* value = trainable.Value.Pointer, gradient = trainable.Gradient.Pointer, square = moments[0].Pointer;
        var velocity = moments.Length == 1 ? null : moments[1].Pointer;
        first = Update<PreferredLanes, Vector<float>>(value, gradient, square, velocity, first, end);
        Update<OneLane, float>(value, gradient, square, velocity, first, end);
    }

    private unsafe int Update<L, V>(float* value, float* gradient, float* square, float* velocity, int first, int end)
        where L : IUpdateLanes<V>
        where V : struct
    {
        V keptSquare = L.All(_kept), newSquare = L.All(_new), epsilon = L.All(_epsilon), one = L.All(1);
        V descent = L.All(-(float)Rate), kept = L.All(_momentum), decay = L.All((float)WeightDecay);
        for (; first <= end - L.Count; first += L.Count)
        {
            var old = L.Load(value + first);
            var g = L.Flush(L.MultiplyAdd(decay, old, L.Load(gradient + first)), OneLane.LeastGradient);
            var v = L.MultiplyAdd(keptSquare, L.Load(square + first), L.Multiply(newSquare, L.Multiply(g, g)));
            v = L.Flush(v, OneLane.SmallestNormal);
            L.Store(v, square + first);
            var step = L.Divide(g, L.MultiplyAdd(L.Sqrt(v), one, epsilon));
            if (velocity != null)
            {
                step = L.Flush(L.MultiplyAdd(kept, L.Load(velocity + first), step), OneLane.SmallestNormal);
                L.Store(step, velocity + first);
            }
            L.Store(L.MultiplyAdd(descent, step, old), value + first);
        }
        return first;
    }
}
