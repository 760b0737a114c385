using System.Text.RegularExpressions;

namespace Hillock.Cli;

/// <summary>Texts fit for a page of Markdown.</summary>
internal static partial class Markdown
{
    /// <summary>As it is, within a table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>In the letters of code, within a table.</summary>
    public static string Code(string text) => $"`{Cell(text)}`";

    /// <summary>With what arXiv and doi name linked to.</summary>
    public static string Linked(string text) => Paper().Replace(text, paper =>
        $"[{paper.Value}]({(paper.Groups["arXiv"].Success ? $"https://arxiv.org/abs/{paper.Groups["arXiv"]}" : $"https://doi.org/{paper.Groups["doi"]}")})");

    /// <summary>Where a heading is, within its page.</summary>
    public static string Anchor(string heading) => heading.ToLowerInvariant();

    [GeneratedRegex(@"arXiv:(?<arXiv>\d{4}\.\d{4,5})|doi:(?<doi>10\.\d{4,9}/[^\s,;]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Paper();
}
