namespace Hillock.Web.Moves;

/// <summary>Units that a large step puts on the flat side for good.</summary>
internal static class Dying
{
    private const int Rows = 300, Epochs = 12, Units = 24;
    private const double Percent = 100;

    public static Move Move { get; } = new(
        "dying", "Dead units, step by step",
        [
            new Choice("activation", "Activation", ["relu", "leaky_relu", "elu", "gelu", "tanh"]),
            new Dial("rate", "Learning rate", -3, 1, 0.1, 0) { IsPower = true },
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (f, rate) = (moved.Activation("activation"), moved.Power("rate"));
        var data = Datasets.BuiltIn.First(one => one.Name == "moons").Generate(Budget.FirstSeed, Rows);
        var experiment = new Experiment
        {
            Data = data,
            Recipes = [new() { Activation = f, Network = Plan.Perceptron(Units, Units), Optimizer = OptimizerChoice.Sgd, LearningRate = rate }],
            Epochs = Epochs,
            Seeds = [Budget.FirstSeed],
        };
        if (experiment.Run(stop: stop).Runs is not [var run, ..])
        {
            throw new OperationCanceledException(stop);
        }
        var (steps, sites) = (run.Checks.Select(check => (double)check.Step).ToArray(), run.Checks.SelectMany(check => check.Sites).Select(site => site.Name).Distinct().ToArray());
        double Dead(Check check) => check.Sites.Sum(site => site.Dead.Count) / (double)Math.Max(1, check.Sites.Sum(site => site.Units));
        var dead = run.Checks.Count == 0 ? 0 : Dead(run.Checks[^1]);
        return new(
            run.Diverged ? $"At a rate of {Told.Number(rate)} the numbers themselves end: the loss is none any more after {run.Epochs.Count} epoch{(run.Epochs.Count == 1 ? "" : "s")}."
            : $"At a rate of {Told.Number(rate)}, {Told.Share(dead)} of {f.Name}'s units are dead in the end, and {Told.Share(run.Score)} of the test points are right.")
        {
            Chart = new("step", "dead units, %", steps,
            [
                .. sites.Select(name => Line.Of(name, run.Checks.Select(check => Percent * (check.Sites.FirstOrDefault(site => site.Name == name)?.DeadShare ?? double.NaN)))),
            ]),
        };
    }
}
