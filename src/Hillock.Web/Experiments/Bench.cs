using System.Diagnostics.CodeAnalysis;

namespace Hillock.Web;

/// <summary>Where experiments that were started from the page run: one at a time, so that it has the machine and its times mean something.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source that nobody is waiting on holds nothing; the site is one for the life of the program.")]
internal sealed class Bench(SiteOptions options, CancellationToken closing)
{
    private readonly Lock _lock = new();
    private Job? _job;

    /// <summary>The store, the only folder that requests reach.</summary>
    public RunStore Store { get; } = new(options.Runs);

    /// <summary>The experiment that was started here and runs; <c>null</c> if none does.</summary>
    public string? Running
    {
        get
        {
            lock (_lock)
            {
                return _job?.Id;
            }
        }
    }

    /// <summary>Starts one.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="HillockException">One runs already, or something about it is not right.</exception>
    public Task<string> Start(StartForm form)
    {
        var job = new Job();
        lock (_lock)
        {
            if (_job is not null)
            {
                throw new HillockException("An experiment is running already, and only one can at a time. Stop it, or wait until it is done.");
            }
            _job = job;
        }
        try
        {
            var experiment = form.Experiment(Math.Max(1, options.Threads));
            var folder = Store.New(form.Origin());
            folder.Begun += (_, _) => job.Begin(folder.Id!);
            Task.Factory.StartNew(() => Run(experiment, folder, job), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return job.Begun;
        }
        catch
        {
            End(job);
            throw;
        }
    }

    /// <summary>Stops one that was started here, and waits until it has.</summary>
    public async Task Stop(string id)
    {
        Job? job;
        lock (_lock)
        {
            job = _job?.Id == id ? _job : null;
        }
        if (job is null)
        {
            throw new HillockException("It was not started from this page, or is done already. In a terminal, Ctrl-C stops it.");
        }
        await job.Stopping.CancelAsync();
        await job.Ended;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends a training in the background must be kept and shown; there is nobody to catch it.")]
    private void Run(Experiment experiment, ExperimentFolder folder, Job job)
    {
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(job.Stopping.Token, closing);
            using (folder)
            {
                try
                {
                    var result = experiment.Run(null, folder, stop.Token);
                    if (!result.Stopped)
                    {
                        folder.Close();
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    folder.Close(e.Message.Split('\n')[0]);
                    throw;
                }
            }
        }
        catch (Exception e)
        {
            job.Fail(e);
        }
        finally
        {
            End(job);
        }
    }

    private void End(Job job)
    {
        lock (_lock)
        {
            _job = _job == job ? null : _job;
        }
        job.End();
    }

    private sealed class Job
    {
        private readonly TaskCompletionSource<string> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Stopping { get; } = new();

        public string? Id { get; private set; }

        public Task<string> Begun => _begun.Task;

        public Task Ended => _ended.Task;

        public void Begin(string id)
        {
            Id = id;
            _begun.TrySetResult(id);
        }

        public void End()
        {
            Fail(new HillockException("It was stopped before it began."));
            _ended.TrySetResult();
        }

        /// <summary>Before it began, whoever started it is told; afterwards its folder tells.</summary>
        public void Fail(Exception e) => _begun.TrySetException(e is HillockException ? e : new HillockException($"It could not begin: {e.Message.Split('\n')[0]}"));
    }
}
