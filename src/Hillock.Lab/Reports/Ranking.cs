namespace Hillock.Lab;

/// <summary>The contestants of an experiment, the best first.</summary>
public sealed class Ranking
{
    /// <summary>Ranks what is finished.</summary>
    public Ranking(ExperimentResult result)
    {
        var (experiment, measure) = (result.Experiment, result.Experiment.Measure);
        Experiment = experiment;
        Standings =
        [
            .. result.Runs.GroupBy(run => run.Recipe).Select(runs => new Standing(runs.Key, [.. runs], measure))
                // A network that diverges now and then is worse than one that never does; ties keep the order of the names.
                .OrderBy(standing => (double)standing.Diverged / standing.Runs.Count)
                .ThenBy(standing => measure.Order(standing.Score.Mean))
                .ThenBy(standing => standing.TestLoss)
                .ThenBy(standing => experiment.Recipes.Index().First(pair => pair.Item == standing.Recipe).Index),
        ];
        var split = experiment.FirstSplit();
        Resolution = measure.Resolution(split.Test);
        Level = Level.Of(measure, measure.Guessing(split), Standings.Count == 0 ? double.NaN : Standings[0].Score.Mean);
    }

    /// <summary>What was run.</summary>
    public Experiment Experiment { get; }

    /// <summary>The contestants; those that diverged in a run come after those that did not.</summary>
    public IReadOnlyList<Standing> Standings { get; }

    /// <summary>What the epochs to reach it are counted for.</summary>
    public Level Level { get; }

    /// <summary>The step in which the measure can differ.</summary>
    public double Resolution { get; }
}
