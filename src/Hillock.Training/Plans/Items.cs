namespace Hillock.Training;

/// <summary><c>dense 128</c>: a <see cref="Dense"/> layer. An image is flattened; of a sequence each step is a row of its own.</summary>
/// <param name="Units">Numbers that go out.</param>
public sealed record DensePlan(int Units) : LayerPlan
{
    /// <summary>Images have height, width and channels.</summary>
    private const int ImageRank = 3;

    /// <inheritdoc/>
    public override string Text => $"dense {Units}";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site)
    {
        var input = Taken(site.Input);
        site.Allow((long)input.Channels * Units);
        return new Dense(site.Name("dense"), input, Units, site.TakeActivation());
    }

    /// <summary>What a dense layer takes of what comes in.</summary>
    internal static SampleShape Taken(SampleShape input) => input.Rank >= ImageRank ? input.Flat : input;
}

/// <summary>An activation, applied by the layer before where that can be, else a layer of its own (<see cref="Applied"/>).</summary>
/// <param name="Activation">The activation; <c>null</c> for the one that is compared.</param>
public sealed record ActivationPlan(Activation? Activation) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => Activation?.ToString() ?? Plan.Placeholder;

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new Applied(site.Name("act"), site.Input, site.Or(Activation));
}

/// <summary><c>flatten</c>: positions and channels become one row of features.</summary>
public sealed record FlattenPlan : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => "flatten";

    /// <inheritdoc/>
    protected internal override Layer? Build(Site site)
    {
        // The numbers lie as they should already.
        site.Input = site.Input.Flat;
        return null;
    }
}
