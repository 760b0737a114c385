using System.Diagnostics;
using Hillock.Lab.TensorBoard;

namespace Hillock.Lab;

/// <summary>Keeps a run while it is trained, so that whatever ends the program costs no more than the epoch under way, or a tenth of a second of short ones.</summary>
/// <remarks>
/// After each epoch its line and those of the looks within it are written, then the checkpoint is replaced, if the last one is not quite new. So lines are never behind the checkpoint;
/// those before it are dropped when the run goes on. What does not fit together, after a power failure perhaps, is trained anew: to the same bits.
/// </remarks>
internal sealed class RunWriter : IDisposable
{
    /// <summary>To wait for the disk after every epoch would take longer than short epochs do. What a power failure costs is trained anew.</summary>
    private static readonly TimeSpan _unsafeTime = TimeSpan.FromSeconds(1);

    private readonly RunFolder _folder;
    private StoredLines<StoredEpoch>? _epochs;
    private StoredLines<Check>? _checks;
    private FileStream? _eventFile;
    private RunEvents? _events;
    private int _epochCount, _checkCount;
    private long _safe = Stopwatch.GetTimestamp(), _saved = Stopwatch.GetTimestamp();

    public RunWriter(RunFolder folder)
    {
        _folder = folder;
        StoredFile.Refuse(new DirectoryInfo(folder.Path));
        foreach (var draft in Directory.CreateDirectory(folder.Path).EnumerateFiles("*.tmp*"))
        {
            draft.Delete();
        }
    }

    /// <summary>The run, if it is finished and all of it is there.</summary>
    public RunRecord? Finished(Recipe recipe)
    {
        try
        {
            return _folder.Result() is { } result && _folder.Findings() is { } findings
                && _folder.Epochs() is var epochs && epochs.Count == result.Epochs && _folder.Checks() is var checks && checks.Count == result.Checks
                ? new(recipe, _folder.Seed, [.. epochs.Select(epoch => epoch.Record)], checks, result.Breakdown, findings, result.Seconds)
                : null;
        }
        catch (HillockException)
        {
            return null;
        }
    }

    /// <summary>Puts a training where it was after the last epoch that is kept as a whole.</summary>
    /// <returns>The epochs until then; none if it begins anew.</returns>
    public IReadOnlyList<EpochRecord> Resume(Trainer trainer, Batches batches, Draws order, Probe probe)
    {
        var (epochs, checks) = Kept(trainer, batches, order);
        File.Delete(_folder.ResultFile);
        (_epochCount, _checkCount) = (epochs.Count, checks.Count);
        _epochs = new(_folder.EpochsFile, _epochCount, RunDocuments.Default.StoredEpoch);
        _checks = new(_folder.ChecksFile, _checkCount, RunDocuments.Default.Check);
        // No buffer: TensorBoard looks on while it is trained.
        _eventFile = new(Path.Combine(_folder.Path, RunEvents.NameFor(_folder)), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _events = new(_eventFile, _folder);
        _events.Add(epochs, checks);
        if (_epochCount > 0)
        {
            probe.Resume(checks);
        }
        return [.. epochs.Select(epoch => epoch.Record)];
    }

    /// <summary>Keeps an epoch that is over.</summary>
    public void Passed(EpochRecord epoch, bool isLast, Trainer trainer, Batches batches, Draws order, Probe probe)
    {
        Check[] checks = [.. probe.Checks.Skip(_checkCount)];
        StoredEpoch[] epochs = [new(++_epochCount, trainer.Optimizer.Steps, probe.Checks.Count, epoch.TrainLoss, epoch.TestLoss, epoch.Score, epoch.Seconds)];
        _checks!.Add(checks);
        _epochs!.Add(epochs);
        _events!.Add(epochs, checks);
        _checkCount = probe.Checks.Count;
        // From numbers that are none no training goes on.
        if (epoch.IsFinite && (isLast || Stopwatch.GetElapsedTime(_saved) >= _folder.CheckpointEvery))
        {
            Checkpoint.Save(_folder.CheckpointFile, trainer, batches, order, toDisk: LinesToDisk());
            _saved = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Keeps how the run ended.</summary>
    public void Finish(RunRecord run)
    {
        var toDisk = LinesToDisk();
        _events!.End(run.Diverged);
        StoredFile.Write(_folder.FindingsFile, run.Findings, RunDocuments.Readable.IReadOnlyListFinding, toDisk);
        StoredFile.Write(
            _folder.ResultFile, new(run.Epochs.Count, run.Checks.Count, run.Diverged, run.Score, run.TestLoss, run.Breakdown, run.Seconds),
            RunDocuments.Readable.StoredResult, toDisk);
    }

    public void Dispose()
    {
        _epochs?.Dispose();
        _checks?.Dispose();
        _eventFile?.Dispose();
    }

    /// <summary>Waits for the disk if it is time, and says whether it was.</summary>
    private bool LinesToDisk()
    {
        if (Stopwatch.GetElapsedTime(_safe) < _unsafeTime)
        {
            return false;
        }
        _checks!.ToDisk();
        _epochs!.ToDisk();
        _safe = Stopwatch.GetTimestamp();
        return true;
    }

    private (IReadOnlyList<StoredEpoch> Epochs, IReadOnlyList<Check> Checks) Kept(Trainer trainer, Batches batches, Draws order)
    {
        try
        {
            if (File.Exists(_folder.CheckpointFile))
            {
                StoredFile.Refuse(new FileInfo(_folder.CheckpointFile));
                var steps = Checkpoint.StepsOf(_folder.CheckpointFile);
                StoredEpoch[] epochs = [.. _folder.Epochs().TakeWhile(epoch => epoch.Step <= steps)];
                Check[] checks = [.. _folder.Checks().TakeWhile(check => check.Step <= steps)];
                if (epochs is [.., var last] && last.Step == steps && last.Epoch == epochs.Length && last.Checks == checks.Length)
                {
                    Checkpoint.Load(_folder.CheckpointFile, trainer, batches, order);
                    return (epochs, checks);
                }
            }
        }
        catch (HillockException)
        {
            // It is trained anew.
        }
        return ([], []);
    }
}
