namespace Hillock.Training;

/// <summary>
/// <c>sine 64</c>: a <see cref="SineLayer"/>; <c>sine 64 or {act}</c>: that if the activation is the sine, else a dense layer with the activation.
/// </summary>
/// <remarks>
/// So sine can be compared with others in one plan: each gets the first weights that fit it, sine its own and ω. A sine that has an ω
/// other than 1 keeps it.
/// </remarks>
/// <param name="Units">Numbers that go out for each position.</param>
/// <param name="Omega">ω, the angular frequency.</param>
/// <param name="HasOther">Whether there is a choice.</param>
/// <param name="Other">The activation; <c>null</c> for the one that is compared.</param>
public sealed record SinePlan(int Units, double Omega, bool HasOther, Activation? Other) : LayerPlan
{
    private const string Or = "or";

    /// <inheritdoc/>
    public override string Text => FormattableString.Invariant($"sine {Units}")
        + (Omega == SineLayer.UsualOmega ? "" : FormattableString.Invariant($" omega {Omega}"))
        + (HasOther ? $" {Or} {PlanWords.Written(Other)}" : "");

    internal static SinePlan Read(PlanWords words)
    {
        var units = words.Whole("UNITS");
        var omega = words.Option("omega", SineLayer.UsualOmega, 1e-6, 1e6);
        var other = words.OptionText(Or);
        return new(units, omega, other is not null, other is null or Plan.Placeholder ? null : Catalog.Parse(other));
    }

    /// <inheritdoc/>
    protected internal override Layer Build(Site site)
    {
        var input = DensePlan.Taken(site.Input);
        var activation = HasOther ? site.Or(Other) : null;
        if (activation is null || IsSine(activation))
        {
            var given = activation?.Values[0] ?? 1;
            return new SineLayer(site.Name("sine"), input, Units, given == 1 ? Omega : given);
        }
        return new Dense(site.Name("dense"), input, Units, activation);
    }

    private static bool IsSine(Activation activation) => activation.Function?.Name == SineLayer.Function && activation.Trained is null;
}
