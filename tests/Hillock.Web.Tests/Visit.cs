using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Hillock.Web.Tests;

/// <summary>Somebody who looks at a page, and whom every error in it and every request that leaves the site is told.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _troubles = [];

    public Visit(IBrowserContext context, IPage page, Uri site)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"error: {error}");
        page.Request += (_, request) => Note(!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal), $"outside: {request.Url}");
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Troubles that the test has caused on purpose are taken from the list.</summary>
    public void Forgive(string part) => _troubles.RemoveAll(trouble => trouble.Contains(part, StringComparison.Ordinal));

    /// <summary>A picture of the whole page in artifacts/screens, to be looked at by people.</summary>
    public Task Picture(string name) => Page.ScreenshotAsync(new() { Path = Hillock.Tests.Repository.Path($"artifacts/screens/{name}.png"), FullPage = true });

    /// <summary>What axe finds wrong for people who cannot see, hear or point.</summary>
    public async Task ShouldBeAccessible()
    {
        var found = await Page.RunAxe();
        found.Violations.Select(Told).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _troubles.ShouldBeEmpty();
    }

    private static string Told(AxeResultItem item) => $"{item.Id}: {item.Help}: {string.Join("; ", item.Nodes.Take(3).Select(node => node.Html))}";

    private void Note(bool isTrouble, string trouble)
    {
        if (isTrouble)
        {
            _troubles.Add(trouble);
        }
    }
}
