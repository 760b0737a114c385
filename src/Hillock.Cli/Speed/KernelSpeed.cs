namespace Hillock.Cli;

/// <summary>The speed of kernels: every function in both directions at every size, and a copy beside them.</summary>
internal sealed record KernelSpeed(IReadOnlyList<TimedFunction> Functions, IReadOnlyList<int> Sizes, int Threads, TimedFormat Format)
{
    /// <summary>How many measurements there are.</summary>
    public int Count => Sizes.Count * Timed.Sum(f => f.Directions.Count);

    private IEnumerable<TimedFunction> Timed => Functions.Prepend(TimedFunction.Copy);

    /// <summary>The measurements, each made when it is asked for.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<KernelTime> Measure(CancellationToken stop)
    {
        using var crew = new Crew(Threads);
        foreach (var size in Sizes)
        {
            var buffers = Format.Buffers(size);
            foreach (var (function, direction) in Timed.SelectMany(f => f.Directions.Select(d => (f, d))))
            {
                var seconds = Timing.Of(buffers.Calls(function, direction, crew), TimingPlan.Kernel, stop).Median;
                yield return new(function.Name, direction, Format.Name, size, Threads, Math.Round(1e9 * seconds / size, 5));
            }
        }
    }
}
