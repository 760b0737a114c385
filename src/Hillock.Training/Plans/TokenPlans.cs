namespace Hillock.Training;

/// <summary><c>embedding 1000 64</c>: an <see cref="Embedding"/> layer.</summary>
/// <param name="Tokens">How many tokens there are.</param>
/// <param name="Width">Features of a token.</param>
public sealed record EmbeddingPlan(int Tokens, int Width) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => $"embedding {Tokens} {Width}";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new Embedding(site.Name("embedding"), site.Input, Tokens, Width);
}

/// <summary><c>positions</c>: a <see cref="Positions"/> layer.</summary>
public sealed record PositionsPlan : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => "positions";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new Positions(site.Name(Text), site.Input);
}

/// <summary><c>last</c>: a <see cref="Last"/> layer.</summary>
public sealed record LastPlan : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => "last";

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new Last(site.Name(Text), site.Input);
}

/// <summary>A function of rows by name, <c>softmax</c> or <c>maxout(k=4)</c>: a <see cref="RowApplied"/> layer.</summary>
/// <param name="Function">The function.</param>
public sealed record RowPlan(RowActivation Function) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => Function.Name;

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => new RowApplied(site.Name("rows"), site.Input, Function);
}
