using System.Runtime.ExceptionServices;

namespace Hillock;

/// <summary>A fixed number of threads that do one piece of work together, the caller among them.</summary>
/// <remarks>
/// <para>Work is cut into as many parts as there are threads, and thread i begins with part i: what it wrote in one run is in its core's
/// cache in the next. Who is done takes parts that nobody has begun, so that on a busy machine no run waits for a thread that does not get
/// a processor. Whoever hands out work sees to it that the result depends neither on the number of parts nor on who does which.</para>
/// <para>Between runs the threads spin for some microseconds, then sleep; a run allocates nothing. One caller at a time.</para>
/// </remarks>
public sealed class Crew : IDisposable
{
    /// <summary>How often a waiting thread looks before it sleeps: about 50 µs, the pause between two steps of training.</summary>
    private const int Looks = 4000;

    /// <summary>
    /// Fewer multiplications than this, some 20 µs of work, are better done by one: on two processors that share a core, fifty layers of
    /// 64 × 64 for 128 samples took twice as long with two threads as with one.
    /// </summary>
    private const long WorthSharing = 1 << 20;

    private readonly Thread[] _workers;
    private readonly int[] _begun;
    private readonly Exception?[] _failures;
    private readonly object _gate = new();
    private Action<int, int>? _work;
    private int _run;
    private int _unfinished;
    private int _asleep;
    private bool _disposed;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">How many work together, the caller included; 1 starts none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are less than one or more than 1024 threads.</exception>
    public Crew(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, 1024);
        Threads = threads;
        _begun = new int[threads];
        _failures = new Exception?[threads];
        _workers = new Thread[threads - 1];
        for (var i = 0; i < _workers.Length; i++)
        {
            var part = i + 1;
            _workers[i] = new Thread(() => Serve(part)) { IsBackground = true, Name = $"Hillock {part}" };
            _workers[i].Start();
        }
    }

    /// <summary>One thread for each processor.</summary>
    public Crew()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>How many threads work together.</summary>
    public int Threads { get; }

    /// <summary>
    /// The range of <paramref name="count"/> elements that is that part's; its edges are multiples of <paramref name="grain"/>, or the end.
    /// </summary>
    /// <param name="count">How many elements the whole work has.</param>
    /// <param name="part">Which part, from 0 on.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="grain">What is not divided, such as a cache line of results, which two threads should not write to.</param>
    public static Range Part(int count, int part, int parts, int grain) => Edge(count, part, parts, grain)..Edge(count, part + 1, parts, grain);

    /// <summary>Calls <paramref name="work"/>(part, parts) once for each part and returns when all are done.</summary>
    /// <param name="work">Does one part of the work. Keep the delegate: a new one for each run would be an allocation.</param>
    /// <param name="operations">About how many multiplications the whole is; the caller does little work alone, as one part.</param>
    /// <exception cref="ObjectDisposedException">The crew has been disposed.</exception>
    /// <remarks>An exception in a part is thrown here once all parts have ended; of several, that of the lowest part.</remarks>
    public void Run(Action<int, int> work, long operations = long.MaxValue)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_workers.Length == 0 || operations < WorthSharing)
        {
            work(0, 1);
            return;
        }
        _work = work;
        Volatile.Write(ref _unfinished, Threads);
        Call();
        Do(0, _run);
        AwaitParts();
        _work = null;
        foreach (ref var failure in _failures.AsSpan())
        {
            if (failure is { } first)
            {
                Array.Clear(_failures);
                ExceptionDispatchInfo.Throw(first);
            }
        }
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        Call();
        foreach (var worker in _workers)
        {
            worker.Join();
        }
    }

    private void Call()
    {
        Interlocked.Increment(ref _run);
        WakeSleepers();
    }

    private void WakeSleepers()
    {
        // What was announced just before was announced with a full fence: who goes to sleep sees it, or is seen asleep here.
        if (Volatile.Read(ref _asleep) > 0)
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Serve(int part)
    {
        for (var seen = 0; ;)
        {
            AwaitRun(seen);
            if (_disposed)
            {
                return;
            }
            seen = Volatile.Read(ref _run);
            Do(part, seen);
        }
    }

    private void AwaitRun(int seen)
    {
        for (var looks = 0; looks < Looks; looks++)
        {
            if (Volatile.Read(ref _run) != seen)
            {
                return;
            }
            Thread.SpinWait(1);
        }
        lock (_gate)
        {
            Interlocked.Increment(ref _asleep);
            while (Volatile.Read(ref _run) == seen)
            {
                Monitor.Wait(_gate);
            }
            Interlocked.Decrement(ref _asleep);
        }
    }

    private void AwaitParts()
    {
        for (var looks = 0; looks < Looks; looks++)
        {
            if (Volatile.Read(ref _unfinished) == 0)
            {
                return;
            }
            Thread.SpinWait(1);
        }
        lock (_gate)
        {
            Interlocked.Increment(ref _asleep);
            while (Volatile.Read(ref _unfinished) != 0)
            {
                Monitor.Wait(_gate);
            }
            Interlocked.Decrement(ref _asleep);
        }
    }

    /// <summary>Does a part, then whatever else of the run nobody has begun.</summary>
    private void Do(int own, int run)
    {
        for (var i = 0; i < Threads; i++)
        {
            // Who comes late, after the run is over, finds all its parts begun.
            var part = (own + i) % Threads;
            if (Interlocked.CompareExchange(ref _begun[part], run, run - 1) == run - 1)
            {
                Do(part);
            }
        }
    }

    private void Do(int part)
    {
        try
        {
            _work!(part, Threads);
        }
#pragma warning disable CA1031 // Any exception of a part is the caller's; none may end a thread that others wait for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failures[part] = failure;
        }
        if (Interlocked.Decrement(ref _unfinished) == 0)
        {
            WakeSleepers();
        }
    }

    private static int Edge(int count, int part, int parts, int grain) =>
        (int)Math.Min(count, (count + grain - 1L) / grain * part / parts * grain);
}
