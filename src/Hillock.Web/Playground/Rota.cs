namespace Hillock.Web;

/// <summary>A few threads that take turns at many pieces of work, each for a moment: everybody gets the same share.</summary>
/// <param name="threads">How many threads work.</param>
internal sealed class Rota(int threads) : IDisposable
{
    /// <summary>How long a turn may take.</summary>
    public static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(15);

    private readonly object _gate = new();
    private readonly Queue<Seat> _ready = new();
    private readonly PriorityQueue<Seat, long> _later = new();
    private readonly List<Thread> _threads = [];
    private bool _closed;

    /// <summary>How many threads have been started.</summary>
    public int Threads => _threads.Count;

    /// <summary>A turn for that work as soon as those before it have had theirs.</summary>
    public void Wake(Seat seat)
    {
        lock (_gate)
        {
            if (_threads.Count < threads && !_closed)
            {
                // The name tells whoever looks at a busy process whose threads they are.
                _threads.Add(new(Serve) { IsBackground = true, Name = $"Hillock playground {_threads.Count + 1}" });
                _threads[^1].Start();
            }
            if (seat.IsAtWork)
            {
                seat.IsWokenAgain = true;
            }
            else
            {
                Enqueue(seat);
            }
        }
    }

    /// <summary>Ends the threads when their turns end.</summary>
    public void Dispose()
    {
        Thread[] all;
        lock (_gate)
        {
            _closed = true;
            all = [.. _threads];
            Monitor.PulseAll(_gate);
        }
        foreach (var thread in all)
        {
            thread.Join();
        }
    }

    private void Serve()
    {
        while (Next() is { } seat)
        {
            var pause = seat.Turn();
            lock (_gate)
            {
                seat.IsAtWork = false;
                if (seat.IsWokenAgain || pause == TimeSpan.Zero)
                {
                    seat.IsWokenAgain = false;
                    Enqueue(seat);
                }
                else if (pause is { } until)
                {
                    seat.Due = Environment.TickCount64 + (long)Math.Ceiling(until.TotalMilliseconds);
                    _later.Enqueue(seat, seat.Due);
                    Monitor.Pulse(_gate);
                }
            }
        }
    }

    private Seat? Next()
    {
        lock (_gate)
        {
            while (!_closed)
            {
                while (_later.TryPeek(out var next, out var due) && due <= Environment.TickCount64)
                {
                    _later.Dequeue();
                    // Who was woken in between has had the turn.
                    if (next.Due == due && !next.IsAtWork)
                    {
                        Enqueue(next);
                    }
                }
                if (_ready.TryDequeue(out var seat))
                {
                    (seat.IsReady, seat.IsAtWork, seat.Due) = (false, true, 0);
                    return seat;
                }
                Monitor.Wait(_gate, _later.TryPeek(out _, out var first) ? (int)Math.Clamp(first - Environment.TickCount64, 1, 1000) : Timeout.Infinite);
            }
            return null;
        }
    }

    private void Enqueue(Seat seat)
    {
        if (!seat.IsReady)
        {
            seat.IsReady = true;
            _ready.Enqueue(seat);
            Monitor.Pulse(_gate);
        }
    }
}

/// <summary>One piece of work's place in the turn.</summary>
/// <param name="turn">
/// Works for a moment, never on two threads at once; says after what pause it wants the next turn, or <c>null</c> to sleep until it is woken.
/// </param>
internal sealed class Seat(Func<TimeSpan?> turn)
{
    public Func<TimeSpan?> Turn => turn;

    internal bool IsReady { get; set; }

    internal bool IsAtWork { get; set; }

    internal bool IsWokenAgain { get; set; }

    internal long Due { get; set; }
}
