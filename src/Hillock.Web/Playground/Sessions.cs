using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Hillock.Web;

/// <summary>All playgrounds that are open, and no others: who closes the page, or never looks, is forgotten after a moment.</summary>
internal sealed class Sessions : IDisposable
{
    /// <summary>More than this would make each of them slow.</summary>
    public const int Most = 100;

    private readonly ConcurrentDictionary<string, Session> _all = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private readonly TimeSpan _grace;
    private int _begun;
    private readonly Rota _rota;
    private readonly Timer _sweep;

    /// <param name="threads">How many threads train, all sessions together.</param>
    /// <param name="grace">How long a session waits for somebody to look, or to look again.</param>
    public Sessions(int threads, TimeSpan grace)
    {
        _rota = new(threads);
        _grace = grace;
        _sweep = new(_ => Sweep(), null, grace, grace / 2);
    }

    /// <summary>How many there are.</summary>
    public int Count => _all.Count;

    /// <summary>How many threads work for them.</summary>
    public int Threads => _rota.Threads;

    /// <summary>Begins one.</summary>
    /// <exception cref="HillockException">Something in the setup is not right, or too many are looked at already.</exception>
    public (string Id, Session Session) Begin(Setup setup)
    {
        lock (_gate)
        {
            // Who waits longest without a look makes room; nobody who looks is sent away.
            if (_all.Count >= Most && _all.Where(pair => pair.Value.Audience.LeftAt is not null).OrderBy(pair => pair.Value.Audience.LeftAt).FirstOrDefault() is { Key: not null } oldest)
            {
                _all.TryRemove(oldest);
            }
            Refuse.Unless(_all.Count + _begun < Most, $"{Most} networks are in training already; close a tab of the playground and try again");
            _begun++;
        }
        try
        {
            // Outside the lock: a long formula takes seconds, and others need not wait for it.
            var session = new Session(setup, _rota);
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            _all[id] = session;
            return (id, session);
        }
        finally
        {
            lock (_gate)
            {
                _begun--;
            }
        }
    }

    /// <summary>The session of that name; <c>null</c> if there is none, or none any more.</summary>
    public Session? Find(string id) => _all.GetValueOrDefault(id);

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        foreach (var session in _all.Values)
        {
            session.Audience.SendAway();
        }
        _rota.Dispose();
    }

    private void Sweep()
    {
        foreach (var pair in _all)
        {
            if (pair.Value.Audience.LeftAt is { } left && Stopwatch.GetElapsedTime(left) > _grace)
            {
                _all.TryRemove(pair);
            }
        }
    }
}
