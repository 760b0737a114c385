using Spectre.Console;
using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>How measurements are watched: a bar on a terminal, otherwise a line each; on stderr.</summary>
internal static class BenchProgress
{
    /// <summary>Makes all measurements and shows how it goes.</summary>
    /// <param name="measurements">Each is made when it is asked for.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="line">A measurement in words.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<T> Watch<T>(IEnumerable<T> measurements, int count, Func<T, string> line) => StandardError.Watch(
        () => Collect(measurements, time => Console.Error.WriteLine(line(time))),
        (context, _) =>
        {
            var bar = context.AddTask(Invariant($"{count} measurements"), maxValue: count);
            return Collect(measurements, time =>
            {
                bar.Description = Markup.Escape(line(time));
                bar.Increment(1);
            });
        });

    private static List<T> Collect<T>(IEnumerable<T> measurements, Action<T> show)
    {
        List<T> times = [];
        foreach (var time in measurements)
        {
            times.Add(time);
            show(time);
        }

        return times;
    }
}
