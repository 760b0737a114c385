using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hillock.ApiReference;

/// <summary>The sources of one library, read by the compiler.</summary>
internal sealed class Library
{
    private static readonly string[] Names = ["Hillock", "Hillock.Tensors", "Hillock.Training", "Hillock.Lab"];

    // What the SDK's ImplicitUsings gives every project.
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private readonly string name, folder;
    private readonly CSharpCompilation compilation;

    private Library(string root, string name, IEnumerable<Library> below)
    {
        (this.name, folder) = (name, Path.Combine(root, "src", name));
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file));
        var usings = XDocument.Load(Path.Combine(folder, name + ".csproj")).Descendants("Using").Select(u => u.Attribute("Include")!.Value);
        var global = string.Concat(ImplicitUsings.Concat(usings).Select(u => $"global using {u};"));
        compilation = CSharpCompilation.Create(
            name,
            trees.Append(CSharpSyntaxTree.ParseText(global, options)),
            [.. Platform, .. below.Select(library => library.compilation.ToMetadataReference())],
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The types users see, in the order of their folders and files.</summary>
    public IEnumerable<PublicType> Types => compilation.Assembly.GlobalNamespace.GetNamespaceMembers().SelectMany(TypesOf)
        .Where(type => type.DeclaredAccessibility == Accessibility.Public)
        .OrderBy(Source, StringComparer.Ordinal).ThenBy(type => type.Locations[0].SourceSpan.Start)
        .Select(type => new PublicType(type, name, Idea(type)));

    private static IEnumerable<MetadataReference> Platform =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Hillock", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>All libraries, each after those it needs.</summary>
    public static IReadOnlyList<Library> All(string root) =>
        Names.Aggregate(new List<Library>(), (libraries, name) => [.. libraries, new(root, name, libraries)]);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesOf));

    private static string Source(INamedTypeSymbol type) => type.Locations[0].SourceTree!.FilePath;

    private string Idea(INamedTypeSymbol type) => Path.GetRelativePath(folder, Source(type)).Split(Path.DirectorySeparatorChar) is [var idea, _, ..]
        ? idea
        : name;
}
