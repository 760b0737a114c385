using System.Reflection;

namespace Hillock.Tests;

/// <summary>What must hold of the code itself.</summary>
public class InliningTests
{
    private static readonly Assembly Library = typeof(Relu).Assembly;

    [Fact]
    public void Every_body_asks_to_be_inlined()
    {
        var bodies = Library.GetTypes()
            .Where(t => t.IsValueType && typeof(IActivation).IsAssignableFrom(t))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.Name == "Of"))
            .ToList();
        bodies.Count.ShouldBeGreaterThan(Catalog.Functions.Count);
        bodies.Where(m => !m.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void The_library_depends_on_nothing_outside_dotnet() =>
        Library.GetReferencedAssemblies().Where(a => !a.Name!.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();
}
