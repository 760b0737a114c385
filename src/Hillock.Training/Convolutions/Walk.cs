namespace Hillock.Training;

/// <summary>The way through a row of the left factor as k runs: steps within lines, lines within a block.</summary>
/// <param name="Lines">How many lines there are: rows of a kernel, or of an image.</param>
/// <param name="LineStep">Elements from one line to the next.</param>
/// <param name="Steps">Terms in a line.</param>
/// <param name="Step">Elements from one term to the next.</param>
/// <param name="PerChannel">Whether a term is not one number for all columns but one for each: every channel has a sum of its own.</param>
internal readonly record struct Walk(int Lines, nint LineStep, int Steps, nint Step, bool PerChannel)
{
    /// <summary>Terms of the whole sum.</summary>
    public int Terms => Lines * Steps;
}
