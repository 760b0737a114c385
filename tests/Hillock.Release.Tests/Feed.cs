using System.Xml.Linq;

namespace Hillock.Release.Tests;

/// <summary>All packages, packed once into a folder that serves as a feed.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly Scratch scratch = new();

    /// <summary>The version of all packages, from its one place.</summary>
    public static string Version { get; } = XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>Where they lie.</summary>
    public string Folder => scratch.Folder;

    /// <summary>The file of a package.</summary>
    public string Package(string id, string extension = "nupkg") => scratch[$"{id}.{Version}.{extension}"];

    public async ValueTask InitializeAsync() =>
        await Command.Build(Repository.Path("."), "pack", "-c", "Release", "-o", Folder);

    public ValueTask DisposeAsync()
    {
        scratch.Dispose();
        return ValueTask.CompletedTask;
    }
}
