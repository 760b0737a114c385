namespace Hillock.Lab.Tests;

public sealed class GridTests
{
    private static readonly Recipe _first = Support.Recipe(Catalog.Parse("relu")) with { Network = Plan.Perceptron(8, 8) };

    [Fact]
    public void A_grid_has_all_combinations_named_by_what_differs()
    {
        var recipes = new Grid
        {
            Activations = Catalog.ParseList("relu,tanh"),
            LearningRates = [0.001, 0.01],
            Initializers = [Initializer.Auto],
            Depths = [2, 3, 10],
        }.Of(_first);
        recipes.Count.ShouldBe(2 * 2 * 3);
        recipes.Select(recipe => recipe.Name).ShouldBeUnique();
        recipes[0].Name.ShouldBe("relu (lr 0.001, depth 2)");
        recipes[^1].Name.ShouldBe("tanh (lr 0.01, depth 10)");
        recipes[^1].Network.Hidden.ShouldBe(Enumerable.Repeat(8, 10));
        var courses = new Grid { Activations = [Catalog.Parse("gelu")], Schedules = ScheduleChoice.All, LearningRates = [0.1, 1] }.Of(_first);
        courses[0].Name.ShouldBe("gelu (linear, lr 0.1)");
        courses[^1].Schedule.ShouldBe(ScheduleChoice.All[^1]);
        new Grid { Activations = [Catalog.Parse("gelu")] }.Of(_first).Single().Name.ShouldBe("gelu");
    }

    [Fact]
    public void Layers_that_cannot_be_counted_are_not_repeated() =>
        Should.Throw<HillockException>(() => new Grid { Activations = Catalog.ParseList("relu"), Depths = [3] }.Of(_first with { Network = Plan.Parse("cnn") }))
            .Message.ShouldContain("nor one repeat of layers");

    [Fact]
    public void A_variation_goes_evenly_from_end_to_end()
    {
        var variation = Variation.Parse("leaky_relu(alpha=0..0.3)", 4);
        variation.Parameter.ShouldBe("alpha");
        variation.Values.ShouldBe([0, 0.1, 0.2, 0.3]);
        // f(-1) = -alpha.
        variation.Activations.Select(f => f.Of(-1)).Zip(variation.Values).ShouldAllBe(pair => Math.Abs(pair.First + pair.Second) < 1e-12);
        Variation.Parse("x * sigmoid(beta * x); beta = 1..2", 2).Activations.Select(f => f.Of(1)).ShouldBe([1 / (1 + Math.Exp(-1)), 1 / (1 + Math.Exp(-2))], 1e-12);
    }

    [Fact]
    public void The_better_ones_are_left_chosen_on_at_least_three_seeds_without_the_test_part()
    {
        var experiment = Support.Experiment("moons", "relu,linear,step,tanh", epochs: 9, rows: 300);
        List<Experiment> seen = [];
        var left = Halving.Best(experiment, _ => 0, 1, some =>
        {
            seen.Add(some);
            // A rung's result is made up: the later in the list, the better.
            return new(some, [.. from seed in some.Seeds from recipe in some.Recipes select Support.Run(recipe, (int)seed, 0.1 * experiment.Recipes.ToList().IndexOf(recipe))]);
        });
        left!.Single().Name.ShouldBe("tanh");
        seen.Select(rung => (rung.Epochs, rung.Recipes.Count)).ShouldBe([(2, 4), (3, 2)]);
        seen.ShouldAllBe(rung => rung.Seeds.Count == 3 && rung.OnValidation);
        // What is chosen by comes from the training part alone: 240 rows of 300, of which a fifth judges.
        var split = seen[0].Split(1);
        (split.Train.Rows, split.Test.Rows).ShouldBe((192, 48));
    }

    [Fact]
    public void Each_group_keeps_its_own_best()
    {
        var experiment = Support.Experiment("moons", "relu,tanh", epochs: 9, rows: 100);
        var rated = experiment with
        {
            Recipes = new Grid { Activations = Catalog.ParseList("relu,tanh"), LearningRates = [0.1, 0.2, 0.3] }.Of(experiment.Recipes[0]),
        };
        var left = Halving.Best(rated, recipe => recipe.Activation, 1, some =>
            new(some, [.. from seed in some.Seeds from recipe in some.Recipes select Support.Run(recipe, (int)seed, recipe.LearningRate * (recipe.Activation.Name == "relu" ? 1 : -1))]));
        left!.Select(recipe => recipe.Name).ShouldBe(["tanh (lr 0.1)", "relu (lr 0.3)"], ignoreOrder: true);
    }
}
