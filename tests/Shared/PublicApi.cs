using System.Reflection;

namespace Hillock.Tests;

/// <summary>The public surface as text, held against an approved file: a change of it is a change that a reviewer sees.</summary>
/// <remarks>To approve a change, run the tests with HILLOCK_APPROVE=1 and commit the file.</remarks>
internal static class PublicApi
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static void ShouldBeApproved(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        var path = Repository.Path($"tests/{name}.Tests/Architecture/{name}.api.txt");
        var actual = string.Join('\n', assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal).SelectMany(Lines)) + "\n";
        Approved.ShouldSay(path, actual, $"the public API of {name}; approve with HILLOCK_APPROVE=1");
    }

    private static IEnumerable<string> Lines(Type type) =>
        type.GetMembers(Members).Where(Visible).Select(m => $"    {Kind(m)}{m}").Where(line => !line.Contains('<', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Prepend(Header(type));

    private static string Header(Type type) =>
        $"{(type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : "class")} {type}";

    private static string Kind(MemberInfo member) => member is MethodBase { IsStatic: true } or FieldInfo { IsStatic: true } ? "static " : "";

    private static bool Visible(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && method.Name is not ("PrintMembers" or "Finalize"),
        FieldInfo field => field.IsPublic && !field.IsSpecialName,
        Type nested => nested.IsNestedPublic,
        _ => false,
    };
}
