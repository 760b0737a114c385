namespace Hillock.Lab;

/// <summary>Colours and patterns of curves: every curve has its own pattern, so that nobody needs the colours.</summary>
/// <remarks>
/// The hues are those of Okabe and Ito 2008, which people with any colour vision tell apart; on white some are darker, on black lighter,
/// so that each stands out from its ground by 3:1 at least (WCAG 2.1, 1.4.11).
/// </remarks>
public static class PlotStyle
{
    /// <summary>Colours on a light and on a dark ground.</summary>
    internal static IReadOnlyList<(string Light, string Dark)> Colours { get; } =
    [
        ("#0072b2", "#56b4e9"),
        ("#d55e00", "#ff8c42"),
        ("#00805f", "#2fc9a0"),
        ("#b0478c", "#e08fc0"),
        ("#8a6d00", "#f0e442"),
        ("#1f8fcc", "#9ad0f5"),
        ("#24292f", "#f0f6fc"),
    ];

    /// <summary>Lengths of strokes and gaps by turns, in tenths of a line's height; empty for a solid line.</summary>
    public static IReadOnlyList<int> Dashes(int dash) => Patterns[dash % Patterns.Length];

    private static int[][] Patterns { get; } =
    [
        [], [8, 4], [2, 3], [10, 3, 2, 3], [16, 5], [5, 2], [10, 3, 2, 3, 2, 3], [1, 5], [20, 3, 8, 3], [5, 8], [14, 3, 2, 3, 2, 3, 2, 3],
        [3, 2, 8, 2], [24, 8], [8, 3, 8, 8],
    ];
}
