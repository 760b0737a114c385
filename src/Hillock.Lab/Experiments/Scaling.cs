namespace Hillock.Lab;

/// <summary>What is done to the data before anything is learned from it.</summary>
/// <param name="Name">As typed after <c>--scale</c>.</param>
/// <param name="Meaning">One line for help texts.</param>
/// <param name="Of">Both parts as the network gets them.</param>
public sealed record Scaling(string Name, string Meaning, Func<DataSplit, DataSplit> Of)
{
    /// <summary>Inputs, and the target of a regression, in units of the training part's mean and deviation.</summary>
    public static Scaling Standard { get; } = new("standard", "mean 0 and deviation 1", split => split.Standardize());

    /// <summary>Everything as it is in the data.</summary>
    public static Scaling None { get; } = new("none", "as it is in the data", split => split);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scaling> All { get; } = [Standard, None];

    /// <summary>The scaling of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static Scaling Named(string name) => Lab.Named.Exactly(All, scaling => scaling.Name, "There is no scaling", name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
