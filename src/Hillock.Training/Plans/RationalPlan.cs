namespace Hillock.Training;

/// <summary><c>rational</c>, <c>rational like gelu</c> or <c>rational like {act}</c>: a <see cref="RationalLayer"/>.</summary>
/// <param name="IsLike">Whether it is said what it begins as.</param>
/// <param name="Like">What it begins as; <c>null</c> for the activation that is compared.</param>
public sealed record RationalPlan(bool IsLike = false, Activation? Like = null) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => IsLike ? $"rational like {PlanWords.Written(Like)}" : "rational";

    internal static RationalPlan Read(PlanWords words)
    {
        var like = words.OptionText("like");
        return new(like is not null, like is null or Plan.Placeholder ? null : Catalog.Parse(like));
    }

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) =>
        new RationalLayer(site.Name("rational"), site.Input, IsLike ? site.Or(Like) : null);
}
