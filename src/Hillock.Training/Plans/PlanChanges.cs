namespace Hillock.Training;

/// <summary>Networks that differ in one thing from another: what may help one in trouble.</summary>
public static class PlanChanges
{
    /// <summary>Drops out three of ten, as Srivastava et al. 2014 do for hidden units in most of their networks with less than half dropped.</summary>
    private const double Dropped = 0.3;

    /// <summary>The plan without a function on its outputs; <c>null</c> if it has none.</summary>
    public static Plan? WithoutOutput(this Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Items is [.., OutputPlan] ? plan.With([.. plan.Items.SkipLast(1)]) : null;
    }

    /// <summary>
    /// The plan with batch norm between each dense layer or convolution and its activation (Ioffe and Szegedy 2015, arXiv:1502.03167); <c>null</c>
    /// if there is no such place.
    /// </summary>
    public static Plan? Normalized(this Plan plan) =>
        plan.Inserted((item, next) => item is DensePlan or ConvolutionPlan && next is ActivationPlan ? new BatchNormPlan() : null);

    /// <summary>The plan with dropout after each activation; <c>null</c> if there is no activation among its items.</summary>
    public static Plan? WithDropout(this Plan plan) =>
        plan.Inserted((item, next) => item is ActivationPlan && next is not DropoutPlan ? new DropoutPlan(Dropped) : null);

    /// <summary>The plan with its hidden layers repeated so often; <c>null</c> if it has no layers that are repeated.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="depth">How many times, at least 1.</param>
    /// <remarks>Of equal dense layers so many; of a plan with one <c>repeat</c> so many repetitions.</remarks>
    public static Plan? WithDepth(this Plan plan, int depth)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Hidden is [var units, ..] hidden && hidden.All(count => count == units))
        {
            return plan.With([new RepeatPlan(depth, Plan.Perceptron(units).Items)]);
        }
        return plan.Items.OfType<RepeatPlan>().Count() == 1
            ? plan.With([.. plan.Items.Select(item => item is RepeatPlan repeat ? repeat with { Times = depth } : item)])
            : null;
    }

    private static Plan? Inserted(this Plan plan, Func<LayerPlan, LayerPlan?, LayerPlan?> between)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var items = Inserted(plan.Items, between);
        return items.SequenceEqual(plan.Items) ? null : plan.With(items);
    }

    private static LayerPlan[] Inserted(IReadOnlyList<LayerPlan> items, Func<LayerPlan, LayerPlan?, LayerPlan?> between)
    {
        List<LayerPlan> all = [];
        for (var i = 0; i < items.Count; i++)
        {
            all.Add(items[i] is RepeatPlan repeat ? repeat with { Items = Inserted(repeat.Items, between) } : items[i]);
            if (between(items[i], i + 1 < items.Count ? items[i + 1] : null) is { } more)
            {
                all.Add(more);
            }
        }
        return [.. all];
    }
}
