using System.CommandLine;
using System.Globalization;

namespace Hillock.Cli;

/// <summary><c>hillock bench kernels</c>: how fast the kernels are here.</summary>
internal sealed class BenchCommand
{
    public const int MostThreads = 256;

    private const int MostSize = 1 << 27;

    private readonly Option<string> _functions = new("--functions")
    {
        Description = "What to time: names, with parameters if you like, separated by commas.",
        HelpName = "A,B,C",
        // What PyTorch and oneDNN have, in the order of shared/peers, and what computes next to nothing.
        DefaultValueFactory = _ => "relu,leaky_relu,relu6,hard_tanh,hard_sigmoid,hard_swish,elu,selu,celu(alpha=2),sigmoid,tanh,softplus,softsign,"
            + "silu,mish,gelu,gelu_tanh,log_sigmoid,softmax,log_softmax",
    };

    private readonly Option<string> _sizes = new("--sizes")
    {
        Description = "Elements per call, separated by commas.",
        HelpName = "N,M",
        DefaultValueFactory = _ => "4096,131072,16777216",
    };

    private readonly Option<int?> _threads = Bounded.Whole("--threads", "Threads that share each call. [default: 1]", 1, MostThreads);

    private readonly Option<string> _format = NumberFormat.Option();

    private readonly Option<bool> _fromOutput = new("--from-output")
    {
        Description = "Slopes from the saved output instead of the input, for functions whose output tells: less work, and less accurate where it is near its limits.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Machine-readable." };

    private BenchCommand() => _functions.CompletionSources.Add(FunctionNames.All);

    public static Command Create()
    {
        var options = new BenchCommand();
        var kernels = new Command("kernels", "Time the kernels: nanoseconds per element, medians, with a copy of the same bytes beside them.")
        {
            options._functions, options._sizes, options._threads, options._format, options._fromOutput, options._json,
        };
        kernels.SetAction((given, stop) => Task.Run(() => options.Run(given, stop), CancellationToken.None));
        return new("bench", "Measure how fast things are on this machine.") { kernels, BenchTrainCommand.Create() };
    }

    private int Run(ParseResult given, CancellationToken stop)
    {
        var format = TimedFormat.Named(given.GetRequiredValue(_format));
        var functions = format.Among(TimedFunction.ParseList(given.GetRequiredValue(_functions)));
        var speed = new KernelSpeed(
            given.GetValue(_fromOutput) ? format.FromOutput(functions) : functions,
            Sizes(given.GetRequiredValue(_sizes)),
            given.GetValue(_threads) ?? 1,
            format);
        var times = BenchProgress.Watch(speed.Measure(stop), speed.Count, Line);
        if (given.GetValue(_json))
        {
            Json.Write(Console.Out, times, JsonDocuments.Readable.IReadOnlyListKernelTime);
        }
        else
        {
            BenchReport.Write(Console.Out, speed, times);
        }

        return ExitCode.Done;
    }

    private static string Line(KernelTime time) =>
        FormattableString.Invariant($"{time.Function} {time.Direction}, {time.Size:N0} elements: {time.NsPerElement:0.000} ns");

    private static IReadOnlyList<int> Sizes(string text) => [.. text.Split(',').Select(Size).Distinct()];

    private static int Size(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MostSize
            ? size
            : throw new HillockException(FormattableString.Invariant(
                $"--sizes {Shown.Quoted(text)} is not a whole number from 1 to {MostSize:N0}; write 4096,131072 for two sizes."));
}
