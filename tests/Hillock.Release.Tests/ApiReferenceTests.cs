using Hillock.ApiReference;

namespace Hillock.Release.Tests;

/// <summary>The pages of the API reference say what the sources say.</summary>
public class ApiReferenceTests
{
    private const string Again = "write it anew: dotnet run --project tools/Hillock.ApiReference";

    private static readonly string Folder = Repository.Path(Hillock.ApiReference.Reference.Folder);
    private static readonly Reference Reference = Hillock.ApiReference.Reference.Of(Repository.Path("."));

    [Fact]
    public void The_reference_is_up_to_date()
    {
        var there = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), file => File.ReadAllText(file).ReplaceLineEndings("\n"));
        there.Keys.Order().ShouldBe(Reference.Pages.Keys.Order(), Again);
        foreach (var (page, text) in Reference.Pages)
        {
            there[page].ShouldBe(text, $"{page}; {Again}");
        }
    }

    [Fact]
    public void It_has_every_public_type_with_a_summary_and_what_it_inherits()
    {
        var functions = Reference.Pages["Hillock/Functions.md"];
        functions.ShouldContain("""
            ## `Relu`

            ```csharp
            public readonly record struct Relu : IActivation, IOutputSlope<Relu>
            ```

            max(x, 0): lets the positive pass.
            """.ReplaceLineEndings("\n"));
        // Gelu.Of says <inheritdoc/>; the words are the interface's.
        functions[functions.IndexOf("## `Gelu`", StringComparison.Ordinal)..].ShouldContain("- `T Of<T>(T x)`: f(x).");
        var all = string.Concat(Reference.Pages.Values);
        foreach (var type in typeof(Relu).Assembly.GetExportedTypes().Where(type => !type.IsNested))
        {
            all.ShouldContain($"## `{type.Name.Split('`')[0]}");
        }
    }

    [Fact]
    public void Its_links_lead_to_headings_that_are_there()
    {
        foreach (var (page, text) in Reference.Pages)
        {
            var links = text.Split("](").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]);
            foreach (var link in links.Where(link => link.Contains('#', StringComparison.Ordinal)))
            {
                var (file, anchor) = (link.Split('#')[0], link.Split('#')[1]);
                var target = file.Length == 0 ? page : Path.GetRelativePath("/", Path.GetFullPath(file, Path.GetDirectoryName("/" + page)!));
                Reference.Pages[target].Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))
                    .Select(line => string.Concat(line.ToLowerInvariant().Where(char.IsLetterOrDigit))).ShouldContain(anchor, $"{page}: {link}");
            }
        }
    }
}
