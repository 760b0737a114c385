using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Hillock.ApiReference;

/// <summary>A documentation comment as Markdown, with what it inherits.</summary>
internal sealed partial class Comment
{
    private readonly XElement? element;
    private readonly Links links;
    private readonly string page;

    private Comment(XElement? element, bool isInherited, Links links, string page) =>
        (this.element, IsInherited, this.links, this.page) = (element, isInherited, links, page);

    /// <summary>Whether there is one.</summary>
    public bool Exists => element is not null;

    /// <summary>Whether it stands in full at another member, of a base type or an interface.</summary>
    public bool IsInherited { get; }

    public string Summary => Text(element?.Element("summary"));

    public string Remarks => Text(element?.Element("remarks"));

    public string Returns => Text(element?.Element("returns"));

    /// <summary>The code of the example.</summary>
    public string Example => element?.Element("example")?.Value.Trim('\n') ?? "";

    /// <summary>Parameters and type parameters with what they are.</summary>
    public IEnumerable<(string Name, string Text)> Parameters => Named("typeparam", "name").Concat(Named("param", "name"));

    /// <summary>Exceptions with when they are thrown.</summary>
    public IEnumerable<(string Name, string Text)> Exceptions => Named("exception", "cref").Select(e => (e.Name.Split('.', ':')[^1], e.Text));

    public static Comment Of(ISymbol symbol, Links links, string page) => new(
        Resolved(symbol), Overridden(symbol) is { } source && Resolved(source)?.Value == Resolved(symbol)?.Value, links, page);

    private static XElement? Resolved(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml) || XElement.Parse(xml) is not { } element || !element.HasElements)
        {
            return null;
        }

        return element.Element("inheritdoc") is not { } inherit ? element
            : (Cited(symbol, inherit) ?? Overridden(symbol)) is { } source ? Resolved(source)
            : null;
    }

    private static ISymbol? Cited(ISymbol symbol, XElement inherit) => inherit.Attribute("cref")?.Value is { } id
        ? symbol.ContainingType.GetMembers().FirstOrDefault(member => member.GetDocumentationCommentId() == id)
        : null;

    /// <summary>The member of a base type or interface that this one stands for.</summary>
    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
            ?.OriginalDefinition,
    };

    private IEnumerable<(string Name, string Text)> Named(string tag, string attribute) =>
        element?.Elements(tag).Select(e => (e.Attribute(attribute)!.Value, Text(e))) ?? [];

    private string Text(XElement? part) =>
        part is null ? "" : Blanks().Replace(string.Concat(part.Nodes().Select(Text)), " ").Replace(Paragraph, "\n\n", StringComparison.Ordinal).Trim();

    private string Text(XNode node) => node switch
    {
        XText text => Escaped(text.Value),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "para" } paragraph => Text(paragraph) + Paragraph,
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => $"`{reference.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref")?.Value is { } id =>
            links.To(id, page, see.Value is { Length: > 0 } shown ? shown : null),
        XElement { Name.LocalName: "see" } see => see.Attribute("langword")?.Value is { } word ? $"`{word}`" : $"<{see.Attribute("href")!.Value}>",
        XElement other => Text(other),
        _ => "",
    };

    // A paragraph's end survives the joining of lines.
    private const string Paragraph = "\u2029";

    private static string Escaped(string text) =>
        text.Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
