using System.Diagnostics;

namespace Hillock.Lab;

/// <summary>One contestant being trained with one seed.</summary>
internal sealed class TrainingRun
{
    /// <summary>Rows that first weights are measured with, where their rule does.</summary>
    private const int MeasuredRows = 256;

    private readonly Experiment _experiment;
    private readonly Recipe _recipe;
    private readonly Trial _trial;
    private readonly Trainer _trainer;
    private readonly Batches _train, _test;
    private readonly Probe _probe;

    public TrainingRun(Experiment experiment, Recipe recipe, Trial trial, Crew crew)
    {
        (_experiment, _recipe, _trial) = (experiment, recipe, trial);
        var train = trial.Split.Train;
        (_train, _test) = (trial.Train(recipe.BatchSize), trial.Test());
        var steps = experiment.Epochs * (long)_train.Count;
        var network = recipe.Network.Build(train.Shape, train.OutputShape, recipe.Activation, crew);
        // Each layer draws from its own stream: the same normal numbers for every contestant, scaled by its gain.
        network.Initialize(trial.Seed, recipe.Initializer, recipe.Initializer.Measures ? trial.Probed(MeasuredRows) : null);
        _trainer = new(
            network, Loss.For(train.Task), recipe.Optimizer.Create(recipe.LearningRate),
            new() { Schedule = recipe.Schedule.Of(steps), Clipping = recipe.Clipping, MicroBatch = recipe.MicroBatch });
        var schedule = new ProbeSchedule(steps, recipe.BatchSize, train.Rows, network.Sites.Select(site => site.Positions).DefaultIfEmpty(1).Min());
        _probe = new(_trainer, trial.Probed(schedule.Rows), schedule, experiment.Thresholds);
    }

    /// <summary>Trains to the end, or until a loss is no number.</summary>
    /// <param name="passed">Told of each epoch.</param>
    /// <param name="kept">Where it is kept, and perhaps goes on from.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="OperationCanceledException">Somebody asked to stop.</exception>
    public RunRecord ToEnd(Action<EpochRecord> passed, RunWriter? kept, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        var order = new Draws(_trial.Seed, "batches");
        List<EpochRecord> epochs = [.. kept?.Resume(_trainer, _train, order, _probe) ?? []];
        var before = epochs.Sum(epoch => epoch.Seconds);
        epochs.ForEach(passed);
        if (epochs.Count == 0)
        {
            _probe.Begin();
        }
        while (epochs.Count == 0 || (epochs.Count < _experiment.Epochs && epochs[^1].IsFinite))
        {
            var begun = Stopwatch.GetTimestamp();
            var trainLoss = _trainer.Epoch(_train, order, loss =>
            {
                stop.ThrowIfCancellationRequested();
                _probe.AfterStep(loss);
                return double.IsFinite(loss);
            });
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var evaluation = _trainer.Evaluate(_test);
            _probe.AfterEvaluation(evaluation.Loss);
            epochs.Add(new(trainLoss, evaluation.Loss, _experiment.Measure.Of(evaluation, _trial.Split.Test), seconds));
            kept?.Passed(epochs[^1], epochs.Count == _experiment.Epochs, _trainer, _train, order, _probe);
            passed(epochs[^1]);
        }
        var findings = Diagnosis.Of(Seen(epochs));
        return new(_recipe, _trial.Seed, epochs, _probe.Checks, _probe.Breakdown, findings, before + Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private Case Seen(IReadOnlyList<EpochRecord> epochs) =>
        Case.Of(_recipe, _trial.Split, _experiment.Measure, _trainer.Network, epochs, _probe.Checks, _probe.Breakdown, _experiment.Thresholds);
}
