using System.Numerics;

namespace Hillock.Training;

/// <summary>
/// Stochastic gradient descent with momentum: v ← momentum·v + g, θ ← θ − rate·v; with Nesterov's, θ ← θ − rate·(g + momentum·v).
/// </summary>
/// <remarks>
/// <para>The learning rate is not part of the velocity, so changing it acts at once. (The other convention, v ← momentum·v − rate·g, is the same
/// while the rate is constant.) Polyak 1964, doi:10.1016/0041-5553(64)90137-5. Nesterov's in the form of Sutskever, Martens, Dahl and
/// Hinton 2013, written for the point at which the gradient is taken.</para>
/// <para>Weight decay λ: g is the gradient plus λθ.</para>
/// </remarks>
public sealed class Sgd : Optimizer
{
    private readonly float _momentum;
    private readonly bool _nesterov;

    /// <summary>A descent that has not taken a step.</summary>
    /// <param name="learningRate">The rate.</param>
    /// <param name="momentum">The share of the velocity that is kept.</param>
    /// <param name="nesterov">Whether a step looks ahead to where the velocity leads.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentException">
    /// The rate is not positive, the momentum not in [0, 1), the decay negative, or there is no momentum to look ahead with.
    /// </exception>
    public Sgd(double learningRate = 0.01, double momentum = 0, bool nesterov = false, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        _momentum = (float)Kept(momentum, nameof(momentum));
        _nesterov = nesterov && momentum == 0
            ? throw new ArgumentException("Nesterov's descent has a momentum above 0.", nameof(nesterov))
            : nesterov;
    }

    /// <inheritdoc/>
    public override string Name => "sgd";

    internal override IReadOnlyList<string> MomentNames => _momentum == 0 ? [] : ["velocity"];

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
        V descent = L.All(-(float)Rate), kept = L.All(_momentum), decay = L.All((float)WeightDecay);
        for (; first <= end - L.Count; first += L.Count)
        {
            var old = L.Load(value + first);
            V g = L.MultiplyAdd(decay, old, L.Load(gradient + first)), step = g;
            if (velocity != null)
            {
                var v = L.Flush(L.MultiplyAdd(kept, L.Load(velocity + first), g), OneLane.SmallestNormal);
                L.Store(v, velocity + first);
                step = _nesterov ? L.MultiplyAdd(kept, v, g) : v;
            }
            L.Store(L.MultiplyAdd(descent, step, old), value + first);
        }
        return first;
    }
}
