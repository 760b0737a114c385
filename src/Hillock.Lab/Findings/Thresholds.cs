namespace Hillock.Lab;

/// <summary>From where on something is worth a word: one table, with the verdicts of other tools beside our own.</summary>
/// <remarks>
/// <para>NaN switches a rule off. Definitions are ours throughout: a dead unit is one that is off for every sample, saturation is a small slope,
/// and nothing is told that was seen once only; so a preset gives another tool's limits, not its mistakes.</para>
/// <para>Sources: SageMaker Debugger's built-in rules (Amazon SageMaker developer guide); DeepDiagnosis (Wardat et al., ICSE 2022, arXiv:2112.04036);
/// AUTOTRAINER (Zhang et al., ICSE 2021); guide values of CS231n, Neural Networks 3.</para>
/// </remarks>
public sealed record Thresholds
{
    /// <summary>The version of the table: it changes with every number in it.</summary>
    public const int Version = 2;

    /// <summary>The name of the preset.</summary>
    public required string Name { get; init; }

    /// <summary>A slope below this share of the function's greatest is none: |x| > 6.0 for sigmoid, 3.0 for tanh.</summary>
    public double FaintSlope { get; init; } = 0.01;

    /// <summary>The share of a layer's units that may die in training.</summary>
    public double Dead { get; init; } = 0.25;

    /// <summary>The share that may be dead in all: in deep narrow networks some units are born so, and little is lost.</summary>
    public double DeadInAll { get; init; } = 0.5;

    /// <summary>The share of a layer's values that may be saturated.</summary>
    public double Saturated { get; init; } = 0.5;

    /// <summary>The share of zeros among a layer's outputs.</summary>
    public double Zeros { get; init; } = double.NaN;

    /// <summary>The mean's part of the mean square of a layer's outputs.</summary>
    public double Shift { get; init; } = 0.9;

    /// <summary>The least entropy of a layer's attention, as a share of the greatest there could be, in the head that has most.</summary>
    public double AttentionEntropy { get; init; } = 0.02;

    /// <summary>The least ratio of gradients, the first layer's to the last's, per weight.</summary>
    public double Vanishing { get; init; } = 1e-3;

    /// <summary>The least root mean square of the first layer's gradients.</summary>
    public double Faint { get; init; } = double.NaN;

    /// <summary>The greatest ratio of gradients, the first layer's to the last's, per weight.</summary>
    public double Exploding { get; init; } = 1e3;

    /// <summary>The greatest norm of a layer's gradients.</summary>
    public double GradientNorm { get; init; } = 1e4;

    /// <summary>The greatest ratio of the deviations of pre-activations, the layer with the largest to that with the least, before training.</summary>
    public double InitialSpread { get; init; } = 30;

    /// <summary>The greatest first loss, in losses of guessing.</summary>
    public double InitialLoss { get; init; } = 5;

    /// <summary>The greatest relative change of weights in a step, as the median of the looks.</summary>
    public double LargeUpdate { get; init; } = 0.1;

    /// <summary>The greatest in any look.</summary>
    public double HugeUpdate { get; init; } = 0.5;

    /// <summary>The least, as the median of the looks.</summary>
    public double SmallUpdate { get; init; } = 1e-5;

    /// <summary>The least relative change at which weights move at all.</summary>
    public double FrozenUpdate { get; init; } = 1e-8;

    /// <summary>The share of epochs in which the loss on the training part may rise by more than <see cref="Swing"/>.</summary>
    public double Oscillating { get; init; } = 0.3;

    /// <summary>A rise of the loss by this part of it is a swing.</summary>
    public double Swing { get; init; } = 0.2;

    /// <summary>The root mean square of an input feature may be so many times more or less than 1.</summary>
    public double InputScale { get; init; } = 10;

    /// <summary>How far the loss on the test part may rise above its least, in parts of it.</summary>
    public double Overfit { get; init; } = 0.5;

    /// <summary>How far the loss on the test part may be above that in training, in losses of guessing.</summary>
    public double LossGap { get; init; } = 0.4;

    /// <summary>By how much accuracy in training may be above that in the test.</summary>
    public double AccuracyGap { get; init; } = double.NaN;

    /// <summary>What a network has to gain over guessing, as a share of what there is to gain.</summary>
    public double Learned { get; init; } = 0.1;

    /// <summary>Looks that must have seen something before it is told, where there were so many.</summary>
    public int Persistence { get; init; } = 3;

    /// <summary>Our own.</summary>
    public static Thresholds Default { get; } = new() { Name = "default" };

    /// <summary>SageMaker Debugger: half of the units dead or saturated, mean gradient 1e-7, variance ratio 10, updates 1e-8 to 10.</summary>
    public static Thresholds SageMaker { get; } = new()
    {
        Name = "sagemaker", FaintSlope = 1e-7, Dead = double.NaN, Saturated = 0.5, Shift = double.NaN, AttentionEntropy = double.NaN, Vanishing = double.NaN, Faint = 1e-7,
        Exploding = double.NaN, GradientNorm = double.NaN, InitialSpread = Math.Sqrt(10), InitialLoss = double.NaN, LargeUpdate = double.NaN, HugeUpdate = 10,
        SmallUpdate = double.NaN, FrozenUpdate = 1e-8, Oscillating = double.NaN, Overfit = 0.1, LossGap = double.NaN, Learned = double.NaN,
    };

    /// <summary>DeepDiagnosis: 70 % zeros, half saturated, mean gradient 1e-7, updates 1e-5 to 0.1.</summary>
    public static Thresholds DeepDiagnosis { get; } = new()
    {
        Name = "deepdiagnosis", Dead = double.NaN, DeadInAll = double.NaN, Zeros = 0.7, Saturated = 0.5, Shift = double.NaN, AttentionEntropy = double.NaN, Vanishing = double.NaN, Faint = 1e-7,
        Exploding = double.NaN, GradientNorm = double.NaN, InitialSpread = double.NaN, InitialLoss = double.NaN, LargeUpdate = 0.1, HugeUpdate = double.NaN,
        SmallUpdate = 1e-5, Oscillating = double.NaN, Overfit = double.NaN, LossGap = double.NaN, Learned = double.NaN,
    };

    /// <summary>AUTOTRAINER: 70 % zeros, gradient ratios 1e-3 and 70, swings of 3 % in a fifth of the epochs, an accuracy gap of 0.1, at least 60 % learned.</summary>
    public static Thresholds AutoTrainer { get; } = new()
    {
        Name = "autotrainer", Dead = double.NaN, DeadInAll = double.NaN, Zeros = 0.7, Saturated = double.NaN, AttentionEntropy = double.NaN, Shift = double.NaN, Vanishing = 1e-3, Exploding = 70,
        GradientNorm = double.NaN, InitialSpread = double.NaN, InitialLoss = double.NaN, LargeUpdate = double.NaN, HugeUpdate = double.NaN,
        SmallUpdate = double.NaN, FrozenUpdate = double.NaN, Oscillating = 0.2, Swing = 0.03, InputScale = double.NaN, Overfit = double.NaN, LossGap = double.NaN,
        AccuracyGap = 0.1, Learned = 0.6,
    };

    /// <summary>All presets.</summary>
    public static IReadOnlyList<Thresholds> All { get; } = [Default, SageMaker, DeepDiagnosis, AutoTrainer];

    /// <summary>The preset of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static Thresholds Named(string name) => Lab.Named.Exactly(All, preset => preset.Name, "There are no thresholds", name);
}
