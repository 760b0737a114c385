using System.Text;

namespace Hillock.Web;

/// <summary>The data of a session, the same for all of its networks.</summary>
internal sealed class Material
{
    /// <summary>Rows at a time where nothing is trained, and rows that each look takes.</summary>
    private const int Together = 256;

    private readonly Tensor _trainInputs, _trainTargets, _testInputs, _testTargets;

    /// <summary>Draws or reads it.</summary>
    /// <exception cref="HillockException">There is no such data, or something is wrong with it.</exception>
    public Material(Setup setup)
    {
        var data = Open(setup);
        Split = data.Split(setup.Seed).Standardize();
        Measure = Measure.For(data.Criterion);
        (_trainInputs, _trainTargets) = Tensors(Split.Train);
        (_testInputs, _testTargets) = Tensors(Split.Test);
    }

    /// <summary>What is learned from and what is tested with, in units of its deviation.</summary>
    public DataSplit Split { get; }

    /// <summary>What networks are judged by.</summary>
    public Measure Measure { get; }

    /// <summary>The first rows, the same for each look.</summary>
    public Tensor Looked => new Batches(_trainInputs, _trainTargets, Together)[0].Inputs;

    /// <summary>The part to learn from in batches.</summary>
    public Batches Train(int size) => new(_trainInputs, _trainTargets, size);

    /// <summary>The same to be judged by.</summary>
    public Batches TrainAsItIs() => new(_trainInputs, _trainTargets, Together);

    /// <summary>The part to test with.</summary>
    public Batches Test() => new(_testInputs, _testTargets, Together);

    /// <summary>The data sets that can be chosen: rows of their own, each with one target, that say something in a plane, on a line or as a picture.</summary>
    public static IReadOnlyList<BuiltInDataset> Choices { get; } =
        [.. Datasets.BuiltIn.Where(data => data is { TargetsPerRow: 1, Tokens: 0, IsRepresented: false } && (data.Image is not null || data.FeatureNames.Count <= 2))];

    private static Dataset Open(Setup setup)
    {
        if (setup.Data == Setup.Own)
        {
            var name = string.IsNullOrWhiteSpace(setup.CsvName) ? "your file" : setup.CsvName;
            var own = Datasets.Csv(name, Encoding.UTF8.GetBytes(setup.Csv!));
            Refuse.Unless(own.Features <= Limits.MostFeatures, $"{Shown.Plain(name)}: {own.Features} features; at most {Limits.MostFeatures} are read here, leave out columns");
            Refuse.Unless(own.ClassNames.Count <= Limits.MostClasses, $"{Shown.Plain(name)}: {own.ClassNames.Count} classes; at most {Limits.MostClasses} are shown here");
            Refuse.Unless(own.Rows <= Limits.MostRows, $"{Shown.Plain(name)}: {own.Rows} rows; at most {Limits.MostRows} are read here");
            return own;
        }
        var choice = Choices.FirstOrDefault(data => data.Name == setup.Data)
            ?? throw new HillockException($"there is no data {Shown.Quoted(setup.Data)}; there are {string.Join(", ", Choices.Select(data => data.Name))} and {Setup.Own}");
        return choice.Generate(setup.Seed, setup.Samples, setup.Noise);
    }

    private static (Tensor Inputs, Tensor Targets) Tensors(Dataset data) =>
        (Tensor.From(data.Inputs, data.Rows, data.Features), Tensor.From(data.Targets, data.Rows, 1));
}
