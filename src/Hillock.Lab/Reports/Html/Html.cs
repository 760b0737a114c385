using System.Net;
using System.Text;

namespace Hillock.Lab;

/// <summary>Pieces of a page. Whatever comes from outside, names and formulas too, goes through <see cref="Text"/>.</summary>
internal static class Html
{
    /// <summary>A text as it may stand in a page.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A table that can be pushed sideways where it is too wide.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="header">The columns; one that begins with &gt; holds numbers.</param>
    /// <param name="rows">The cells as markup; the first of a row is its name.</param>
    public static string Table(string caption, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var html = new StringBuilder($"<div class=wide><table><caption>{Text(caption)}</caption><thead><tr>");
        string Kind(int column) => header[column].StartsWith('>') ? " class=n" : "";
        foreach (var (i, name) in header.Index())
        {
            html.Append($"<th scope=col{Kind(i)}>{Text(name.TrimStart('>'))}</th>");
        }
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>").Append($"<th scope=row{Kind(0)}>{row[0]}</th>").AppendJoin("", row.Skip(1).Select((cell, i) => $"<td{Kind(i + 1)}>{cell}</td>")).Append("</tr>\n");
        }
        return html.Append("</tbody></table></div>\n").ToString();
    }

    /// <summary>Something that is folded away until it is wanted; open on paper.</summary>
    public static string Folded(string summary, string content, bool isOpen = false) =>
        $"<details{(isOpen ? " open" : "")}><summary>{Text(summary)}</summary>\n{content}</details>\n";

    /// <summary>A picture with a sentence, and the numbers behind it.</summary>
    public static string Figure(string svg, string caption, string table) =>
        $"<figure>{svg}<figcaption>{Text(caption)}</figcaption></figure>\n{Folded("The numbers", table)}";
}
