using System.Globalization;

namespace Hillock.Cli;

/// <summary>The catalog as a page of Markdown: docs/catalog.md is what this writes.</summary>
internal static class CatalogPage
{
    public static int Write(TextWriter page)
    {
        page.WriteLine("# The catalog");
        page.WriteLine();
        page.WriteLine($"{Catalog.Functions.Count} elementwise functions and {Catalog.RowFunctions.Count} of whole rows. Written by `hillock list --markdown > docs/catalog.md`.");
        foreach (var family in Catalog.All.GroupBy(e => e.Family).OrderBy(g => g.Key))
        {
            page.WriteLine();
            page.WriteLine($"## {family.Key}");
            page.WriteLine();
            page.WriteLine("| name | formula | parameters | range | origin |");
            page.WriteLine("|---|---|---|---|---|");
            foreach (var entry in family)
            {
                page.WriteLine($"| {Names(entry)} | {Markdown.Code(entry.Formula)} | {Parameters(entry)} | {Markdown.Cell(entry.Facts.Range)} | {Markdown.Cell(entry.Origin)} |");
            }
        }

        page.WriteLine();
        page.WriteLine("## Left out");
        page.WriteLine();
        foreach (var (name, reason) in Catalog.Disputed)
        {
            page.WriteLine($"* {name}: {reason}");
        }

        return ExitCode.Done;
    }

    private static string Names(Entry entry) => string.Join(", ", entry.Names.Select(Markdown.Code));

    private static string Parameters(Entry entry) => entry is Function function ? string.Join(", ", function.Parameters.Select(Parameter)) : "";

    private static string Parameter(Parameter p) => Markdown.Code($"{p.Name} = {p.Default.ToString(CultureInfo.InvariantCulture)}");
}
