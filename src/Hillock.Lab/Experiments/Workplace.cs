namespace Hillock.Lab;

/// <summary>Where the runs of an experiment are done, several side by side.</summary>
/// <remarks>
/// Runs know nothing of each other, so two of them on two threads waste nothing, while two threads within one small network wait for each
/// other most of the time. Only threads that are left over when each run has one help within runs.
/// </remarks>
internal sealed class Workplace : IDisposable
{
    private readonly Experiment _experiment;
    private readonly IWatcher? _watcher;
    private readonly PartFolder? _kept;
    private readonly CancellationTokenSource _stop;
    private readonly Dictionary<Scaling, Lazy<Trial>>?[] _trials;
    private readonly int[] _left;
    private readonly RunRecord?[] _runs;
    private int _next;

    public Workplace(Experiment experiment, IWatcher? watcher, PartFolder? kept, CancellationToken stop)
    {
        (_experiment, _watcher, _kept) = (experiment, watcher, kept);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Scaling[] scalings = [.. experiment.Recipes.Select(recipe => recipe.Scaling).Distinct()];
        _trials = [.. experiment.Seeds.Select(seed =>
            scalings.ToDictionary(scaling => scaling, scaling => new Lazy<Trial>(() => new(experiment.Split(seed, scaling), seed))))];
        _left = [.. experiment.Seeds.Select(_ => experiment.Recipes.Count)];
        _runs = new RunRecord?[experiment.Runs];
    }

    /// <summary>The finished runs, all of them unless stopped.</summary>
    public IReadOnlyList<RunRecord> Run()
    {
        var sideBySide = Math.Min(_experiment.Threads, _runs.Length);
        var crews = _experiment.Threads / Math.Max(1, sideBySide);
        var workers = Enumerable.Range(0, sideBySide).Select(_ => Task.Factory.StartNew(
            () => Work(crews), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Task.WhenAll([.. workers]).GetAwaiter().GetResult();
        return [.. _runs.OfType<RunRecord>()];
    }

    public void Dispose() => _stop.Dispose();

    private void Work(int threads)
    {
        using var crew = new Crew(threads);
        try
        {
            for (int i; (i = Interlocked.Increment(ref _next) - 1) < _runs.Length;)
            {
                _stop.Token.ThrowIfCancellationRequested();
                var (seed, recipe) = Math.DivRem(i, _experiment.Recipes.Count);
                _runs[i] = Run(_experiment.Recipes[recipe], _trials[seed]!, crew, _kept?.Of(recipe, _experiment.Seeds[seed]));
                if (Interlocked.Decrement(ref _left[seed]) == 0)
                {
                    // The data of a seed may be large; nobody asks for it again.
                    _trials[seed] = null;
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The runs that are finished are the answer.
        }
        catch
        {
            // Whoever catches it need not wait for the others to train to their end.
            _stop.Cancel();
            throw;
        }
    }

    private RunRecord Run(Recipe recipe, Dictionary<Scaling, Lazy<Trial>> trials, Crew crew, RunFolder? kept)
    {
        var trial = trials[recipe.Scaling].Value;
        void Passed(EpochRecord epoch) => _watcher?.Passed(recipe, trial.Seed, epoch);
        _watcher?.Started(recipe, trial.Seed);
        using var writer = kept is null ? null : new RunWriter(kept);
        if (writer?.Finished(recipe) is { } run)
        {
            run.Epochs.ToList().ForEach(Passed);
        }
        else
        {
            run = new TrainingRun(_experiment, recipe, trial, crew).ToEnd(Passed, writer, _stop.Token);
            writer?.Finish(run);
        }
        _watcher?.Finished(run);
        return run;
    }
}
