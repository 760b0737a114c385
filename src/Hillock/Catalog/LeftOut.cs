namespace Hillock;

/// <summary>A function that the catalog leaves out on purpose.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOut(string Name, string Reason);

public static partial class Catalog
{
    /// <summary>Functions whose formula is disputed, incomplete or not a function of every number.</summary>
    public static IReadOnlyList<LeftOut> Disputed { get; } =
    [
        new("MSiLU", "Two collections disagree: x·σ(x) + e^(−x²/4) and x·σ(x) + ¼e^(−x² − 1)."),
        new("IpLU", "Two collections disagree below 0: 1/(1 + |x|^a), which jumps by 1, and x/(1 + |x|^a)."),
        new("LSReLU", "Its bend b has no published default, and its upper branch is written with |ln(a·b + 1) − b|."),
        new("SineReLU", "Discontinuous: it jumps by epsilon at 0."),
        new("RePU", "One collection has relu(x^p), which for even p lets negative inputs pass, the paper relu(x)^p; p = 2 is squared_relu."),
        new("TSiLU", "Two collections write tanh(silu) with e^a + e^a below the line, which saturates at ½."),
        new("soft_exponential, alpha < 0", "Its logarithm has no value for x below 1/alpha − alpha; the catalog has alpha > 0."),
    ];
}
