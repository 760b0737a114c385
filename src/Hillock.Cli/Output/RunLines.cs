using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>One line for each finished run.</summary>
internal sealed class RunLines(Experiment experiment, Action<string> write) : IWatcher
{
    private readonly Lock _gate = new();
    private int _finished;

    public void Started(Recipe recipe, ulong seed)
    {
    }

    public void Passed(Recipe recipe, ulong seed, EpochRecord epoch)
    {
    }

    public void Finished(RunRecord run)
    {
        lock (_gate)
        {
            var outcome = run.Diverged
                ? $"diverged in epoch {run.Epochs.Count}"
                : $"{experiment.Measure.Name} {experiment.Measure.Text(run.Score)}";
            write(Invariant($"{++_finished}/{experiment.Runs}  {run.Recipe.Name}, seed {run.Seed}: {outcome}, {run.Seconds:0.0} s"));
        }
    }
}
