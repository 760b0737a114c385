using System.Collections.Concurrent;
using Spectre.Console;

namespace Hillock.Cli;

/// <summary>A bar for each run under way, one for all of them, and a line above for each that is finished.</summary>
internal sealed class RunBars : IWatcher
{
    private readonly ConcurrentDictionary<(Activation, ulong), ProgressTask> _bars = new();
    private readonly Experiment _experiment;
    private readonly ProgressContext _context;
    private readonly IWatcher _lines;
    private readonly ProgressTask _all;

    public RunBars(Experiment experiment, ProgressContext context, IWatcher lines)
    {
        (_experiment, _context, _lines) = (experiment, context, lines);
        _all = context.AddTask($"all {experiment.Runs} runs", maxValue: experiment.Runs * experiment.Epochs);
    }

    public void Started(Activation activation, ulong seed) =>
        _bars[(activation, seed)] = _context.AddTask(Markup.Escape($"{activation.Name}, seed {seed}"), maxValue: _experiment.Epochs);

    public void Passed(Activation activation, ulong seed, EpochRecord epoch)
    {
        _bars[(activation, seed)].Increment(1);
        _all.Increment(1);
    }

    public void Finished(RunRecord run)
    {
        var bar = _bars[(run.Activation, run.Seed)];
        // A run that diverged ends before its last epoch.
        _all.Increment(_experiment.Epochs - run.Epochs.Count);
        bar.Value = bar.MaxValue;
        bar.StopTask();
        _lines.Finished(run);
    }
}
