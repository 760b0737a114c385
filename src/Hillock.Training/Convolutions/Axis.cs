namespace Hillock.Training;

/// <summary>Windows along one direction of an image or a sequence.</summary>
/// <param name="Input">Positions that come in.</param>
/// <param name="Kernel">Positions that a window sees.</param>
/// <param name="Stride">Positions from one window to the next.</param>
/// <param name="Before">Zeros before the first position.</param>
/// <param name="After">Zeros after the last.</param>
internal readonly record struct Axis(int Input, int Kernel, int Stride, int Before, int After)
{
    /// <summary>A direction that is not there: a sequence is an image of one row.</summary>
    public static Axis One => new(1, 1, 1, 0, 0);

    /// <summary>Positions with the zeros around them.</summary>
    public int Padded => Before + Input + After;

    /// <summary>How many windows there are.</summary>
    public int Output => ((Padded - Kernel) / Stride) + 1;

    /// <summary>Whether windows see nothing but what comes in.</summary>
    public bool IsBare => Before + After == 0;

    /// <summary>Whether every position is in exactly one window.</summary>
    public bool IsTiled => IsBare && Stride == Kernel && Input % Kernel == 0;

    /// <summary>
    /// Gradients of outputs as the inputs see them: an input is in windows that follow one another, and their zeros beyond the ends.
    /// </summary>
    public (int Before, int Length) Gradients
    {
        get
        {
            var (lowest, highest) = (0, Output - 1);
            for (var i = 0; i < Input; i++)
            {
                var (last, remainder) = Math.DivRem(i + Before, Stride);
                lowest = Math.Min(lowest, last - TapsOf(remainder) + 1);
                highest = Math.Max(highest, last);
            }
            return (-lowest, highest - lowest + 1);
        }
    }

    /// <summary>How many windows an input is in whose place, zeros counted, leaves that remainder by the stride: taps remainder, remainder + stride, ….</summary>
    public int TapsOf(int remainder) => Math.Max(0, (Kernel - remainder + Stride - 1) / Stride);
}
