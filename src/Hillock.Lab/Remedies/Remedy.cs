using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>A change of a recipe that may help.</summary>
/// <param name="Text">What is done, in a few words: <c>relu instead of sigmoid</c>.</param>
/// <param name="Recipe">The recipe with the change.</param>
public sealed record Remedy(string Text, Recipe Recipe)
{
    private const double GradientNorm = 1;

    /// <summary>The remedies for a kind of trouble that change anything of this recipe, the likeliest first.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="recipe">The recipe in trouble.</param>
    public static IReadOnlyList<Remedy> For(string rule, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return Rule.All.FirstOrDefault(one => one.Name == rule)?.RemediesFor(recipe) ?? [];
    }

    internal static Func<Recipe, Remedy?> Activate(string name) => recipe => recipe.Activation.Name == name || !recipe.Network.IsOpen ? null
        : new($"{name} instead of {recipe.Activation.Name}", recipe with { Activation = Catalog.Parse(name) });

    internal static Func<Recipe, Remedy?> Initialize(Initializer rule) => recipe => recipe.Initializer == rule ? null
        : new($"first weights by {rule.Name} instead of {recipe.Initializer.Name}", recipe with { Initializer = rule });

    internal static Remedy? Slower(Recipe recipe) => Rate(recipe, 0.1);

    internal static Remedy? Faster(Recipe recipe) => Rate(recipe, 10);

    internal static Remedy? MuchFaster(Recipe recipe) => Rate(recipe, 30);

    internal static Remedy? Clipped(Recipe recipe) => recipe.Clipping is not null ? null
        : new(Invariant($"gradients clipped to norm {GradientNorm}"), recipe with { Clipping = Clipping.ByNorm(GradientNorm) });

    internal static Remedy? Scaled(Recipe recipe) => recipe.Scaling == Scaling.Standard ? null
        : new("data scaled to mean 0 and deviation 1", recipe with { Scaling = Scaling.Standard });

    internal static Remedy? Adaptive(Recipe recipe) => recipe.Optimizer == OptimizerChoice.Adam ? null
        : new(
            Invariant($"adam at {OptimizerChoice.Adam.LearningRate} instead of {recipe.Optimizer.Name}"),
            recipe with { Optimizer = OptimizerChoice.Adam, LearningRate = OptimizerChoice.Adam.LearningRate });

    internal static Remedy? Decayed(Recipe recipe) => recipe.Optimizer == OptimizerChoice.AdamW ? null
        : new("weight decay (adamw)", recipe with { Optimizer = OptimizerChoice.AdamW });

    internal static Remedy? PlainOutput(Recipe recipe) => recipe.Network.WithoutOutput() is { } plain
        ? new("no function after the last layer", recipe with { Network = plain })
        : null;

    internal static Remedy? Normalized(Recipe recipe) => recipe.Network.Normalized() is { } normalized
        ? new("batch norm before each activation", recipe with { Network = normalized })
        : null;

    internal static Remedy? Dropped(Recipe recipe) => recipe.Network.WithDropout() is { } dropped
        ? new("dropout of 0.3 after each activation", recipe with { Network = dropped })
        : null;

    private static Remedy Rate(Recipe recipe, double factor) => new(
        Invariant($"learning rate {recipe.LearningRate * factor:G3} instead of {recipe.LearningRate:G3}"),
        recipe with { LearningRate = recipe.LearningRate * factor });
}
