namespace Hillock.Training;

/// <summary>What a network is judged by.</summary>
public enum Criterion
{
    /// <summary>As usual for the task: accuracy for classes, error for values.</summary>
    OfTask,

    /// <summary>The share of targets that are classified rightly.</summary>
    Accuracy,

    /// <summary>The root of the mean squared error, in the target's own unit.</summary>
    Error,

    /// <summary>The cross-entropy in nats a target: how well chances are told where nobody can know for sure.</summary>
    CrossEntropy,

    /// <summary>The peak signal-to-noise ratio in decibels, for grey values from 0 to 1: 20 log₁₀(1 / root of the mean squared error).</summary>
    PeakSignalToNoise,
}
