namespace Hillock.Cli.Tests;

/// <summary>The gallery and the pages of the functions are what the catalog says.</summary>
public class FunctionPagesTests
{
    private const string Folder = "docs/functions", Again = "write them anew: hillock list --pages docs/functions";

    [Fact]
    public async Task They_are_what_list_writes()
    {
        using var scratch = new Scratch();
        (await Captured.Run($"list --pages {scratch["new"]}")).ShouldBe(new(0, "", ""));
        var (there, anew) = (Files(Repository.Path(Folder)), Files(scratch["new"]));
        there.Keys.Order().ShouldBe(anew.Keys.Order(), Again);
        foreach (var (name, text) in anew)
        {
            there[name].ShouldBe(text, $"{name}; {Again}");
        }
    }

    [Fact]
    public void Every_function_has_a_page_and_every_link_leads_somewhere()
    {
        var files = Files(Repository.Path(Folder));
        files["README.md"].ShouldNotContain("()");
        Catalog.All.ShouldAllBe(entry => files["README.md"].Contains($"{entry.Name}.md", StringComparison.Ordinal) && files.ContainsKey($"{entry.Name}.md"));
        foreach (var (name, text) in files.Where(file => file.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            var links = text.Split("](").Skip(1).Select(rest => rest.Split(')')[0])
                .Concat(text.Split("href=\"").Skip(1).Concat(text.Split("src=\"").Skip(1)).Select(rest => rest.Split('"')[0]))
                .Where(link => !link.StartsWith("https://", StringComparison.Ordinal) && !link.StartsWith('#'));
            links.ShouldAllBe(link => files.ContainsKey(link.Split('#')[0]), name);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/below")]
    public async Task They_cannot_be_written_into_a_file(string below)
    {
        using var scratch = new Scratch();
        var result = await Captured.Run($"list --pages {scratch.Write("file", "")}{below}");
        (result.Code, result.Out).ShouldBe((2, ""));
        result.Error.ShouldContain("name a folder");
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
    }

    private static Dictionary<string, string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), file => File.ReadAllText(file).ReplaceLineEndings("\n"));
}
