using Spectre.Console;
using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>How measurements are watched: a bar on a terminal, otherwise a line each; on stderr.</summary>
internal static class BenchProgress
{
    /// <summary>Makes all measurements and shows how it goes.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<KernelTime> Watch(KernelSpeed speed, CancellationToken stop) => StandardError.Watch(
        () => Collect(speed, time => Console.Error.WriteLine(Line(time)), stop),
        (context, _) =>
        {
            var bar = context.AddTask(Invariant($"{speed.Count} measurements"), maxValue: speed.Count);
            return Collect(speed, time =>
            {
                bar.Description = Markup.Escape(Line(time));
                bar.Increment(1);
            }, stop);
        });

    private static List<KernelTime> Collect(KernelSpeed speed, Action<KernelTime> show, CancellationToken stop)
    {
        var times = new List<KernelTime>(speed.Count);
        foreach (var time in speed.Measure(stop))
        {
            times.Add(time);
            show(time);
        }

        return times;
    }

    private static string Line(KernelTime time) =>
        Invariant($"{time.Function} {time.Direction}, {time.Size:N0} elements: {time.NsPerElement:0.000} ns");
}
