using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hillock.Training;

/// <summary>Rows of features, and what is to be predicted from each.</summary>
/// <remarks>Arrays are shared, not copied: whoever hands them over lets go of them.</remarks>
public sealed class Dataset
{
    /// <summary>The most values a data set may have, 2²⁷ (512 MiB): what reads or draws data refuses more before it allocates.</summary>
    public const int MostValues = 1 << 27;

    /// <summary>A data set of as many rows as there are times the features in the inputs.</summary>
    /// <param name="name">For tables and messages.</param>
    /// <param name="task">What the targets are.</param>
    /// <param name="inputs">Rows × features, row after row; finite.</param>
    /// <param name="targets">For each row a value, or the index of its class; or as many of them for each row as it has steps.</param>
    /// <param name="featureNames">One name for each feature.</param>
    /// <param name="classNames">One name for each class: two for a binary task, none for regression.</param>
    /// <exception cref="ArgumentException">Lengths do not agree, a value is not finite, or a target is no class's index.</exception>
    public Dataset(
        string name, LearningTask task, float[] inputs, float[] targets, IReadOnlyList<string> featureNames,
        IReadOnlyList<string>? classNames = null)
    {
        (Name, Task, Inputs, Targets, FeatureNames, ClassNames) = (name, task, inputs, targets, featureNames, classNames ?? []);
        Rows = Features == 0 ? 0 : inputs.Length / Features;
        if (Rows == 0 || inputs.Length != (long)Rows * Features)
            throw new ArgumentException(
                $"{inputs.Length} inputs are not {Rows} rows of {Features} features, or there are none.", nameof(inputs));
        TargetsPerRow = targets.Length / Rows;
        if (TargetsPerRow == 0 || targets.Length != (long)Rows * TargetsPerRow)
            throw new ArgumentException(
                $"{targets.Length} targets for {Rows} rows of {Features} features: every row has as many targets, at least 1.", nameof(targets));
        if (Array.FindIndex(inputs, x => !float.IsFinite(x)) is >= 0 and var bad)
            throw new ArgumentException($"Row {bad / Features}, feature {bad % Features} is {inputs[bad]}: not finite.", nameof(inputs));
        bool suits = task switch
        {
            LearningTask.Regression => ClassNames.Count == 0,
            LearningTask.Binary => ClassNames.Count == 2,
            _ => ClassNames.Count >= 2,
        };
        if (!suits)
            throw new ArgumentException($"{ClassNames.Count} class names do not suit the task {task}.", nameof(classNames));
        if (Array.FindIndex(targets, y => !IsTarget(y)) is >= 0 and var wrong)
            throw new ArgumentException(
                $"The target of row {wrong / TargetsPerRow} is {targets[wrong]}: not {(HasClasses ? "the index of a class" : "finite")}.", nameof(targets));
    }

    /// <summary>The name for tables and messages.</summary>
    public string Name { get; }

    /// <summary>What the targets are.</summary>
    public LearningTask Task { get; }

    /// <summary><see cref="Rows"/> × <see cref="Features"/>, row after row.</summary>
    public float[] Inputs { get; }

    /// <summary>Row after row a value, or the index of its class; <see cref="TargetsPerRow"/> of them for each.</summary>
    public float[] Targets { get; }

    /// <summary>One name for each feature.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>One name for each class, by index; empty for regression.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>How many things are predicted from a row: 1, or one for each of its steps.</summary>
    public int TargetsPerRow { get; }

    /// <summary>The number of features of a row.</summary>
    public int Features => FeatureNames.Count;

    /// <summary>The outputs a network needs for each target: one for each of several classes, otherwise one.</summary>
    public int Outputs => Task == LearningTask.Classes ? ClassNames.Count : 1;

    /// <summary>The shape of what a network puts out for a row: a value for each target, or <see cref="Outputs"/> for each step where each has a class.</summary>
    public SampleShape OutputShape => !HasClasses ? [TargetsPerRow] : TargetsPerRow == 1 ? [Outputs] : [TargetsPerRow, Outputs];

    /// <summary>The shape of a row: that of the image, steps × values for a sequence, otherwise a row of features.</summary>
    public SampleShape Shape
    {
        get => field.Rank > 0 ? field : Image is { } image ? [image.Height, image.Width, 1] : [Features];
        init;
    }

    /// <summary>How many different tokens there are where inputs are tokens' numbers, from 0 on; 0 where they are measured values.</summary>
    public int Tokens { get; init; }

