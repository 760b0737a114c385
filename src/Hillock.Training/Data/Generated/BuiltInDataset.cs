using static System.FormattableString;

namespace Hillock.Training;

/// <summary>A data set that is drawn from a seed, never read from a file.</summary>
/// <param name="Name">As typed after <c>--data</c>.</param>
/// <param name="Description">One line for lists.</param>
/// <param name="Task">What is to be predicted.</param>
/// <param name="FeatureNames">The names of the features.</param>
/// <param name="ClassNames">The names of the classes, empty for regression; rows take them in turn, so they are balanced.</param>
/// <param name="DefaultRows">How many rows unless told.</param>
/// <param name="DefaultNoise">The noise unless told, in the unit of <paramref name="Description"/>.</param>
/// <param name="Generator">Draws one row.</param>
public sealed record BuiltInDataset(
    string Name, string Description, LearningTask Task, IReadOnlyList<string> FeatureNames, IReadOnlyList<string> ClassNames,
    int DefaultRows, double DefaultNoise, RowGenerator Generator)
{
    private const double MostNoise = 1000;

    /// <summary>Height and width where rows are images.</summary>
    public ImageSize? Image { get; init; }

    /// <summary>The data set of a seed: the same bits on every machine.</summary>
    /// <param name="seed">Another seed gives other points of the same kind.</param>
    /// <param name="rows">The number of rows, <see cref="DefaultRows"/> unless told.</param>
    /// <param name="noise">The strength of the noise, <see cref="DefaultNoise"/> unless told; 0 for none.</param>
    /// <exception cref="HillockException">Too few rows for one of each class, too many for memory, or no sensible noise.</exception>
    public Dataset Generate(ulong seed, int? rows = null, double? noise = null)
    {
        int count = rows ?? DefaultRows, least = Math.Max(2, ClassNames.Count), most = Dataset.MostValues / FeatureNames.Count;
        if (count < least || count > most)
            throw new HillockException($"{Name}: {count} rows are asked for; between {least} and {most} can be had");
        double strength = noise ?? DefaultNoise;
        if (strength is not (>= 0 and <= MostNoise))
            throw new HillockException(Invariant($"{Name}: noise {strength} is asked for; a number from 0 to {MostNoise} is wanted"));
        float[] inputs = new float[count * FeatureNames.Count], targets = new float[count];
        var draws = new Draws(seed, Name);
        for (int row = 0; row < count; row++)
        {
            int label = ClassNames.Count == 0 ? 0 : row % ClassNames.Count;
            targets[row] = Generator(draws, label, strength, inputs.AsSpan(row * FeatureNames.Count, FeatureNames.Count));
        }
        return new(Name, Task, inputs, targets, FeatureNames, ClassNames) { Image = Image };
    }
}

/// <summary>Draws the features of one row and gives its target, which for classes is <paramref name="label"/>.</summary>
public delegate float RowGenerator(Draws draws, int label, double noise, Span<float> features);
