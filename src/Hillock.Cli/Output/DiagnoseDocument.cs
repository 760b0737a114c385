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
    /// <summary>Writes it where it is wanted, whole or not at all.</summary>
    public static void Write(string? path, Experiment experiment, DataSplit split, Ranking ranking, Proof? proof)
    {
        if (path is null)
        {
            return;
        }
        var standing = ranking.Standings[0];
        var document = new DiagnoseDocument(
            experiment.Data.Name, CompareSettings.Of(experiment, split), standing.Recipe.Activation.Name, experiment.Measure.Name,
            standing.Score.Mean, standing.Score.Low, standing.Score.High, ranking.Level.Guessing, experiment.Thresholds.Name, Lab.Thresholds.Version,
            [.. standing.Runs.Select(run => new DiagnosedRun(run.Seed, run.Diverged, run.Score, run.Findings))],
            proof is null ? null : [.. proof.Trials.Select(ProvedRemedy.Of)],
            proof is null ? null : DiagnoseReport.Conclusion(proof, experiment.Seeds.Count));
        if (path == "-")
        {
            Json.Write(Console.Out, document, JsonDocuments.Readable.DiagnoseDocument);
            return;
        }
        using var whole = new StringWriter { NewLine = "\n" };
        Json.Write(whole, document, JsonDocuments.Readable.DiagnoseDocument);
        SafeFile.Write(path, whole.ToString());
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