    /// <summary>Whether there is no part to test with apart: what counts is how well the rows themselves are represented.</summary>
    public bool IsRepresented { get; init; }

    /// <summary>What a network is judged by.</summary>
    public Criterion Criterion
    {
        get => field != Criterion.OfTask ? field : HasClasses ? Criterion.Accuracy : Criterion.Error;
        init;
    }

    /// <summary>For each row how much its targets tell to who knows how they are drawn, in nats: no network does better; empty where unknown.</summary>
    public float[] Information { get; init; } = [];

    /// <summary>The least cross-entropy that any network can have, in nats a target, where it is known: the entropy of the source.</summary>
    public double? LeastLoss => Information.Length == 0 ? null : Information.Average(nats => (double)nats) / TargetsPerRow;

    /// <summary>Whether the targets are classes.</summary>
    public bool HasClasses => Task != LearningTask.Regression;

    /// <summary>Height and width where the features are the pixels of a grey image, row after row.</summary>
    public ImageSize? Image { get; init; }

    /// <summary>How many of the last rows the publisher set apart for testing; 0 where nothing was set apart.</summary>
    public int PublishedTestRows { get; init; }

    /// <summary>For each feature the scale from its own unit to the present one; empty until standardised.</summary>
    public IReadOnlyList<Scale> InputScales { get; init; } = [];

    /// <summary>From the target's own unit to the present one: an error × its deviation is an error in the target's own unit.</summary>
    public Scale TargetScale { get; init; } = Scale.Identity;

    /// <summary>16 hexadecimal digits (of SHA-256) that tell whether two runs had the same numbers in the same order.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes([Rows, Features]));
        hash.AppendData(MemoryMarshal.AsBytes<float>(Inputs));
        hash.AppendData(MemoryMarshal.AsBytes<float>(Targets));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <summary>The same rows, their own features to be predicted: what an autoencoder learns.</summary>
    /// <exception cref="HillockException">The features are tokens, which have no values.</exception>
    public Dataset Reconstructed() => Tokens > 0
        ? throw new HillockException($"{Name}: tokens cannot be reconstructed as values")
        : new(Name, LearningTask.Regression, Inputs, Inputs, FeatureNames) { Image = Image, Shape = Shape, PublishedTestRows = PublishedTestRows };

    /// <summary>The features of one row.</summary>
    public ReadOnlySpan<float> Row(int row) => Inputs.AsSpan(row * Features, Features);

    /// <summary>The rows with the given indices, in their order.</summary>
    public Dataset Take(ReadOnlySpan<int> rows)
    {
        float[] inputs = new float[rows.Length * Features], targets = new float[rows.Length * TargetsPerRow];
        float[] information = new float[Information.Length == 0 ? 0 : rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(inputs.AsSpan(i * Features));
            Targets.AsSpan(rows[i] * TargetsPerRow, TargetsPerRow).CopyTo(targets.AsSpan(i * TargetsPerRow));
            if (information.Length > 0)
                information[i] = Information[rows[i]];
        }
        return With(inputs, targets, information: information);
    }

    /// <inheritdoc cref="DataSplit.Of(Dataset, ulong, double?)"/>
    public DataSplit Split(ulong seed, double? testShare = null) => DataSplit.Of(this, seed, testShare);

    /// <inheritdoc cref="DataSplit.Of(Dataset, ulong, int, int)"/>
    public DataSplit Split(ulong seed, int train, int test) => DataSplit.Of(this, seed, train, test);

    /// <summary>The same data set with other numbers.</summary>
    internal Dataset With(
        float[] inputs, float[] targets, IReadOnlyList<Scale>? inputScales = null, Scale? targetScale = null, float[]? information = null) =>
        new(Name, Task, inputs, targets, FeatureNames, ClassNames)
        {
            Image = Image,
            Shape = Shape,
            Tokens = Tokens,
            IsRepresented = IsRepresented,
            Criterion = Criterion,
            Information = information ?? Information,
            InputScales = inputScales ?? InputScales,
            TargetScale = targetScale ?? TargetScale,
        };

    private bool IsTarget(float y) => HasClasses ? y >= 0 && y < ClassNames.Count && y == MathF.Floor(y) : float.IsFinite(y);
}

/// <summary>The size of an image in pixels.</summary>
public readonly record struct ImageSize(int Height, int Width);
