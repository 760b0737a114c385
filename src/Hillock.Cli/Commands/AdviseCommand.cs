using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock advise</c>: which activation for a network that is not yet trained, and why.</summary>
internal sealed class AdviseCommand
{
    /// <summary>Whoever asks for a picture of wider networks gets one of these: it looks the same.</summary>
    private const int MostDrawn = 3, MeasuredWidth = 512, MeasuredDepth = 50, MeasuredNetworks = 8;

    private readonly Option<string> _task = Choice("--task", "What is predicted", "binary", [.. TaskKind.All.Select(task => (task.Name, task.Meaning))]);
    private readonly Option<string> _network = Choice("--network", "The kind of network", "mlp", [.. NetworkKind.All.Select(network => (network.Name, network.Meaning))]);
    private readonly Option<int?> _depth = Bounded.Whole("--depth", "Hidden layers or blocks. [default: 2]", 1, Question.MostLayers);
    private readonly Option<int?> _width = Bounded.Whole("--width", "Units, channels or features of each. [default: 64]", 1, Question.MostUnits);

    private readonly Option<string?> _normalization = new("--normalization")
    {
        Description = $"What is normalised before each activation: {string.Join(", ", NormalizationKind.All)}. [default: what is usual for the network]",
        HelpName = "NAME",
    };

    private readonly Option<string> _precision = Choice("--precision", "The number format", "float32", [.. NumberPrecision.All.Select(one => (one.Name, ""))]);
    private readonly Option<string> _device = Choice("--device", "Where it shall run", "cpu", [.. DeviceKind.All.Select(one => (one.Name, ""))]);

    private readonly Option<string?> _activations = new("--activations")
    {
        Description = "Ask about these: names, with parameters if you like, and formulas, separated by commas; else those that are usual.",
        HelpName = "A,B,C",
    };

    private readonly Option<bool> _explain = new("--explain") { Description = "Show the numbers for every candidate, and what speaks for and against it." };
    private readonly Option<bool> _json = new("--json") { Description = "Machine-readable." };

    private readonly Option<string?> _plot = new("--plot")
    {
        Description = "Draw the variance map and the gradient over depth of the first three, predicted and measured, in a plain stack of dense layers.",
        HelpName = "FILE.svg",
    };

    public static Command Create()
    {
        var options = new AdviseCommand();
        Option[] all =
        [
            options._task, options._network, options._depth, options._width, options._normalization, options._precision, options._device,
            options._activations, options._explain, options._json, options._plot,
        ];
        var command = new Command("advise", "Before training: which activations suit a network, with reasons, sources, first weights, output layer and loss, and what to watch.");
        foreach (var option in all)
        {
            command.Add(option);
        }
        options._normalization.CompletionSources.Add([.. NormalizationKind.All.Select(one => one.Name)]);
        options._activations.CompletionSources.Add(FunctionNames.Elementwise);
        command.SetAction((given, stop) => Task.Run(() => options.Run(given, stop), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult given, CancellationToken stop)
    {
        var plot = given.GetValue(_plot);
        if (plot is not null)
        {
            SafeFile.Check(plot, "--plot");
        }
        var question = Question.Of(
            given.GetRequiredValue(_task), given.GetRequiredValue(_network), given.GetValue(_depth) ?? Question.UsualDepth, given.GetValue(_width) ?? Question.UsualWidth,
            given.GetValue(_normalization), given.GetRequiredValue(_precision), given.GetRequiredValue(_device));
        var advice = Advisor.Advise(question, Asked(given));
        if (given.GetValue(_json))
        {
            Json.Write(Console.Out, AdviseDocument.Of(advice), JsonDocuments.Readable.AdviseDocument);
        }
        else
        {
            AdviseReport.Write(Console.Out, advice);
            if (given.GetValue(_explain))
            {
                AdviseReport.Explain(Console.Out, advice, [.. advice.Ranked.Select(ranked => ElementTime.Nanoseconds(ranked.Candidate.Activation))]);
            }
        }
        if (plot is not null)
        {
            SafeFile.Write(plot, PropagationPlot.Draw([.. advice.Ranked.Where(ranked => ranked.IsUseful).DefaultIfEmpty(advice.Best).Take(MostDrawn).Select(ranked => Drawn(ranked.Candidate, question, stop))]));
        }
        return ExitCode.Done;
    }

    private static (SignalPropagation Predicted, MeasuredSignal? Measured) Drawn(Candidate candidate, Question question, CancellationToken stop)
    {
        var (f, initializer, depth) = (candidate.Activation, candidate.Initialisation.Initializer, Math.Min(question.Depth, MeasuredDepth));
        return (
            SignalPropagation.Of(f, initializer, depth, question.Normalization),
            MeasuredSignal.Of(f, initializer, depth, Math.Min(question.Width, MeasuredWidth), MeasuredNetworks, question.Normalization, stop));
    }

    private IReadOnlyList<Activation>? Asked(ParseResult given) =>
        given.GetValue(_activations) is { } text ? SideBySide.EachOnce(Catalog.ParseList(text), _activations.Name) : null;

    private static Option<string> Choice(string name, string what, string usual, (string Name, string Meaning)[] all)
    {
        var option = new Option<string>(name)
        {
            Description = $"{what}: {string.Join(", ", all.Select(one => one.Meaning.Length > 0 ? $"{one.Name} ({one.Meaning})" : one.Name))}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => usual,
        };
        option.CompletionSources.Add([.. all.Select(one => one.Name)]);
        return option;
    }
}
