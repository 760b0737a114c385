namespace Hillock.Web;

/// <summary>All functions of the catalog, looked at once: it takes longer than a page may.</summary>
internal static class Gallery
{
    private static readonly Lazy<IReadOnlyList<GalleryEntry>> Looked = new(() => [.. Catalog.All.Select(GalleryEntry.Of)]);

    /// <summary>All of them, as in the catalog.</summary>
    public static IReadOnlyList<GalleryEntry> All => Looked.Value;

    /// <summary>The kinds that occur.</summary>
    public static IReadOnlyList<Family> Families { get; } = [.. Catalog.All.Select(entry => entry.Family).Distinct()];

    /// <summary>Begins to look while nobody waits yet.</summary>
    public static void Warm() => _ = Task.Run(() => Looked.Value);

    /// <summary>Those that are looked for, in their order.</summary>
    public static IEnumerable<GalleryEntry> Found(GalleryQuery query) => query.Order.Sorted(All).Where(query.Matches);

    /// <summary>How many were found, in words.</summary>
    public static string Told(int count) => count == Catalog.All.Count ? $"All {count} functions" : count == 1 ? "1 function" : $"{count} functions";
}
