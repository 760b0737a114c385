using System.Diagnostics;

namespace Hillock.Lab;

/// <summary>One activation being trained with one seed.</summary>
internal sealed class TrainingRun
{
    private readonly Experiment _experiment;
    private readonly Activation _activation;
    private readonly Trial _trial;
    private readonly Trainer _trainer;

    public TrainingRun(Experiment experiment, Activation activation, Trial trial, Crew crew)
    {
        (_experiment, _activation, _trial) = (experiment, activation, trial);
        var train = trial.Split.Train;
        var network = experiment.Network.Build(train.Shape, train.OutputShape, activation, crew);
        // Each layer draws from its own stream: the same normal numbers for every activation, scaled by its gain.
        network.Initialize(trial.Seed, experiment.Initializer);
        _trainer = new(network, LossFor(train.Task), experiment.Optimizer.Create(experiment.LearningRate));
    }

    /// <summary>Trains to the end, or until a loss is no number.</summary>
    /// <exception cref="OperationCanceledException">Somebody asked to stop.</exception>
    public RunRecord ToEnd(Action<EpochRecord> passed, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        var (train, test) = (_trial.Train(_experiment.BatchSize), _trial.Test());
        var order = new Draws(_trial.Seed, "batches");
        var last = _experiment.Epochs * (long)train.Count;
        void AfterStep(double loss)
        {
            stop.ThrowIfCancellationRequested();
            _trainer.Optimizer.LearningRate = _experiment.LearningRate * (last - _trainer.Optimizer.Steps + 1) / last;
        }
        List<EpochRecord> epochs = [];
        do
        {
            var begun = Stopwatch.GetTimestamp();
            var trainLoss = _trainer.Epoch(train, order, AfterStep);
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var evaluation = _trainer.Evaluate(test);
            epochs.Add(new(trainLoss, evaluation.Loss, _experiment.Measure.Of(evaluation, _trial.Split.Test), seconds));
            passed(epochs[^1]);
        }
        while (epochs.Count < _experiment.Epochs && epochs[^1].IsFinite);

        var layers = epochs[^1].IsFinite ? Probe.Look(_trainer, _trial.Probed()) : [];
        var findings = Finding.All(_activation, epochs, layers);
        return new(_activation, _trial.Seed, epochs, layers, findings, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static Loss LossFor(LearningTask task) => task switch
    {
        LearningTask.Regression => new MeanSquaredError(),
        LearningTask.Binary => new BinaryCrossEntropy(),
        _ => new SoftmaxCrossEntropy(),
    };
}
