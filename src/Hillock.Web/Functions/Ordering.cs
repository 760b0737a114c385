namespace Hillock.Web;

/// <summary>An order of the gallery.</summary>
/// <param name="Word">The word that chooses it in an address.</param>
/// <param name="Title">What the page calls it.</param>
/// <param name="Sorted">The functions in that order.</param>
internal sealed record Ordering(string Word, string Title, Func<IEnumerable<GalleryEntry>, IEnumerable<GalleryEntry>> Sorted)
{
    /// <summary>All of them, the usual one first.</summary>
    public static IReadOnlyList<Ordering> All { get; } =
    [
        new("family", "Family", static all => all),
        new("name", "Name", static all => all.OrderBy(one => one.Entry.Name, StringComparer.Ordinal)),
        new("cost", "Cost, cheapest first", static all => all.OrderBy(one => (one.Entry as Function)?.Cost is { } cost ? (0, cost.Primitives, cost.Divisions, cost.Arithmetic) : (1, 0, 0, 0))),
        new("year", "Year, newest first", static all => all.OrderByDescending(one => one.Year ?? 0)),
        new("saturation", "Saturation, least first", static all => all.OrderBy(one => double.IsNaN(one.Saturated) ? 2 : one.Saturated)),
    ];
}
