using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>What <c>hillock bench kernels</c> prints: a line per function, two columns per size.</summary>
internal static class BenchReport
{
    private static readonly string[] Directions = [KernelTime.Forward, KernelTime.Backward];

    public static void Write(TextWriter writer, KernelSpeed speed, IReadOnlyList<KernelTime> times)
    {
        var threads = speed.Threads == 1 ? "1 thread" : Invariant($"{speed.Threads} threads");
        writer.WriteLine($"ns per element, {speed.Format.Name}, {threads}; inputs normal with standard deviation 2");
        writer.WriteLine();
        var table = new TextTable(["function", .. speed.Sizes.SelectMany(size => Directions.Select(d => Invariant($">{d} {size:N0}")))]);
        foreach (var function in times.GroupBy(time => time.Function))
        {
            table.Add([function.Key, .. speed.Sizes.SelectMany(size => Directions.Select(d => Cell(function, size, d)))]);
        }

        table.Write(writer);
    }

    private static string Cell(IEnumerable<KernelTime> times, int size, string direction) =>
        times.FirstOrDefault(time => time.Size == size && time.Direction == direction) is { } time ? Invariant($"{time.NsPerElement:0.000}") : "";
}
