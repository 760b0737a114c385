using System.Globalization;
using Microsoft.AspNetCore.Http;
using static System.FormattableString;

namespace Hillock.Web;

/// <summary>An experiment as it was typed into the page: words, until <see cref="Experiment"/> has read them.</summary>
public sealed record StartForm
{
    /// <summary>What one machine can do while others wait.</summary>
    public const int MostActivations = 8, MostSeeds = 10, MostEpochs = 500, MostLayers = 50, MostUnits = 256;

    /// <summary>Dense layers of the number and width that the form says.</summary>
    public const string DenseLayers = "dense layers";

    private const int LongestText = 2000;

    /// <summary>What to compare, separated by commas.</summary>
    public string Activations { get; init; } = "relu,gelu,tanh,sigmoid";

    /// <summary>A built-in data set's name.</summary>
    public string Data { get; init; } = "spiral";

    /// <summary><see cref="DenseLayers"/>, or a name of <see cref="NamedPlan.All"/>.</summary>
    public string Network { get; init; } = DenseLayers;

    /// <summary>How many dense layers.</summary>
    public string Layers { get; init; } = "2";

    /// <summary>Units of each.</summary>
    public string Units { get; init; } = "32";

    /// <summary>How often to repeat it.</summary>
    public string Seeds { get; init; } = "3";

    /// <summary>Passes over the data; empty for as many as are usual.</summary>
    public string Epochs { get; init; } = "";

    /// <summary>The networks that have a name and put out what is asked for.</summary>
    public static IEnumerable<NamedPlan> Named => NamedPlan.All.Where(plan => !plan.Reconstructs);

    /// <summary>Reads fields; what is missing stays as it is in an empty form.</summary>
    public static StartForm Of(Func<string, string?> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var empty = new StartForm();
        return new()
        {
            Activations = field("activations") ?? empty.Activations,
            Data = field("data") ?? empty.Data,
            Network = field("network") ?? empty.Network,
            Layers = field("layers") ?? empty.Layers,
            Units = field("units") ?? empty.Units,
            Seeds = field("seeds") ?? empty.Seeds,
            Epochs = field("epochs") ?? empty.Epochs,
        };
    }

    /// <summary>The experiment that the words ask for.</summary>
    /// <param name="threads">How many threads may work.</param>
    /// <exception cref="HillockException">A field is not right; the sentence says which, and what would be.</exception>
    public Experiment Experiment(int threads)
    {
        Refuse.Unless(Activations.Length <= LongestText, Invariant($"The activations have {Activations.Length} characters; {LongestText} are the most."));
        var activations = Catalog.ParseList(Activations);
        Refuse.Unless(activations.Count is >= 1 and <= MostActivations, $"{activations.Count} activations are asked for; compare from 1 to {MostActivations}.");
        SideBySide.EachOnce(activations, "Activations");
        // Names alone: a path must not be opened for whoever sits at a browser.
        var source = Datasets.BuiltIn.FirstOrDefault(data => data.Name == Data)
            ?? throw new HillockException($"There is no data {Shown.Quoted(Data)}; there are {string.Join(", ", Datasets.BuiltIn.Select(data => data.Name))}. Files can be compared in the terminal: hillock compare --data FILE.");
        var data = source.Generate(Budget.FirstSeed);
        var network = Plan().For(data);
        var first = Recipe.Usual(activations[0], network, data, OptimizerChoice.Adam);
        var seeds = Number("seeds", Seeds, MostSeeds);
        return new()
        {
            Data = data,
            Recipes = new Grid { Activations = activations }.Of(first),
            Epochs = Epochs.Trim().Length == 0 ? Budget.Epochs(data.Split(Budget.FirstSeed).Train.Rows, first.BatchSize) : Number("epochs", Epochs, MostEpochs),
            Seeds = [.. Enumerable.Range(0, seeds).Select(i => (ulong)(Budget.FirstSeed + i))],
            Threads = threads,
        };
    }

    /// <summary>The same in the words of <c>hillock compare</c>, which can go on with it.</summary>
    public Origin Origin()
    {
        var arguments = new Dictionary<string, IReadOnlyList<string>> { ["--activations"] = [Activations], ["--data"] = [Data], ["--seeds"] = [Seeds.Trim()] };
        arguments.Add(Network == DenseLayers ? "--hidden" : "--network", [Network == DenseLayers ? $"{Units.Trim()}^{Layers.Trim()}" : Network]);
        if (Epochs.Trim().Length > 0)
        {
            arguments.Add("--epochs", [Epochs.Trim()]);
        }
        return Lab.Origin.Here("compare", arguments);
    }

    private Plan Plan()
    {
        if (Network == DenseLayers)
        {
            return Training.Plan.Perceptron([.. Enumerable.Repeat(Number("units", Units, MostUnits), Number("layers", Layers, MostLayers))]);
        }
        return Named.Any(plan => plan.Name == Network) ? Training.Plan.Parse(Network)
            : throw new HillockException($"There is no network {Shown.Quoted(Network)}; there are {DenseLayers}, {string.Join(", ", Named.Select(plan => plan.Name))}.");
    }

    private static int Number(string what, string text, int most) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
            : throw new HillockException($"{Shown.Quoted(text)} {what} are asked for; a whole number from 1 to {most} is wanted.");
}
