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
    string Schedule,
    int MicroBatch,
    string Optimizer,
    string Init,
    IReadOnlyList<ulong> Seeds)
{
    public static CompareSettings Of(Experiment e, DataSplit split) => new(
        e.Data.Rows, split.Train.Rows, split.Test.Rows, e.Data.Features, e.Data.ClassNames, e.Data.Fingerprint(),
        e.Recipes[0].Network.Hidden, e.Recipes[0].Network.Text, e.Epochs, e.Recipes[0].BatchSize, e.Recipes[0].LearningRate,
        e.Recipes[0].Schedule.Name, e.Recipes[0].MicroBatch, e.Recipes[0].Optimizer.Name, e.Recipes[0].Initializer.Name, e.Seeds);
}

/// <summary>The level that epochs are counted to.</summary>
internal sealed record CompareLevel(string Measure, double Value, double Guessing);

/// <summary>One contestant with one seed.</summary>
internal sealed record CompareRun(
    string Name,
    string Activation,
    double LearningRate,
    string Schedule,
    string Init,
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
            run.Recipe.Name,
            run.Recipe.Activation.Name,
            run.Recipe.LearningRate,
            run.Recipe.Schedule.Name,
            run.Recipe.Initializer.Name,
            run.Seed,
            run.Diverged,
            Accuracy(run.Score),
            Error(run.Score),
            Psnr(run.Score),
            run.TestLoss,
            run.EpochsTo(measure, ranking.Level.Value),
            [.. run.Epochs.Select(e => new CompareEpoch(e.TrainLoss, e.TestLoss, Accuracy(e.Score), Error(e.Score), Psnr(e.Score), e.Seconds))],
            run.Seconds,
            LayerState.Of(run),
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
    string Name,
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
        s.Recipe.Name, s.Recipe.Activation.Name, s.Score.Mean, s.Score.Low, s.Score.High, s.TestLoss,
        s.MedianEpochsTo(level), s.SecondsPerEpoch, s.Notes);
}

/// <summary>What a layer is like in the end of a run.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Units">Its units; of an image or a sequence its channels.</param>
/// <param name="Dead">Units that are off for every sample.</param>
/// <param name="Saturated">The share of values that are where a bounded function is flat.</param>
/// <param name="Gradient">The root of the mean squared gradient of its weights; null for a layer without weights.</param>
internal sealed record LayerState(string Name, int Units, int Dead, double Saturated, double Gradient)
{
    /// <summary>All of them, none after a divergence.</summary>
    public static IReadOnlyList<LayerState> Of(RunRecord run)
    {
        if (run.Diverged || run.Checks is not [.., var last])
        {
            return [];
        }
        var sites = last.Sites.ToDictionary(site => site.Name);
        var layers = last.Layers.ToDictionary(layer => layer.Name);
        return [.. last.Layers.Select(layer => layer.Name).Union(last.Sites.Select(site => site.Name)).Select(name =>
        {
            var site = sites.GetValueOrDefault(name);
            return new LayerState(
                name, site?.Units ?? 0, site?.Dead.Count ?? 0, site?.Saturated ?? 0, layers.GetValueOrDefault(name)?.Gradient ?? double.NaN);
        })];
    }
}
