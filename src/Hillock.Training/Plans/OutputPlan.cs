namespace Hillock.Training;

/// <summary>
/// <c>output tanh</c>: the last layer, as wide as the data wants, with a function on its outputs. Losses take logits, so most networks do without:
/// the layer is then added by itself.
/// </summary>
/// <param name="Activation">The function of each output; <c>null</c> where it is one of rows.</param>
/// <param name="Rows">The function of all outputs of a position together; <c>null</c> where it is one of each.</param>
public sealed record OutputPlan(Activation? Activation, RowActivation? Rows) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => $"output {(Rows is null ? PlanWords.Written(Activation) : Rows.Name)}";

    internal static OutputPlan Read(PlanWords words)
    {
        var text = words.Text("ACTIVATION");
        return Catalog.IsOfRows(text) ? new(null, Catalog.ParseRows(text)) : new(Catalog.Parse(text), null);
    }

    /// <inheritdoc/>
    protected internal override Layer Build(Site site)
    {
        var (input, output) = site.ForLogits(Text);
        var logits = new Dense(site.Name("output"), input, output.Channels, Activation);
        return Rows is null ? logits : new Sequence("outputs", [logits, new RowApplied($"{logits.Name}.rows", logits.Output, Rows)]);
    }
}
