using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock list</c>: the catalog.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var family = new Option<string?>("--family") { Description = $"Only one family: {string.Join(", ", Families)}.", HelpName = "F" };
        family.CompletionSources.Add([.. Families]);
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var markdown = new Option<bool>("--markdown") { Description = "The page docs/catalog.md: all families, and what is left out." };
        var pages = new Option<string?>("--pages") { Description = "Write the folder docs/functions: a gallery, and a page for each function.", HelpName = "DIR" };
        var command = new Command("list", "List the functions.") { family, json, markdown, pages };
        command.SetAction(result =>
            result.GetValue(pages) is { } folder ? PageFolder.Write(folder)
            : result.GetValue(markdown) ? CatalogPage.Write(Console.Out)
            : Run(result.GetValue(family), result.GetValue(json)));
        return command;
    }

    private static IEnumerable<string> Families => Enum.GetValues<Family>().Where(f => f != Family.Own).Select(f => Json.Camel(f.ToString()));

    private static int Run(string? family, bool json)
    {
        var entries = Catalog.All.Where(e => family is null || e.Family == FamilyOf(family)).ToList();
        if (json)
        {
            Json.Write(Console.Out, [.. entries.Select(FunctionLine.Of)], JsonDocuments.Readable.IReadOnlyListFunctionLine);
            return ExitCode.Done;
        }

        var table = new TextTable("name", "family", "formula", "origin");
        foreach (var entry in entries)
        {
            table.Add(entry.Name, Json.Camel(entry.Family.ToString()), entry.Formula, entry.Origin);
        }

        table.Write(Console.Out);
        return ExitCode.Done;
    }

    private static Family FamilyOf(string text) => Enum.TryParse<Family>(text, ignoreCase: true, out var family) && Enum.IsDefined(family)
        ? family
        : throw new HillockException(
            $"There is no family {Shown.Quoted(text)}{Nearest.DidYouMean(text, Families)} The families are {string.Join(", ", Families)}.");
}
