namespace Hillock.Tests;

/// <summary>The catalog as test data: laws are theories over it.</summary>
public static class EveryFunction
{
    public static TheoryData<string> Names { get; } = [.. Catalog.Functions.Select(f => f.Name)];

    public static TheoryData<string> Parameters { get; } =
        [.. Catalog.Functions.SelectMany(f => f.Parameters.Select(p => $"{f.Name}.{p.Name}"))];

    public static Function Named(string name) => (Function)Catalog.Find(name);
}
