using System.Text.Json.Serialization;

namespace Hillock.Cli;

/// <summary>What <c>hillock compare --json</c> says. Only names with <c>econds</c> differ when the same command runs again.</summary>
internal sealed record CompareDocument(
    string Task,
    string Data,
    CompareSettings Settings,
    CompareLevel Level,
    IReadOnlyList<CompareRun> Runs,
    IReadOnlyList<CompareRank> Ranking,
    string Conclusion)
{
    public static CompareDocument Of(ExperimentResult result, DataSplit split, Ranking ranking, Conclusion conclusion) => new(
        Json.Camel($"{result.Experiment.Data.Task}"),
        result.Experiment.Data.Name,
        CompareSettings.Of(result.Experiment, split),
        new(ranking.Experiment.Measure.Name, ranking.Level.Value, ranking.Level.Guessing),
        [.. result.Runs.Select(run => CompareRun.Of(run, ranking))],
        [.. ranking.Standings.Select(standing => CompareRank.Of(standing, ranking.Level))],
        conclusion.ToString());
}

/// <summary>All that is needed to run it again.</summary>
internal sealed record CompareSettings(
    int Rows,
    int TrainRows,
    int TestRows,
    int Features,
    IReadOnlyList<string> Classes,
    string Fingerprint,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? Hidden,
    string Network,
    int Epochs,
    int Batch,
    double LearningRate,
    string Optimizer,
    string Init,
    IReadOnlyList<ulong> Seeds)
{
    public static CompareSettings Of(Experiment e, DataSplit split) => new(
        e.Data.Rows, split.Train.Rows, split.Test.Rows, e.Data.Features, e.Data.ClassNames, e.Data.Fingerprint(),
        e.Network.Hidden, e.Network.Text, e.Epochs, e.BatchSize, e.LearningRate, e.Optimizer.Name, e.Initializer.Name, e.Seeds);
}

/// <summary>The level that epochs are counted to.</summary>
internal sealed record CompareLevel(string Measure, double Value, double Guessing);

/// <summary>One activation with one seed.</summary>
internal sealed record CompareRun(
    string Activation,
    ulong Seed,
    bool Diverged,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? TestAccuracy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? TestError,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Psnr,
    double TestLoss,
    int? EpochsToLevel,
    IReadOnlyList<CompareEpoch> Epochs,
    double Seconds,
    IReadOnlyList<LayerState> Layers,
    IReadOnlyList<string> Notes)
{
    public static CompareRun Of(RunRecord run, Ranking ranking)
    {
        var measure = ranking.Experiment.Measure;
        double? Accuracy(double score) => measure == Measure.Accuracy ? score : null;
        double? Error(double score) => measure == Measure.Error ? score : null;
        double? Psnr(double score) => measure == Measure.PeakSignalToNoise ? score : null;
        return new(
            run.Activation.Name,
            run.Seed,
            run.Diverged,
            Accuracy(run.Score),
            Error(run.Score),
            Psnr(run.Score),
            run.TestLoss,
            run.EpochsTo(measure, ranking.Level.Value),
            [.. run.Epochs.Select(e => new CompareEpoch(e.TrainLoss, e.TestLoss, Accuracy(e.Score), Error(e.Score), Psnr(e.Score), e.Seconds))],
            run.Seconds,
            run.Layers,
            [.. run.Findings.Select(finding => finding.Text)]);
    }
}

/// <summary>One epoch of a run.</summary>
internal sealed record CompareEpoch(
    double TrainLoss,
    double TestLoss,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? TestAccuracy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? TestError,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Psnr,
    double Seconds);

/// <summary>One place in the ranking; what no interval can be given for has null ends.</summary>
internal sealed record CompareRank(
    string Activation,
    double Mean,
    double Low,
    double High,
    double TestLoss,
    double EpochsToLevel,
    double SecondsPerEpoch,
    IReadOnlyList<string> Notes)
{
    public static CompareRank Of(Standing s, Level level) => new(
        s.Activation.Name, s.Score.Mean, s.Score.Low, s.Score.High, s.TestLoss,
        Sample.Median([.. s.EpochsTo(level).Select(epoch => (double)epoch)]), s.SecondsPerEpoch, s.Notes);
}
