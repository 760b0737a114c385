namespace Hillock.Web;

/// <summary>What a page is told of its playground: all that it shows, so that any frame may be left out.</summary>
/// <param name="Step">Steps taken.</param>
/// <param name="Running">Whether it goes on by itself.</param>
/// <param name="Note">Why it does not; <c>null</c> where the visitor knows.</param>
/// <param name="Lanes">Each network.</param>
internal sealed record Frame(long Step, bool Running, string? Note, IReadOnlyList<LaneFrame> Lanes);

/// <summary>One network.</summary>
internal sealed record LaneFrame(
    long Step, double Epoch, IReadOnlyList<float?[]> Curve, byte[] Map, byte[] Sure, IReadOnlyList<LayerFrame> Layers, IReadOnlyList<WeightsFrame> Weights,
    IReadOnlyList<GradientFrame> Gradients, IReadOnlyList<FindingFrame> Findings, string? Broken);

/// <summary>The activation of a hidden layer at work.</summary>
internal sealed record LayerFrame(
    string Name, string Activation, int Units, byte[][] Maps, IReadOnlyList<int> Dead, double? Saturated, double? Mean, double? Deviation,
    double? Low, double? High, IReadOnlyList<int> Counts);

/// <summary>The weights of the units that are shown.</summary>
/// <param name="Most">The greatest magnitude.</param>
/// <param name="Rows">Inputs that are shown.</param>
/// <param name="Values">Row by row; 128 is 0.</param>
internal sealed record WeightsFrame(double? Most, int Rows, byte[] Values);

/// <summary>The gradients of a layer's weights in the last step that was looked at.</summary>
internal sealed record GradientFrame(string Name, double? Size, double? Update);

/// <summary>Something that is wrong.</summary>
internal sealed record FindingFrame(string Rule, string Severity, string? Layer, string Text, string Why, IReadOnlyList<string> WithIt, IReadOnlyList<RemedyFrame> Remedies);

/// <summary>What may help, and the setup with it.</summary>
internal sealed record RemedyFrame(string Text, Setup Setup);
