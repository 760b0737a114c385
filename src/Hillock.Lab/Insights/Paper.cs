using System.Text.RegularExpressions;

namespace Hillock.Lab;

/// <summary>Where the papers are that a text names.</summary>
public static partial class Paper
{
    /// <summary>A text in parts, those that name a paper on arXiv or by its doi with its address; the others with <c>null</c>.</summary>
    public static IEnumerable<(string Text, Uri? Address)> Parts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = 0;
        foreach (Match paper in Named().Matches(text))
        {
            if (paper.Index > end)
            {
                yield return (text[end..paper.Index], null);
            }

            yield return (paper.Value, new(paper.Groups["arXiv"].Success ? $"https://arxiv.org/abs/{paper.Groups["arXiv"]}" : $"https://doi.org/{paper.Groups["doi"]}"));
            end = paper.Index + paper.Length;
        }

        if (end < text.Length)
        {
            yield return (text[end..], null);
        }
    }

    [GeneratedRegex(@"arXiv:(?<arXiv>\d{4}\.\d{4,5})|doi:(?<doi>10\.\d{4,9}/[^\s,;]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
