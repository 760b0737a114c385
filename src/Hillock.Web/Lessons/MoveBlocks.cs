using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Hillock.Web;

/// <summary>Turns a fenced block <c>```move depth</c> into the move of that name: its controls, which a script brings to life.</summary>
internal sealed class MoveBlocks : IMarkdownExtension
{
    private const string Word = "move";

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new Blocks());
        }
    }

    private sealed class Blocks : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            if (obj is FencedCodeBlock { Info: Word } fenced)
            {
                renderer.Write(MarkupOf(fenced.Arguments ?? ""));
            }
            else
            {
                base.Write(renderer, obj);
            }
        }

        /// <summary>A text that names no move has no reader: it fails when lessons are first read, in a test.</summary>
        private static string MarkupOf(string name)
        {
            var move = Move.All.First(one => one.Name == name);
            var controls = string.Concat(move.Controls.Select(control => $"<label>{WebUtility.HtmlEncode(control.Label)}{control.Markup}</label>"));
            return $"""
                <section class="move panel" data-move="{move.Name}" aria-label="{WebUtility.HtmlEncode(move.Label)}">
                <form class="controls row">{controls}</form>
                <p class="told" role="status"></p><p class="problem" role="alert" hidden></p>
                <div class="seen"></div>
                <noscript><p>This piece moves with a script, which this browser does not run.</p></noscript>
                </section>

                """;
        }
    }
}
