using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hillock.ApiReference;

/// <summary>One page: the types of a folder with their members.</summary>
internal static class Page
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    /// <summary>The text of a page.</summary>
    public static string Of(string path, IReadOnlyList<PublicType> types, Links links)
    {
        List<string> lines =
        [
            $"# {types[0].Library}: {types[0].Idea}", "",
            "<!-- Generated from the XML documentation by tools/Hillock.ApiReference; do not edit. -->", "",
        ];
        foreach (var type in types)
        {
            lines.AddRange([$"## `{type.Name}`", "", "```csharp", Header(type.Symbol), "```", ""]);
            var comment = Comment.Of(type.Symbol, links, path);
            foreach (var text in new[] { comment.Summary, comment.Remarks }.Where(text => text.Length > 0))
            {
                lines.AddRange([text, ""]);
            }

            if (comment.Example.Length > 0)
            {
                lines.AddRange(["```csharp", comment.Example, "```", ""]);
            }

            List<string> members = [.. Details(comment, ""), .. Members(type.Symbol, links, path)];
            lines.AddRange(members.Count > 0 ? [.. members, ""] : []);
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type, Links links, string path) =>
        from member in type.GetMembers()
        where member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected && !member.IsImplicitlyDeclared
            && member is not IMethodSymbol { AssociatedSymbol: not null } and not INamedTypeSymbol && !IsPositional(member)
        let comment = Comment.Of(member, links, path)
        where comment.Exists
        from line in (comment.IsInherited ? [] : Details(comment, "  ")).Prepend($"- `{member.ToDisplayString(Signature)}`: {Joined(comment.Summary, comment.Remarks)}")
        select line;

    /// <summary>The constructor and the properties of a record that its header declares and describes.</summary>
    private static bool IsPositional(ISymbol member) => member.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax or ParameterSyntax;

    private static IEnumerable<string> Details(Comment comment, string indent) =>
        comment.Parameters.Select(p => $"{indent}- `{p.Name}`: {Joined(p.Text)}")
            .Concat(comment.Returns.Length > 0 ? [$"{indent}- Returns: {Joined(comment.Returns)}"] : [])
            .Concat(comment.Exceptions.Select(e => $"{indent}- Throws `{e.Name}`: {Joined(e.Text)}"));

    private static string Joined(params string[] texts) =>
        string.Join(' ', texts.Where(text => text.Length > 0)).Replace("\n\n", " ", StringComparison.Ordinal);

    /// <summary>The declaration as it is written, without its body.</summary>
    private static string Header(INamedTypeSymbol type)
    {
        MemberDeclarationSyntax bare = type.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            EnumDeclarationSyntax e => Bare(e.WithMembers(default)),
            TypeDeclarationSyntax t => Bare(t.WithMembers(default)),
            var other => (MemberDeclarationSyntax)other,
        };
        return bare.WithAttributeLists(default).WithoutTrivia().NormalizeWhitespace(eol: "\n").ToString();
    }

    private static BaseTypeDeclarationSyntax Bare(BaseTypeDeclarationSyntax type) =>
        type.WithOpenBraceToken(default).WithCloseBraceToken(default).WithSemicolonToken(default);
}
