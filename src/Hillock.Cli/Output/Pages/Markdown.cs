namespace Hillock.Cli;

/// <summary>Texts fit for a page of Markdown.</summary>
internal static class Markdown
{
    /// <summary>As it is, within a table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>In the letters of code, within a table.</summary>
    public static string Code(string text) => $"`{Cell(text)}`";

    /// <summary>With what arXiv and doi name linked to.</summary>
    public static string Linked(string text) => string.Concat(Paper.Parts(text).Select(part => part.Address is { } address ? $"[{part.Text}]({address})" : part.Text));

    /// <summary>Where a heading is, within its page.</summary>
    public static string Anchor(string heading) => heading.ToLowerInvariant();
}
