using System.CommandLine.Completions;

namespace Hillock.Cli;

/// <summary>The names of functions, for a shell to complete. They are looked up when it asks: few commands need the catalog.</summary>
internal static class FunctionNames
{
    /// <summary>All of them.</summary>
    public static IEnumerable<string> All(CompletionContext context) => Catalog.All.Select(e => e.Name);

    /// <summary>Those that work element by element.</summary>
    public static IEnumerable<string> Elementwise(CompletionContext context) => Catalog.Functions.Select(e => e.Name);
}
