using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Hillock.Web.Tests.Site))]

namespace Hillock.Web.Tests;

/// <summary>A running site with an empty folder for runs, and a browser to look at it. One for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string? Chromium = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    private readonly Scratch _runs = new();
    private readonly SemaphoreSlim _entering = new(1, 1);
    private HillockSite _site = null!;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _state;

    /// <summary>The address without path.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The address that lets in.</summary>
    public Uri Door => _site.Address;

    /// <summary>All that can be asked for, except what stands for all else.</summary>
    public IEnumerable<RouteEndpoint> Endpoints => _site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith("{*", StringComparison.Ordinal));

    /// <summary>The folder for runs.</summary>
    public string Runs => _runs.Folder;

    public async ValueTask InitializeAsync()
    {
        _site = new(new() { Port = 0, Runs = _runs.Folder, Token = Token });
        await _site.StartAsync(TestContext.Current.CancellationToken);
        Address = new(_site.Address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>The token that lets in.</summary>
    public static string Token => "a token for the tests";

    /// <summary>A client that has been let in, with the token of a page for what it posts.</summary>
    public async Task<HttpClient> EnterAsync()
    {
        // The client disposes of its handler.
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = Address };
        using var entered = await client.GetAsync(new Uri(_site.Address.PathAndQuery, UriKind.Relative), TestContext.Current.CancellationToken);
        entered.EnsureSuccessStatusCode();
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        const string Before = "<meta name=\"token\" content=\"";
        var start = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        client.DefaultRequestHeaders.Add("X-Hillock-Token", page[start..page.IndexOf('"', start)]);
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        return client;
    }

    /// <summary>A page of a browser that has been let in. What it reports as an error, and what it asks of others, fails the test when it is disposed.</summary>
    public async Task<Visit> VisitAsync(string path, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(Chromium is null, "No chromium: install Debian's, or name another in CHROMIUM.");
        await _entering.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
            if (_state is null)
            {
                await using var first = await _browser.NewContextAsync();
                var page = await first.NewPageAsync();
                await page.GotoAsync(_site.Address.ToString());
                _state = await first.StorageStateAsync();
            }
        }
        finally
        {
            _entering.Release();
        }
        var context = await _browser.NewContextAsync(new(options ?? new()) { BaseURL = Address.ToString(), StorageState = _state });
        var visit = new Visit(context, await context.NewPageAsync(), Address);
        await visit.Page.GotoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        await _site.DisposeAsync();
        _entering.Dispose();
        _runs.Dispose();
    }
}
