namespace Hillock.Training;

/// <summary>Which elements belong to one part of shared work.</summary>
internal static class Share
{
    /// <summary>Two cache lines of floats: no line is written by two threads, and processors fetch lines in pairs.</summary>
    private const int Line = 32;

    /// <summary>
    /// The range of <paramref name="count"/> elements that is that part's; its edges are multiples of <paramref name="grain"/>.
    /// </summary>
    public static Range Of(int count, int part, int parts, int grain = Line) =>
        Edge(count, part, parts, grain)..Edge(count, part + 1, parts, grain);

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

    private static int Edge(int count, int part, int parts, int grain) =>
        (int)Math.Min(count, (count + grain - 1L) / grain * part / parts * grain);
}
