namespace Hillock.Lab.Tests;

public sealed class ConclusionTests
{
    /// <summary>Accuracies of relu, gelu and linear for each seed, and what can be said of them. The test part has 200 rows.</summary>
    public static TheoryData<double[][], string> Table => new()
    {
        // A lead of 0.4 in each of five seeds against a spread of 0.01: t near 100. Equals are equals.
        {
            [[1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [0.6, 0.61, 0.59, 0.6, 0.61]],
            "The evidence supports that relu is better than linear. No difference is shown between relu and gelu. "
            + "(5 seeds, paired t-tests, scatter pooled, corrected for having picked the best of 3, α = 0.05; more seeds show smaller differences.)"
        },
        // One sample more in each seed is no evidence.
        {
            [[1, 1, 1], [0.995, 0.995, 0.995], [0.995, 0.995, 0.995]],
            "No difference is shown between relu and gelu or linear. "
            + "(3 seeds, paired t-tests, scatter pooled, corrected for having picked the best of 3, α = 0.05; more seeds show smaller differences.)"
        },
        {
            [[0.9], [0.8], [0.5]],
            "One seed shows no difference: it allows neither interval nor test; three seeds are the least, ten are better."
        },
        { [[0.9, 0.8]], "There is only relu: nothing to compare it with." },
        { [[double.NaN, double.NaN], [double.NaN, double.NaN]], "Every network diverged; try a smaller learning rate." },
        {
            [[0.9, 0.91, 0.9, 0.9], [0.5, 0.51, 0.5, 0.51], [1, 1, double.NaN, 1]],
            "The evidence supports that relu is better than gelu. "
            + "(4 seeds, paired t-tests, scatter pooled, corrected for having picked the best of 2, α = 0.05.) linear diverged in 1 of 4 runs and is not compared."
        },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_conclusion_says_what_the_evidence_supports_and_what_it_does_not(double[][] scores, string text) =>
        new Conclusion(new Ranking(Result(scores))).ToString().ShouldBe(text);

    [Fact]
    public void The_best_mean_comes_first_and_divergence_last()
    {
        var ranking = new Ranking(Result([[0.8, 0.9], [0.9, 1], [1, double.NaN]]));
        ranking.Standings.Select(standing => standing.Recipe.Name).ShouldBe(["gelu", "relu", "linear"]);
        ranking.Standings[0].Score.Mean.ShouldBe(0.95, 1e-12);
        ranking.Standings[2].Score.Mean.ShouldBe(1);
    }

    [Fact]
    public void The_level_is_nine_tenths_of_the_way_from_guessing_to_the_best()
    {
        // Moons are balanced: guessing gets 0.5, the best 0.9, so 0.5 + 0.9 · 0.4.
        new Ranking(Result([[0.9, 0.9], [0.7, 0.7]])).Level.Value.ShouldBe(0.86, 1e-12);
        Level.Of(Measure.Error, 2, 1).Value.ShouldBe(1.1, 1e-12);
        Level.Of(Measure.Error, 2, 2.5).Value.ShouldBe(double.NaN);
        Level.Of(Measure.Accuracy, 0.5, double.NaN).Value.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_run_reaches_a_level_in_the_first_epoch_that_does()
    {
        double[] scores = [0.5, 0.9, 0.7, 0.95];
        var run = Support.Run(Support.Recipe(Catalog.Parse("relu")), 1, 0.5) with { Epochs = [.. scores.Select(score => new EpochRecord(1, 1, score, 1))] };
        run.EpochsTo(Measure.Accuracy, 0.8).ShouldBe(2);
        run.EpochsTo(Measure.Accuracy, 0.96).ShouldBeNull();
        run.EpochsTo(Measure.Error, 0.6).ShouldBe(1);
        run.EpochsTo(Measure.Accuracy, double.NaN).ShouldBeNull();
    }

    [Fact]
    public void Notes_of_several_runs_become_one_of_each_kind()
    {
        var relu = Support.Recipe(Catalog.Parse("relu"));
        Finding mild = Support.Finding("dead", "mild", 0.2), bad = Support.Finding("dead", "bad", 0.6), other = Support.Finding("vanishing", "vanish", 9);
        new Standing(relu, [Support.Run(relu, 1, 1, mild, other), Support.Run(relu, 2, 1, bad)], Measure.Accuracy).Notes
            .ShouldBe(["bad", "vanish, in 1 of 2 runs"]);
    }

    private static ExperimentResult Result(double[][] scores)
    {
        string[] names = ["relu", "gelu", "linear"];
        var experiment = Support.Experiment("moons", string.Join(',', names[..scores.Length]), seeds: scores[0].Length);
        return new(experiment, [
            .. from seed in Enumerable.Range(0, scores[0].Length)
               from i in Enumerable.Range(0, scores.Length)
               select Support.Run(experiment.Recipes[i], seed + 1, scores[i][seed])]);
    }
}
