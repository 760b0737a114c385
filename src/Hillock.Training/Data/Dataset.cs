using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hillock.Training;

/// <summary>Rows of features, and what is to be predicted from each.</summary>
/// <remarks>Arrays are shared, not copied: whoever hands them over lets go of them.</remarks>
public sealed class Dataset
{
    /// <summary>The most values a data set may have, 2²⁷ (512 MiB): what reads or draws data refuses more before it allocates.</summary>
    public const int MostValues = 1 << 27;

    /// <summary>A data set of <c>targets.Length</c> rows.</summary>
    /// <param name="name">For tables and messages.</param>
    /// <param name="task">What the targets are.</param>
    /// <param name="inputs">Rows × features, row after row; finite.</param>
    /// <param name="targets">For each row a value, or the index of its class.</param>
    /// <param name="featureNames">One name for each feature.</param>
    /// <param name="classNames">One name for each class: two for a binary task, none for regression.</param>
    /// <exception cref="ArgumentException">Lengths do not agree, a value is not finite, or a target is no class's index.</exception>
    public Dataset(
        string name, LearningTask task, float[] inputs, float[] targets, IReadOnlyList<string> featureNames,
        IReadOnlyList<string>? classNames = null)
    {
        (Name, Task, Inputs, Targets, FeatureNames, ClassNames) = (name, task, inputs, targets, featureNames, classNames ?? []);
        if (Rows == 0 || Features == 0 || inputs.Length != (long)Rows * Features)
            throw new ArgumentException(
                $"{inputs.Length} inputs are not {Rows} rows of {Features} features, or there are none.", nameof(inputs));
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
                $"The target of row {wrong} is {targets[wrong]}: not {(HasClasses ? "the index of a class" : "finite")}.", nameof(targets));
    }

    /// <summary>The name for tables and messages.</summary>
    public string Name { get; }

    /// <summary>What the targets are.</summary>
    public LearningTask Task { get; }

    /// <summary><see cref="Rows"/> × <see cref="Features"/>, row after row.</summary>
    public float[] Inputs { get; }

    /// <summary>For each row a value, or the index of its class.</summary>
    public float[] Targets { get; }

    /// <summary>One name for each feature.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>One name for each class, by index; empty for regression.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => Targets.Length;

    /// <summary>The number of features of a row.</summary>
    public int Features => FeatureNames.Count;

    /// <summary>The outputs a network needs: one for each of several classes, otherwise one.</summary>
    public int Outputs => Task == LearningTask.Classes ? ClassNames.Count : 1;

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

    /// <summary>The features of one row.</summary>
    public ReadOnlySpan<float> Row(int row) => Inputs.AsSpan(row * Features, Features);

    /// <summary>The rows with the given indices, in their order.</summary>
    public Dataset Take(ReadOnlySpan<int> rows)
    {
        float[] inputs = new float[rows.Length * Features], targets = new float[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(inputs.AsSpan(i * Features));
            targets[i] = Targets[rows[i]];
        }
        return With(inputs, targets);
    }

    /// <inheritdoc cref="DataSplit.Of(Dataset, ulong, double?)"/>
    public DataSplit Split(ulong seed, double? testShare = null) => DataSplit.Of(this, seed, testShare);

    /// <inheritdoc cref="DataSplit.Of(Dataset, ulong, int, int)"/>
    public DataSplit Split(ulong seed, int train, int test) => DataSplit.Of(this, seed, train, test);

    /// <summary>The same data set with other numbers.</summary>
    internal Dataset With(float[] inputs, float[] targets, IReadOnlyList<Scale>? inputScales = null, Scale? targetScale = null) =>
        new(Name, Task, inputs, targets, FeatureNames, ClassNames)
        {
            Image = Image,
            InputScales = inputScales ?? InputScales,
            TargetScale = targetScale ?? TargetScale,
        };

    private bool IsTarget(float y) => HasClasses ? y >= 0 && y < ClassNames.Count && y == MathF.Floor(y) : float.IsFinite(y);
}

/// <summary>The size of an image in pixels.</summary>
public readonly record struct ImageSize(int Height, int Width);
