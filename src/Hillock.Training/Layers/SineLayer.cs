namespace Hillock.Training;

/// <summary>A sine layer: y = sin(ω·(x·W + b)), with SIREN's first weights.</summary>
/// <remarks>
/// Sitzmann et al. 2020, arXiv:2006.09661. Weights are uniform within ±1/fan-in in the first layer, and within ±√(6/fan-in)/ω after another
/// activation, which gives z = ω·(x·W + b) a variance of 1 in every layer after the first. Biases are uniform within ±1/√fan-in, as in
/// the authors' program: without them the network would be an odd function.
/// </remarks>
/// <param name="name">The layer's name within its network.</param>
/// <param name="input">The shape of a sample.</param>
/// <param name="units">Numbers that go out for each position.</param>
/// <param name="omega">ω, the angular frequency.</param>
public sealed class SineLayer(string name, SampleShape input, int units, double omega = SineLayer.UsualOmega)
    : Dense(name, input, units, Catalog.Parse(SineLayer.Function).With("omega", omega))
{
    /// <summary>The paper's ω.</summary>
    public const double UsualOmega = 30;

    /// <summary>The sine's name in the catalog.</summary>
    internal const string Function = "sine";

    /// <inheritdoc/>
    public override void Initialize(Initializer initializer, Activation? before, Draws draws)
    {
        double fanIn = Input.Channels;
        var bound = before is null ? 1 / fanIn : Math.Sqrt(6 / fanIn) / omega;
        Draw(Weights.Value, bound, draws);
        Draw(Biases.Value, 1 / Math.Sqrt(fanIn), draws);
    }

    private static void Draw(Tensor tensor, double bound, Draws draws)
    {
        foreach (ref var value in tensor.Values)
        {
            value = (float)draws.NextUniform(-bound, bound);
        }
    }
}
