using Microsoft.CodeAnalysis;

namespace Hillock.ApiReference;

/// <summary>The pages of the API reference: one for each folder of each library, and an index.</summary>
internal sealed class Reference
{
    /// <summary>Where the pages lie, in the repository.</summary>
    public const string Folder = "docs/api";

    private const string Index = "README.md";

    private Reference(IReadOnlyDictionary<string, string> pages) => Pages = pages;

    /// <summary>The text of each page by its path.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; }

    /// <summary>The pages for the sources in a repository.</summary>
    public static Reference Of(string root)
    {
        var types = Library.All(root).SelectMany(library => library.Types).ToList();
        var links = new Links(types);
        var pages = types.GroupBy(type => type.Page).ToDictionary(page => page.Key, page => Page.Of(page.Key, [.. page], links));
        pages[Index] = IndexOf(types, links);
        return new(pages);
    }

    /// <summary>Writes all pages into a folder and removes what is there of others.</summary>
    public void Write(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, text) in Pages)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static string IndexOf(List<PublicType> types, Links links)
    {
        List<string> lines = ["# API reference", "", "<!-- Generated from the XML documentation by tools/Hillock.ApiReference; do not edit. -->", ""];
        foreach (var library in types.GroupBy(type => type.Library))
        {
            lines.AddRange([$"## {library.Key}", "", "| | |", "|---|---|"]);
            lines.AddRange(library.GroupBy(type => type.Page)
                .Select(page => $"| [{page.First().Idea}]({page.Key}) | {string.Join(", ", page.Select(type => links.To(type.Symbol, Index)))} |"));
            lines.Add("");
        }

        return string.Join('\n', lines);
    }
}

/// <summary>A type that users see.</summary>
/// <param name="Symbol">The type.</param>
/// <param name="Library">The library it is in.</param>
/// <param name="Idea">The folder its source is in.</param>
internal sealed record PublicType(INamedTypeSymbol Symbol, string Library, string Idea)
{
    /// <summary>The page it is described on.</summary>
    public string Page => $"{Library}/{Idea}.md";

    /// <summary>Its name with type parameters.</summary>
    public string Name => Symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
