namespace Hillock.Lab;

/// <summary>What a layer is like on a fixed set of training samples.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Units">Its units; of an image or a sequence its channels.</param>
/// <param name="Dead">Units with f′ = 0 for every sample: no gradient passes them. A unit that is off for some samples only is not dead.</param>
/// <param name="Saturated">The share of values with f′ near 0 that are not simply off, for functions bounded on both sides; otherwise 0.</param>
/// <param name="Gradient">The root of the mean squared gradient of its weights; NaN for a layer without weights.</param>
public sealed record LayerState(string Name, int Units, int Dead, double Saturated, double Gradient)
{
    /// <summary>The share of dead units.</summary>
    public double DeadShare => (double)Dead / Units;
}
