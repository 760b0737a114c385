namespace Hillock.Web;

/// <summary>How a setup's network is built and trained, as the lab says it: so that its rules and remedies apply.</summary>
internal static class Blueprint
{
    private const double Dropped = 0.3, GradientNorm = 1;

    /// <summary>The recipe of a setup. The commonest activation is left open in the plan, so that a remedy can put another there.</summary>
    /// <exception cref="HillockException">A name or formula in it is not right.</exception>
    public static Recipe Of(Setup setup)
    {
        Activation[] activations = [.. setup.Layers.Select(layer => Catalog.Parse(layer.Activation))];
        var common = Common(setup);
        var optimizer = OptimizerChoice.Named(setup.Optimizer);
        return new()
        {
            Activation = setup.Layers.Index().Where(layer => layer.Item.Activation == common).Select(layer => activations[layer.Index]).FirstOrDefault() ?? Catalog.Parse("linear"),
            Network = new([.. setup.Layers.SelectMany((layer, i) => Items(setup, layer, layer.Activation == common ? null : activations[i]))]),
            Initializer = Initializer.Named(setup.Init),
            Optimizer = optimizer,
            LearningRate = setup.Rate,
            Schedule = ScheduleChoice.Named("constant"),
            Clipping = setup.Clip ? Clipping.ByNorm(GradientNorm) : null,
            BatchSize = setup.Batch,
        };
    }

    /// <summary>The setup with what a remedy changes.</summary>
    public static Setup With(Setup setup, Recipe recipe, Remedy remedy)
    {
        var (now, common) = (remedy.Recipe, Common(setup));
        bool Added<T>()
            where T : LayerPlan => now.Network.Items.OfType<T>().Any() && !recipe.Network.Items.OfType<T>().Any();
        return setup with
        {
            Layers = now.Activation == recipe.Activation ? setup.Layers
                : [.. setup.Layers.Select(layer => layer.Activation == common ? layer with { Activation = now.Activation.Name } : layer)],
            Init = now.Initializer.Name,
            Optimizer = now.Optimizer.Name,
            Rate = now.LearningRate,
            Clip = now.Clipping is not null,
            Norm = Added<BatchNormPlan>() ? "batch" : setup.Norm,
            Dropout = setup.Dropout || Added<DropoutPlan>(),
            // The page has them.
            Csv = null,
            CsvName = null,
        };
    }

    private static string? Common(Setup setup) => setup.Layers.CountBy(layer => layer.Activation).OrderByDescending(pair => pair.Value).FirstOrDefault().Key;

    private static IEnumerable<LayerPlan> Items(Setup setup, HiddenLayer layer, Activation? activation)
    {
        yield return new DensePlan(layer.Units);
        if (setup.Norm != Setup.Norms[0])
        {
            yield return setup.Norm == "batch" ? new BatchNormPlan() : new LayerNormPlan();
        }
        yield return new ActivationPlan(activation);
        if (setup.Dropout)
        {
            yield return new DropoutPlan(Dropped);
        }
    }
}
