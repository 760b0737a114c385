namespace Hillock.Lab;

/// <summary>What a network is like after a step of training.</summary>
/// <param name="Step">The step, from 1.</param>
/// <param name="Loss">The loss of the step's batch, before it.</param>
/// <param name="Layers">The layers that are trained, in the order in which a sample meets them.</param>
/// <param name="Sites">The places where an activation is at work, likewise.</param>
/// <param name="Heads">The heads of attention, likewise.</param>
public sealed record Check(
    long Step, double Loss, IReadOnlyList<LayerCheck> Layers, IReadOnlyList<SiteCheck> Sites, IReadOnlyList<HeadCheck> Heads);

/// <summary>One head of attention.</summary>
/// <param name="Name">The name of its layer.</param>
/// <param name="Head">Which, from 0 on.</param>
/// <param name="Entropy">The mean entropy of how a position shares out its attention, in nats.</param>
/// <param name="GreatestEntropy">What it would be if each position looked at all that it sees alike.</param>
/// <param name="Zeros">The share of positions that are seen and given nothing.</param>
public sealed record HeadCheck(string Name, int Head, double Entropy, double GreatestEntropy, double Zeros);

/// <summary>The weights of one layer in a step of training.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Gradient">The root of the mean squared gradient of its weights in that step: per weight, so that wide and narrow layers compare.</param>
/// <param name="GradientNorm">The Euclidean norm of all these gradients.</param>
/// <param name="WeightNorm">The Euclidean norm of the weights after the step.</param>
/// <param name="Update">‖Δw‖ / ‖w‖ of the step; a rule of thumb says 1e-3 (CS231n, Neural Networks 3).</param>
/// <param name="IsProduct">Whether it multiplies by its weights, as dense layers do and norms do not: only such layers' gradients are compared.</param>
public sealed record LayerCheck(string Name, double Gradient, double GradientNorm, double WeightNorm, double Update, bool IsProduct);

/// <summary>A place where an activation is at work, on a fixed set of training samples as the network is evaluated.</summary>
/// <param name="Name">Its name: <c>dense1</c>, <c>lstm1.forget</c>.</param>
/// <param name="Activation">The activation's name.</param>
/// <param name="Units">Its units; of an image or a sequence its channels.</param>
/// <param name="Outputs">What comes out.</param>
/// <param name="Inputs">What the activation is applied to; <c>null</c> where a layer does not keep it.</param>
/// <param name="OutputHistogram">What comes out, in parts.</param>
/// <param name="InputHistogram">What goes in, in parts.</param>
/// <param name="Dead">
/// The units that pass no gradient for any sample and put out the same for all of them. A unit that is off for some samples is not dead; nor is
/// one that is saturated now on this side, now on that.
/// </param>
/// <param name="Faint">The share of values with |f′| below the threshold of saturation, for any function.</param>
/// <param name="Saturated">The same where a function bounded on both sides is at one of its bounds; a rectifier that is off is sparse, not saturated.</param>
/// <param name="Rank">See <see cref="EffectiveRank"/>; NaN where it was not computed.</param>
public sealed record SiteCheck(
    string Name,
    string Activation,
    int Units,
    Spread Outputs,
    Spread? Inputs,
    Histogram OutputHistogram,
    Histogram? InputHistogram,
    IReadOnlyList<int> Dead,
    double Faint,
    double Saturated,
    double Rank)
{
    /// <summary>The share of dead units.</summary>
    public double DeadShare => (double)Dead.Count / Units;
}

/// <summary>Where numbers were first seen that are none.</summary>
/// <param name="Step">The step, from 1.</param>
/// <param name="Layer">The first layer whose outputs are not finite; <c>null</c> where only the loss is not.</param>
/// <param name="Outputs">What they are.</param>
public sealed record Breakdown(long Step, string? Layer, NonFinite Outputs);
