namespace Hillock.Training;

/// <summary><c>batchnorm</c>: a <see cref="BatchNorm"/> layer.</summary>
public sealed record BatchNormPlan : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => "batchnorm";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new BatchNorm(site.Name(Text), site.Input, site.TakeActivation());
}

/// <summary><c>layernorm</c>: a <see cref="LayerNorm"/> layer.</summary>
public sealed record LayerNormPlan : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => "layernorm";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new LayerNorm(site.Name(Text), site.Input, site.TakeActivation());
}

/// <summary><c>rmsnorm</c>: an <see cref="RmsNorm"/> layer.</summary>
public sealed record RmsNormPlan : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => "rmsnorm";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new RmsNorm(site.Name(Text), site.Input, site.TakeActivation());
}

/// <summary><c>groupnorm 4</c>: a <see cref="GroupNorm"/> layer.</summary>
/// <param name="Groups">How many groups of channels there are.</param>
public sealed record GroupNormPlan(int Groups) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => $"groupnorm {Groups}";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new GroupNorm(site.Name("groupnorm"), site.Input, Groups, site.TakeActivation());
}
