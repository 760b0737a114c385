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

    /// <summary>How many targets a row has.</summary>
    public int TargetsPerRow { get; init; } = 1;

    /// <inheritdoc cref="Dataset.Shape"/>
    public SampleShape Shape { get; init; }

    /// <inheritdoc cref="Dataset.Tokens"/>
    public int Tokens { get; init; }

    /// <inheritdoc cref="Dataset.IsRepresented"/>
    public bool IsRepresented { get; init; }

    /// <inheritdoc cref="Dataset.Criterion"/>
    public Criterion Criterion { get; init; }

    /// <summary>Height and width where rows are images.</summary>
    public ImageSize? Image { get; init; }

    /// <summary>The data set of a seed: the same bits on every machine.</summary>
    /// <param name="seed">Another seed gives other points of the same kind.</param>
    /// <param name="rows">The number of rows, <see cref="DefaultRows"/> unless told.</param>
    /// <param name="noise">The strength of the noise, <see cref="DefaultNoise"/> unless told; 0 for none.</param>
    /// <exception cref="HillockException">Too few rows for one of each class, too many for memory, or no sensible noise.</exception>
    public Dataset Generate(ulong seed, int? rows = null, double? noise = null)
    {
        int count = rows ?? DefaultRows, least = TargetsPerRow > 1 ? 2 : Math.Max(2, ClassNames.Count), most = Dataset.MostValues / Math.Max(FeatureNames.Count, TargetsPerRow);
        if (count < least || count > most)
            throw new HillockException($"{Name}: {count} rows are asked for; between {least} and {most} can be had");
        double strength = noise ?? DefaultNoise;
        if (strength is not (>= 0 and <= MostNoise))
            throw new HillockException(Invariant($"{Name}: noise {strength} is asked for; a number from 0 to {MostNoise} is wanted"));
        float[] inputs = new float[count * FeatureNames.Count], targets = new float[count * TargetsPerRow], information = new float[count];
        var draws = new Draws(seed, Name);
        for (int row = 0; row < count; row++)
            information[row] = (float)Generator(new()
            {
                Draws = draws,
                Index = row,
                Rows = count,
                Noise = strength,
                Label = ClassNames.Count == 0 ? 0 : row % ClassNames.Count,
                Features = inputs.AsSpan(row * FeatureNames.Count, FeatureNames.Count),
                Targets = targets.AsSpan(row * TargetsPerRow, TargetsPerRow),
            });
        return new(Name, Task, inputs, targets, FeatureNames, ClassNames)
        {
            Image = Image,
            Shape = Shape,
            Tokens = Tokens,
            IsRepresented = IsRepresented,
            Criterion = Criterion,
            Information = information.Any(float.IsNaN) ? [] : information,
        };
    }
}

/// <summary>A row to be drawn.</summary>
public readonly ref struct DrawnRow
{
    /// <summary>Where chance comes from.</summary>
    public required Draws Draws { get; init; }

    /// <summary>Which row, from 0 on.</summary>
    public required int Index { get; init; }

    /// <summary>How many there are.</summary>
    public required int Rows { get; init; }

    /// <summary>The class the row shall have.</summary>
    public required int Label { get; init; }

    /// <summary>The strength of the noise.</summary>
    public required double Noise { get; init; }

    /// <summary>Receives the features; zeros at first.</summary>
    public required Span<float> Features { get; init; }

    /// <summary>Receives the targets.</summary>
    public required Span<float> Targets { get; init; }
}

/// <summary>Draws one row.</summary>
/// <returns>How much the targets tell to who knows how they are drawn, in nats (<see cref="Dataset.Information"/>); NaN where that is unknown.</returns>
public delegate double RowGenerator(scoped in DrawnRow row);

/// <summary>Draws the features of one point and gives its target, which for classes is <paramref name="label"/>.</summary>
internal delegate float PointGenerator(Draws draws, int label, double noise, Span<float> features);
