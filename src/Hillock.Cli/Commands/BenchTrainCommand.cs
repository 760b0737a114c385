using System.CommandLine;
using static System.FormattableString;

namespace Hillock.Cli;

/// <summary><c>hillock bench train</c>: how fast networks train here.</summary>
internal sealed class BenchTrainCommand
{
    private readonly Option<string> _networks = new("--networks")
    {
        Description = "What to time, separated by commas.",
        HelpName = "A,B,C",
        DefaultValueFactory = _ => string.Join(',', TimedNetwork.All.Select(network => network.Name)),
    };

    private readonly Option<int?> _threads = Bounded.Whole("--threads", "Threads that share each step. [default: 1]", 1, BenchCommand.MostThreads);

    private readonly Option<bool> _json = new("--json") { Description = "Machine-readable." };

    public static Command Create()
    {
        var options = new BenchTrainCommand();
        var command = new Command("train", "Time steps of training: samples per second, the median over blocks, and the peak of memory.")
        {
            options._networks, options._threads, options._json,
        };
        command.SetAction((given, stop) => Task.Run(() => options.Run(given, stop), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult given, CancellationToken stop)
    {
        var networks = TimedNetwork.ParseList(given.GetRequiredValue(_networks));
        var threads = given.GetValue(_threads) ?? 1;
        var times = BenchProgress.Watch(networks.Select(network => network.Time(threads, stop)), networks.Count, Line);
        if (given.GetValue(_json))
        {
            Json.Write(Console.Out, times, JsonDocuments.Readable.IReadOnlyListTrainingTime);
        }
        else
        {
            var table = new TextTable("network", ">batch", ">samples/s", ">peak MB", "layers");
            foreach (var (network, time) in networks.Zip(times))
            {
                table.Add(network.Name, Invariant($"{network.Batch}"), Invariant($"{time.SamplesPerSecond:N0}"), Invariant($"{time.PeakMegabytes:0}"), network.Layers);
            }
            table.Write(Console.Out);
        }
        return ExitCode.Done;
    }

    private static string Line(TrainingTime time) => Invariant($"{time.Network}, {time.Threads} thread{(time.Threads == 1 ? "" : "s")}: {time.SamplesPerSecond:N0} samples/s");
}
