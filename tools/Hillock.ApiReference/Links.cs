using Microsoft.CodeAnalysis;

namespace Hillock.ApiReference;

/// <summary>Links from one page to the types of another.</summary>
internal sealed class Links(IEnumerable<PublicType> types)
{
    private readonly Dictionary<string, PublicType> byId = types.ToDictionary(type => type.Symbol.GetDocumentationCommentId()!);

    /// <summary>A type, by name, linked where it is described.</summary>
    public string To(INamedTypeSymbol type, string fromPage) => To(type.OriginalDefinition.GetDocumentationCommentId()!, fromPage, null);

    /// <summary>What a documentation comment refers to, by name, linked where its type is described.</summary>
    public string To(string id, string fromPage, string? text)
    {
        var typeId = id[0] == 'T' ? id : "T:" + TypeOf(id[2..]);
        var name = text ?? Name(id);
        return byId.TryGetValue(typeId, out var type) ? $"[`{name}`]({Address(type, fromPage)})" : $"`{name}`";
    }

    private static string Address(PublicType type, string fromPage)
    {
        var anchor = string.Concat(type.Name.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '_'));
        var page = type.Page == fromPage ? ""
            : Path.GetRelativePath(Path.GetDirectoryName("/" + fromPage)!, "/" + type.Page).Replace('\\', '/');
        return $"{page}#{anchor}";
    }

    /// <summary>The type in the id of a member.</summary>
    private static string TypeOf(string member)
    {
        var name = member.Split('(')[0];
        return name[..name.LastIndexOf('.')];
    }

    /// <summary>The last part of an id's name; a member with its type, arguments left out.</summary>
    private string Name(string id)
    {
        var parts = id[2..].Split('(')[0].Split('.').Select(part => part.Split('`')[0]).ToArray();
        return byId.TryGetValue(id, out var type) ? type.Name
            : id[0] == 'T' ? parts[^1]
            : string.Join('.', parts[^2..]);
    }
}
