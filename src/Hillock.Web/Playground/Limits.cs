using static System.FormattableString;

namespace Hillock.Web;

/// <summary>How much one visitor may ask for, each limit with its sentence.</summary>
internal static class Limits
{
    public const int MostLayers = 10, MostUnits = 64, MostSamples = 1000, FewestSamples = 20, MostBatch = 256, MostSteps = 100_000;
    public const int LongestFormula = 300, LongestCsv = 500_000, MostFeatures = 64, MostRows = 5000, MostClasses = 50, LongestName = 200;
    public const double MostRate = 1e6, MostNoise = 10;

    /// <summary>The largest whole number that a script counts exactly.</summary>
    public const ulong MostSeed = (1UL << 53) - 1;

    /// <summary>Refuses what is too much, before anything is made of it.</summary>
    /// <exception cref="HillockException">It is; the message says what would be right.</exception>
    public static void Check(Setup setup)
    {
        Refuse.Unless(setup.Layers is not null && setup.Layers.All(layer => layer is not null), "the layers are a list of { units, activation }");
        Refuse.Unless(setup.Layers!.Count <= MostLayers, $"{setup.Layers.Count} hidden layers are asked for; at most {MostLayers} can be had here");
        foreach (var (i, layer) in setup.Layers.Index())
        {
            Refuse.Unless(layer.Units is >= 1 and <= MostUnits, $"layer {i + 1}: {layer.Units} units are asked for; from 1 to {MostUnits} can be had");
            Formula(layer.Activation, $"layer {i + 1}");
        }
        if (setup.Against is not null)
        {
            Formula(setup.Against, "the other network");
        }
        Refuse.Unless(setup.Samples is >= FewestSamples and <= MostSamples, $"{setup.Samples} samples are asked for; from {FewestSamples} to {MostSamples} can be had");
        Refuse.Unless(setup.Noise is null or (>= 0 and <= MostNoise), Invariant($"noise {setup.Noise} is asked for; a number from 0 to {MostNoise} is wanted"));
        Rate(setup.Rate);
        Refuse.Unless(setup.Batch is >= 1 and <= MostBatch, $"a batch of {setup.Batch} is asked for; from 1 to {MostBatch} samples can be had");
        Refuse.Unless(setup.Seed <= MostSeed, $"the seed {setup.Seed} is too large; a whole number up to {MostSeed} is wanted");
        Refuse.Unless(setup.Step is >= 0 and <= MostSteps, $"step {setup.Step} is asked for; trainings here have up to {MostSteps} steps");
        Refuse.Unless(Setup.Norms.Contains(setup.Norm), $"there is no normalisation {Shown.Quoted(setup.Norm ?? "")}; there are {string.Join(", ", Setup.Norms)}");
        Speed(setup.Speed);
        Refuse.Unless(setup.Data is not null, "the data is missing; name a data set, for example spiral");
        Refuse.Unless(setup.Csv is null || setup.Csv.Length <= LongestCsv, $"the file has {setup.Csv?.Length} characters; at most {LongestCsv} are read here, leave out rows or columns");
        Refuse.Unless(setup.CsvName is null || setup.CsvName.Length <= LongestName, $"the file's name has {setup.CsvName?.Length} characters; at most {LongestName} are read here");
        Refuse.Unless(setup.Init is not null && setup.Optimizer is not null, "init and optimizer are names");
        Refuse.Unless(setup.Data != Setup.Own || setup.Csv is not null, "your own data is not here; choose its file again");
    }

    /// <summary>Refuses a text that is too long for a formula.</summary>
    public static void Formula(string? text, string place)
    {
        Refuse.Unless(!string.IsNullOrWhiteSpace(text), $"{place} has no activation; write a name, for example gelu, or a formula in x");
        Refuse.Unless(text!.Length <= LongestFormula, $"{place}: a formula of {text.Length} characters; at most {LongestFormula} are read here");
    }

    /// <summary>Refuses learning rates that are none.</summary>
    public static void Rate(double rate) => Refuse.Unless(rate is > 0 and <= MostRate, Invariant($"the learning rate {rate} is asked for; a number above 0, at most {MostRate}, is wanted"));

    /// <summary>Refuses speeds that are none.</summary>
    public static void Speed(int speed) => Refuse.Unless(Setup.Speeds.Contains(speed), $"there is no speed {speed}; there are {string.Join(", ", Setup.Speeds)} steps a second");
}
