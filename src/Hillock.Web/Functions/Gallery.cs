using System.Reflection;

namespace Hillock.Web;

/// <summary>All functions of the catalog as they are shown side by side.</summary>
/// <remarks>
/// What is seen of each stands in a file: to look at them all, 160 kernels would have to be compiled, and whoever opens the page at once would wait.
/// </remarks>
internal static class Gallery
{
    private static readonly Lazy<IReadOnlyList<GalleryEntry>> Known = new(Read);

    /// <summary>All of them, as in the catalog.</summary>
    public static IReadOnlyList<GalleryEntry> All => Known.Value;

    /// <summary>The kinds that occur.</summary>
    public static IReadOnlyList<Family> Families { get; } = [.. Catalog.All.Select(entry => entry.Family).Distinct()];

    /// <summary>Those that are looked for, in their order.</summary>
    public static IEnumerable<GalleryEntry> Found(GalleryQuery query) => query.Order.Sorted(All).Where(query.Matches);

    /// <summary>How many were found, in words.</summary>
    public static string Told(int count) => count == Catalog.All.Count ? $"All {count} functions" : count == 1 ? "1 function" : $"{count} functions";

    /// <summary>The file: a line for each function that has a curve.</summary>
    public static string File() => string.Concat(Catalog.Functions.AsParallel().AsOrdered().Select(function => $"{GalleryEntry.Of(function).Line}\n"));

    private static IReadOnlyList<GalleryEntry> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("functions/gallery.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[..line.IndexOf('\t', StringComparison.Ordinal)]);
        return [.. Catalog.All.Select(entry => lines.TryGetValue(entry.Name, out var line) ? GalleryEntry.Read(entry, line.TrimEnd('\r')) : GalleryEntry.Of(entry))];
    }
}
