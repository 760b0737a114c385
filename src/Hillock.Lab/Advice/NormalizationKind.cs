namespace Hillock.Lab;

/// <summary>What is normalised before each activation.</summary>
/// <param name="Name">As typed after <c>--normalization</c>.</param>
/// <param name="Item">Its item in a plan; empty for none.</param>
/// <param name="Holds">The gain that it amounts to: it divides by what the activation before made of a signal of size 1; <c>null</c> for none.</param>
/// <param name="Source">Who found what it does to gradients.</param>
public sealed record NormalizationKind(string Name, string Item, Func<Activation, Gain>? Holds, string Source)
{
    private const string PartialJacobians = "Doshi, He and Gromov 2021, arXiv:2111.12143";

    /// <summary>None: the size of signals is what weights and activations make it.</summary>
    public static NormalizationKind None { get; } = new("none", "", null, "");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NormalizationKind> All { get; } =
    [
        None,
        // Over the samples of a batch a unit's mean goes, and with it the mean of the activations before.
        new("batchnorm", "batchnorm", Gain.Centred, "Yang et al. 2019, arXiv:1902.08129"),
        // Over the units of a sample the mean is about 0 already: weights have no preferred sign.
        new("layernorm", "layernorm", Gain.After, PartialJacobians),
        new("rmsnorm", "rmsnorm", Gain.After, PartialJacobians),
        new("groupnorm", "groupnorm 1", Gain.After, PartialJacobians),
    ];

    /// <summary>What stands behind a layer in a plan, with its comma.</summary>
    public string AfterLayer => Item.Length > 0 ? $", {Item}" : "";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
