namespace Hillock.Cli;

/// <summary>The folder docs/functions: a gallery, and of each function a page and a picture.</summary>
internal static class PageFolder
{
    private const string Pictures = "images";
    private const int Width = 400, Height = 280;

    /// <summary>Writes what is not there or has changed.</summary>
    public static int Write(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, Pictures));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HillockException($"--pages {Shown.Quoted(folder)} cannot be written to; name a folder: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        foreach (var (name, text) in Pages())
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                SafeFile.Write(path, text);
            }
        }

        return ExitCode.Done;
    }

    /// <summary>Where the page of an entry is, seen from the gallery.</summary>
    public static string PageOf(Entry entry) => $"{entry.Name}.md";

    /// <summary>Where the picture of a function is, seen from its page.</summary>
    public static string PictureOf(Function function) => $"{Pictures}/{function.Name}.svg";

    private static IEnumerable<(string Name, string Text)> Pages() =>
    [
        ("README.md", GalleryPage.Text()),
        .. Catalog.RowFunctions.Select(entry => (PageOf(entry), EntryPage.Of(entry, null))),
        .. Catalog.Functions.AsParallel().AsOrdered().SelectMany(Pages),
    ];

    private static IEnumerable<(string Name, string Text)> Pages(Function function)
    {
        var activation = function.Create();
        var plot = Plot.Of([activation], [CurveKind.Value, CurveKind.Slope]);
        return
        [
            (PageOf(function), EntryPage.Of(function, Insight.Of(activation, isTimed: false).Insight)),
            (PictureOf(function), SvgPlot.Draw(plot, Width, Height)),
        ];
    }
}
