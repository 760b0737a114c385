namespace Hillock.Cli;

/// <summary>What <c>hillock diagnose --json</c> says.</summary>
internal sealed record DiagnoseDocument(
    string Data,
    CompareSettings Settings,
    string Activation,
    string Measure,
    double Mean,
    double Low,
    double High,
    double Guessing,
    string Thresholds,
    int ThresholdsVersion,
    IReadOnlyList<DiagnosedRun> Runs,
    IReadOnlyList<ProvedRemedy>? Proof,
    string? Conclusion)
{
    public static DiagnoseDocument Of(Experiment experiment, DataSplit split, Ranking ranking, Proof? proof)
    {
        var standing = ranking.Standings[0];
        return new(
            experiment.Data.Name, CompareSettings.Of(experiment, split), standing.Recipe.Activation.Name, experiment.Measure.Name,
            standing.Score.Mean, standing.Score.Low, standing.Score.High, ranking.Level.Guessing, experiment.Thresholds.Name, Lab.Thresholds.Version,
            [.. standing.Runs.Select(run => new DiagnosedRun(run.Seed, run.Diverged, run.Score, run.Findings))],
            proof is null ? null : [.. proof.Trials.Select(ProvedRemedy.Of)],
            proof is null ? null : DiagnoseReport.Conclusion(proof, experiment.Seeds.Count));
    }
}

/// <summary>One run and what was found in it.</summary>
internal sealed record DiagnosedRun(ulong Seed, bool Diverged, double Score, IReadOnlyList<Finding> Findings);

/// <summary>One remedy tried.</summary>
internal sealed record ProvedRemedy(
    string Remedy, double Mean, double Low, double High, int Diverged, double Gained, double PValue, bool Helps, bool Harms,
    IReadOnlyList<string> Gone, IReadOnlyList<string> Come, double Cost)
{
    public static ProvedRemedy Of(TriedRemedy trial) => new(
        trial.Standing.Recipe.Name, trial.Standing.Score.Mean, trial.Standing.Score.Low, trial.Standing.Score.High, trial.Standing.Diverged,
        trial.Gained, trial.PValue, trial.Helps, trial.Harms, trial.Gone, trial.Come, trial.Cost);
}
