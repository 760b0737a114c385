namespace Hillock;

/// <summary>A range of inputs for which a formula's value or slope is not finite in float32 though it should be.</summary>
/// <param name="From">The smallest input tried that gave NaN or infinity.</param>
/// <param name="To">The greatest.</param>
public readonly record struct Gap(double From, double To);
