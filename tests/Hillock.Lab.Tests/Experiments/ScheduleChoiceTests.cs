namespace Hillock.Lab.Tests;

/// <summary>What the names of <c>--schedule</c> promise, over the whole of a training.</summary>
public sealed class ScheduleChoiceTests
{
    /// <summary>A name, a step of a hundred, and the share of the rate that its definition gives.</summary>
    public static TheoryData<string, long, double> Shares => new()
    {
        { "linear", 0, 1 },
        { "linear", 50, 0.5 },
        { "linear", 99, 0.01 },
        { "cosine", 0, 1 },
        { "cosine", 50, 0.5 },
        { "cosine", 25, (1 + Math.Sqrt(0.5)) / 2 },
        { "step", 33, 1 },
        { "step", 34, 0.1 },
        { "step", 99, 0.01 },
        { "warm-up", 0, 0.1 },
        { "warm-up", 9, 1 },
        { "warm-up", 10, 1 },
        { "warm-up", 55, 0.5 },
        { "one-cycle", 0, 1.0 / 25 },
        { "one-cycle", 29, 1 },
        { "one-cycle", 99, 1.0 / 250_000 },
        { "constant", 0, 1 },
        { "constant", 99, 1 },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void Each_is_what_its_name_says(string name, long step, double share) =>
        ScheduleChoice.Named(name).Of(100).At(step).ShouldBe(share, 1e-12);

    [Fact]
    public void Every_training_has_a_course_however_short()
    {
        Shares.Select(row => row.Data.Item1).Distinct().ShouldBe(ScheduleChoice.All.Select(choice => choice.Name));
        foreach (var choice in ScheduleChoice.All)
        {
            for (var steps = 1; steps <= 40; steps++)
            {
                var course = choice.Of(steps);
                double[] shares = [.. Enumerable.Range(0, steps).Select(step => course.At(step))];
                shares.ShouldAllBe(share => share >= 0 && share <= 1);
                shares.Max().ShouldBeGreaterThan(0.8, $"{choice} over {steps} steps");
            }
        }
    }

    [Fact]
    public void Runs_follow_it()
    {
        var experiment = Support.Experiment("moons", "tanh", epochs: 3, rows: 100);
        string Run(ScheduleChoice schedule) => Support.WithoutTimes(experiment.With(recipe => recipe with { Schedule = schedule }).Trained());
        ScheduleChoice.All.Select(Run).Distinct().Count().ShouldBe(ScheduleChoice.All.Count);
        Run(ScheduleChoice.Linear).ShouldBe(Support.WithoutTimes(experiment.Trained()));
    }

    [Fact]
    public void Parts_of_a_batch_make_the_steps_of_the_whole()
    {
        var experiment = Support.Experiment("moons", "tanh", epochs: 3, rows: 100);
        double Loss(int micro) => experiment.With(recipe => recipe with { MicroBatch = micro }).Trained().Runs[0].TestLoss;
        Loss(Budget.BatchSize).ShouldBe(Loss(0));
        Loss(5).ShouldBe(Loss(0), 1e-4);
        Loss(5).ShouldNotBe(Loss(0));
    }

    [Fact]
    public void First_weights_of_unit_variance_are_measured_on_the_training_part()
    {
        var experiment = Support.Experiment("moons", "sigmoid", epochs: 1, rows: 100)
            .With(recipe => recipe with { Initializer = Initializer.Named("unit_variance"), LearningRate = 1e-12 });
        // Steps of 1e-12 change nothing; z, over units with means of their own, was made to vary by 1. The look takes the same rows, but not all.
        var sites = experiment.Trained().Runs[0].Checks[0].Sites;
        sites.Select(site => site.Name).ShouldBe(["dense1", "dense2"]);
        sites.ShouldAllBe(site => Math.Abs(site.Inputs!.Value.Deviation - 1) < 0.1);
    }
}
