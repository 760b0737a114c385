using System.Reflection;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hillock.Web;

/// <summary>A lesson: a page of text with something to move.</summary>
/// <param name="Number">Its place, from 1 on.</param>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Summary">Its first paragraph.</param>
/// <param name="Html">The page.</param>
public sealed record Lesson(int Number, string Name, string Title, string Summary, string Html)
{
    private const string Folder = "lessons/", Extension = ".md";

    // Texts are ours; that raw HTML is off keeps them what they seem.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Use<MoveBlocks>().Build();

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<Lesson> All { get; } = Read();

    /// <summary>The text as page.</summary>
    internal static string Rendered(string markdown) => Markdown.ToHtml(markdown, Pipeline);

    private static IReadOnlyList<Lesson> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select((name, i) =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var text = reader.ReadToEnd();
                var document = Markdown.Parse(text, Pipeline);
                // 01-why.md: the number orders, the rest names.
                return new Lesson(
                    i + 1, name[Folder.Length..^Extension.Length].Split('-', 2)[1], Plain(document.Descendants<HeadingBlock>().First().Inline!),
                    Plain(document.Descendants<ParagraphBlock>().First().Inline!), Rendered(text));
            }),
        ];
    }

    private static string Plain(ContainerInline inline) =>
        string.Concat(inline.Descendants().Select(one => one switch { LiteralInline text => text.Content.ToString(), CodeInline code => code.Content, LineBreakInline => " ", _ => "" }));
}
