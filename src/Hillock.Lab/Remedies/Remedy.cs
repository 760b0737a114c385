namespace Hillock.Lab;

/// <summary>A change of a recipe that may help.</summary>
/// <param name="Text">What is done, in a few words: <c>relu instead of sigmoid</c>.</param>
/// <param name="Apply">The recipe with the change.</param>
public sealed record Remedy(string Text, Func<Recipe, Recipe> Apply)
{
    private const double Slower = 0.1, Faster = 30, GradientNorm = 1;

    /// <summary>The remedies for a kind of trouble that change anything of this recipe, the likeliest first.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="recipe">The recipe in trouble.</param>
    public static IReadOnlyList<Remedy> For(string rule, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        IEnumerable<Remedy?> all = rule switch
        {
            "unscaled inputs" or "unscaled targets" => [Scaled(recipe)],
            "wrong output activation" => [PlainOutput(recipe)],
            "no nonlinearity" or "no slope" => [Activate("relu", recipe), Activate("gelu", recipe)],
            "poor initialisation" => [Initialize(Initializer.Auto, recipe), Initialize(Initializer.Centred, recipe), Normalized(recipe)],
            "learning rate too high" or "oscillating loss" => [Rate(Slower, recipe), Clipped(recipe)],
            "learning rate too low" => [Rate(Faster, recipe), Adaptive(recipe)],
            "exploding gradients" => [Initialize(Initializer.Auto, recipe), Clipped(recipe), Rate(Slower, recipe), Normalized(recipe)],
            "non-finite values" => [Rate(Slower, recipe), Clipped(recipe), Initialize(Initializer.Auto, recipe), Normalized(recipe)],
            "dead units" or "zeros" => [Activate("leaky_relu", recipe), Rate(Slower, recipe), Activate("gelu", recipe), Initialize(Initializer.Auto, recipe)],
            "saturation" => [Initialize(Initializer.Auto, recipe), Activate("relu", recipe), Rate(Slower, recipe), Normalized(recipe)],
            "shifted activations" => [Initialize(Initializer.Centred, recipe), Activate("tanh", recipe), Normalized(recipe)],
            "vanishing gradients" =>
                [Initialize(Initializer.Auto, recipe), Initialize(Initializer.Centred, recipe), Activate("relu", recipe), Normalized(recipe)],
            "frozen weights" => [Activate("relu", recipe), Rate(Faster, recipe)],
            "overfitting" => [Dropped(recipe), Decayed(recipe)],
            "not learning" => [Initialize(Initializer.Auto, recipe), Activate("relu", recipe), Rate(Slower, recipe), Rate(1 / Slower, recipe)],
            _ => [],
        };
        return [.. all.OfType<Remedy>()];
    }

    private static Remedy? Activate(string name, Recipe recipe) => recipe.Activation.Name == name || !recipe.Network.IsOpen ? null
        : new($"{name} instead of {recipe.Activation.Name}", r => r with { Activation = Catalog.Parse(name) });

    private static Remedy? Initialize(Initializer rule, Recipe recipe) => recipe.Initializer == rule ? null
        : new($"first weights by {rule.Name} instead of {recipe.Initializer.Name}", r => r with { Initializer = rule });

    private static Remedy Rate(double factor, Recipe recipe) => new(
        FormattableString.Invariant($"learning rate {recipe.LearningRate * factor:G3} instead of {recipe.LearningRate:G3}"),
        r => r with { LearningRate = r.LearningRate * factor });

    private static Remedy? Clipped(Recipe recipe) => recipe.Clipping is not null ? null
        : new(FormattableString.Invariant($"gradients clipped to norm {GradientNorm}"), r => r with { Clipping = Clipping.ByNorm(GradientNorm) });

    private static Remedy? Scaled(Recipe recipe) => recipe.Scaling == Scaling.Standard ? null
        : new("data scaled to mean 0 and deviation 1", r => r with { Scaling = Scaling.Standard });

    private static Remedy? Adaptive(Recipe recipe) => recipe.Optimizer == OptimizerChoice.Adam ? null
        : new(
            FormattableString.Invariant($"adam at {OptimizerChoice.Adam.LearningRate} instead of {recipe.Optimizer.Name}"),
            r => r with { Optimizer = OptimizerChoice.Adam, LearningRate = OptimizerChoice.Adam.LearningRate });

    private static Remedy? Decayed(Recipe recipe) => recipe.Optimizer == OptimizerChoice.AdamW ? null
        : new("weights decay (adamw)", r => r with { Optimizer = OptimizerChoice.AdamW });

    private static Remedy? PlainOutput(Recipe recipe) => recipe.Network.WithoutOutput() is { } plain
        ? new("no function after the last layer", r => r with { Network = r.Network.WithoutOutput() ?? plain })
        : null;

    private static Remedy? Normalized(Recipe recipe) => recipe.Network.Normalized() is { } normalized
        ? new("batch norm before each activation", r => r with { Network = r.Network.Normalized() ?? normalized })
        : null;

    private static Remedy? Dropped(Recipe recipe) => recipe.Network.WithDropout() is { } dropped
        ? new("dropout of 0.3 after each activation", r => r with { Network = r.Network.WithDropout() ?? dropped })
        : null;
}
