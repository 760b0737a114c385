namespace Hillock.Training;

/// <summary>One way of a batch through a network: who computes, and whether it is to learn from it.</summary>
/// <param name="Crew">Who computes.</param>
/// <param name="IsTraining">Whether a step of training begins: what is random in training then draws, and the backward pass takes what it drew.</param>
/// <param name="Seed">Of this step alone; the numbers of a layer depend on it, the layer's name and their place in the batch.</param>
public readonly record struct Pass(Crew Crew, bool IsTraining = false, ulong Seed = 0)
{
    /// <summary>The seed of a layer's draws in this step: neither the order of the layers nor the thread that draws changes them.</summary>
    /// <param name="layer">The layer's name.</param>
    public ulong SeedOf(string layer) => CounterDraws.Mixed(Seed ^ Training.Draws.Fnv1a(layer));
}
