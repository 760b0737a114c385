namespace Hillock.Training;

/// <summary>What a <see cref="Trainer"/> does besides: nothing of it unless told.</summary>
public sealed record TrainerOptions
{
    /// <summary>What part of the optimizer's learning rate each step takes.</summary>
    public Schedule Schedule { get; init; } = Schedule.Constant;

    /// <summary>How large gradients may be; <c>null</c> leaves them as they are.</summary>
    public Clipping? Clipping { get; init; }

    /// <summary>
    /// How many samples go through the network at a time; 0 sends the whole batch. The gradients of the parts are added up before the update, so
    /// that a large batch needs the memory of a small one.
    /// </summary>
    /// <remarks>
    /// The result is that of the whole batch but for rounding, unless a layer looks at the whole batch (BatchNorm) or draws (each part is a draw
    /// of its own).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MicroBatch
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }
}
