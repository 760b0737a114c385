using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hillock.Web;

/// <summary>What experiments look like now, read from the disk once for all who look on.</summary>
internal sealed class Snapshots(RunStore store)
{
    private const int Most = 64;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(0.8);

    private readonly ConcurrentDictionary<string, (long At, ExperimentView View)> _views = new();

    /// <summary>The view of an experiment; of a running one it may be a second old.</summary>
    /// <exception cref="HillockException">A file is broken.</exception>
    public ExperimentView Of(string id, int? part = null)
    {
        if (part is null && _views.TryGetValue(id, out var kept) && Stopwatch.GetElapsedTime(kept.At) < Fresh)
        {
            return kept.View;
        }
        using var folder = store.Open(id);
        var view = ExperimentView.Of(folder, part);
        if (part is null)
        {
            if (_views.Count >= Most)
            {
                _views.Clear();
            }
            _views[id] = (Stopwatch.GetTimestamp(), view);
        }
        return view;
    }

    /// <summary>Forgets one that somebody has just changed.</summary>
    public void Forget(string id) => _views.TryRemove(id, out _);
}
