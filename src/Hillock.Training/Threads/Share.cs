namespace Hillock.Training;

/// <summary>Which elements belong to one part of shared work.</summary>
internal static class Share
{
    /// <summary>Two cache lines of floats: no line is written by two threads, and processors fetch lines in pairs.</summary>
    private const int Line = 32;

    /// <inheritdoc cref="Crew.Part"/>
    public static Range Of(int count, int part, int parts, int grain = Line) => Crew.Part(count, part, parts, grain);

    /// <summary>
    /// The block of a matrix that is that part's: some of its columns where there are enough for all, else some of its rows.
    /// </summary>
    /// <remarks>
    /// Columns first, because weights, their gradients and their moments are then always touched by the same thread and stay in its cache:
    /// a layer's unit lives on one core.
    /// </remarks>
    public static (Range Rows, Range Columns) Of(Tensor matrix, int part, int parts) => matrix.Columns >= parts * Line
        ? (Range.All, Of(matrix.Columns, part, parts))
        : (Of(matrix.Rows, part, parts, 1), Range.All);
}
