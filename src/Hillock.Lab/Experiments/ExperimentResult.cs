namespace Hillock.Lab;

/// <summary>What an experiment brought.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Runs">The finished runs, seed after seed, the recipes in their order within each.</param>
public sealed record ExperimentResult(Experiment Experiment, IReadOnlyList<RunRecord> Runs)
{
    /// <summary>Whether it was stopped before its end.</summary>
    public bool Stopped => Runs.Count < Experiment.Runs;
}
