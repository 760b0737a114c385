namespace Hillock.Training;

/// <summary><c>dropout 0.1</c>: a <see cref="Dropout"/> layer.</summary>
/// <param name="Share">The chance of being dropped.</param>
public sealed record DropoutPlan(double Share) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => FormattableString.Invariant($"dropout {Share}");

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new Dropout(site.Name("dropout"), site.Input, Share);
}

/// <summary><c>alphadropout 0.1</c>: an <see cref="AlphaDropout"/> layer for the activation before it.</summary>
/// <param name="Share">The chance of being dropped.</param>
public sealed record AlphaDropoutPlan(double Share) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => FormattableString.Invariant($"alphadropout {Share}");

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new AlphaDropout(site.Name("alphadropout"), site.Input, Share, site.Before);
}
