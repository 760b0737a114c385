using System.Collections.Concurrent;
using Spectre.Console;

namespace Hillock.Cli;

/// <summary>A bar for each run under way, one for all of them, and a line above for each that is finished.</summary>
internal sealed class RunBars : IWatcher
{
    private readonly ConcurrentDictionary<(Recipe, ulong), ProgressTask> _bars = new();
    private readonly Experiment _experiment;
    private readonly ProgressContext _context;
    private readonly IWatcher _lines;
    private readonly ProgressTask _all;

    public RunBars(Experiment experiment, ProgressContext context, IWatcher lines)
    {
        (_experiment, _context, _lines) = (experiment, context, lines);
        _all = context.AddTask($"all {experiment.Runs} runs", maxValue: experiment.Runs * experiment.Epochs);
    }

    public void Started(Recipe recipe, ulong seed) =>
        _bars[(recipe, seed)] = _context.AddTask(Markup.Escape($"{recipe.Name}, seed {seed}"), maxValue: _experiment.Epochs);

    public void Passed(Recipe recipe, ulong seed, EpochRecord epoch)
    {
        _bars[(recipe, seed)].Increment(1);
        _all.Increment(1);
    }

    public void Finished(RunRecord run)
    {
        var bar = _bars[(run.Recipe, run.Seed)];
        // A run that diverged ends before its last epoch.
        _all.Increment(_experiment.Epochs - run.Epochs.Count);
        bar.Value = bar.MaxValue;
        bar.StopTask();
        _lines.Finished(run);
    }
}
