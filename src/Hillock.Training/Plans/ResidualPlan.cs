namespace Hillock.Training;

/// <summary><c>residual (dense 64, {act}, dense 64)</c>: a <see cref="Residual"/> block. With <c>project</c> behind it the shortcut goes
/// through a dense layer for each position, with <c>project (conv 32 1x1 stride 2)</c> through those items.</summary>
/// <param name="Items">What is added to what comes in.</param>
/// <param name="Projects">Whether the shortcut goes through layers itself.</param>
/// <param name="Projection">These layers; none for a dense layer.</param>
public sealed record ResidualPlan(IReadOnlyList<LayerPlan> Items, bool Projects, IReadOnlyList<LayerPlan> Projection) : LayerPlan
{
    private const string Project = "project";

    /// <inheritdoc/>
    public override string Text => $"residual {Block(Items)}"
        + (!Projects ? "" : Projection.Count == 0 ? $" {Project}" : $" {Project} {Block(Projection)}");

    /// <summary>Whether the text is the same.</summary>
    public bool Equals(ResidualPlan? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    internal static ResidualPlan Read(PlanWords words)
    {
        var items = words.Block();
        var projects = words.Flag(Project);
        return new(items, projects, projects && words.IsMore ? words.Block() : []);
    }

    /// <inheritdoc/>
    protected internal override Layer Build(Site site)
    {
        var name = site.Name("residual");
        var inner = site.Within(name, site.Input, Items);
        var shortcut = $"{name}.{Project}";
        Layer? projection = !Projects ? null
            : Projection.Count > 0 ? site.Within(shortcut, site.Input, Projection)
            : new Dense(shortcut, site.Input, inner.Output.Channels);
        return new Residual(name, inner, projection, site.TakeActivation());
    }

    private static string Block(IReadOnlyList<LayerPlan> items) => $"({string.Join(", ", items)})";
}
