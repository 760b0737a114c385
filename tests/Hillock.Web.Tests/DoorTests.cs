using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Case = Shouldly.Case;

namespace Hillock.Web.Tests;

/// <summary>Who may come in, and what strangers, other sites and broken programs are told.</summary>
public sealed class DoorTests(Site site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every path of the site, with a word in place of what varies.</summary>
    private IEnumerable<string> Paths => site.Endpoints.Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "x"))))).Distinct();

    [Fact]
    public async Task Without_the_cookie_every_path_is_closed()
    {
        using var stranger = new HttpClient { BaseAddress = site.Address };
        Paths.ShouldContain("/assets/x");
        foreach (var path in Paths)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, path);
                using var answer = await stranger.SendAsync(request, Stop);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
            }
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("169.254.169.254")]
    public async Task A_name_that_only_points_here_is_refused(string host)
    {
        using var client = await site.EnterAsync();
        client.DefaultRequestHeaders.Host = host;
        foreach (var path in Paths)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest, path);
        }
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_another_site_causes_is_refused_even_with_the_cookie(string header, string value)
    {
        using var client = await site.EnterAsync();
        client.DefaultRequestHeaders.Add(header, value);
        foreach (var path in Paths)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task What_changes_something_needs_the_token_of_a_page()
    {
        using var client = await site.EnterAsync();
        client.DefaultRequestHeaders.Remove("X-Hillock-Token");
        foreach (var path in Paths)
        {
            using var answer = await client.PostAsJsonAsync(path, new { }, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("Not from one of our pages", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_alone_and_for_no_script()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var answer = await client.GetAsync(site.Door, Stop);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
    }

    [Theory]
    [InlineData("/enter")]
    [InlineData("/enter?token=")]
    [InlineData("/enter?token=wrong")]
    [InlineData("/enter?token=a%00token")]
    public async Task A_wrong_token_lets_nobody_in(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_without_an_answer_does_not_spend_the_token()
    {
        using var runs = new Scratch();
        await using var other = new HillockSite(new() { Port = 0, Runs = runs.Folder });
        await other.StartAsync(Stop);
        using var client = new HttpClient();
        using var head = new HttpRequestMessage(HttpMethod.Head, other.Address);
        using var refused = await client.SendAsync(head, Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Status(client, other.Address)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_sites_on_one_machine_keep_their_cookies_apart()
    {
        using var runs = new Scratch();
        await using var other = new HillockSite(new() { Port = 0, Runs = runs.Folder });
        await other.StartAsync(Stop);
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        foreach (var (door, home) in new[] { (site.Door, site.Address), (other.Address, new Uri(other.Address, "/")) })
        {
            (await Status(client, door)).ShouldBe(HttpStatusCode.OK);
            (await Status(client, home)).ShouldBe(HttpStatusCode.OK);
        }
        cookies.GetCookies(site.Address).Select(cookie => cookie.Name).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task What_comes_in_parts_is_refused_before_it_is_read()
    {
        using var client = await site.EnterAsync();
        using var parts = new MultipartFormDataContent { { new ByteArrayContent(new byte[100_000]), "file", "a.bin" } };
        using var answer = await client.PostAsync(new Uri("/experiments", UriKind.Relative), parts, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Every_answer_forbids_what_pages_do_not_need()
    {
        using var client = await site.EnterAsync();
        foreach (var path in Paths)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'", Case.Sensitive, path);
            policy.ShouldContain("frame-ancestors 'none'", Case.Sensitive, path);
            policy.ShouldNotContain("unsafe", Case.Sensitive, path);
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff", path);
            answer.Headers.Contains("Server").ShouldBeFalse(path);
        }
    }

    [Theory]
    [InlineData("/assets/../Hillock.Web.dll")]
    [InlineData("/assets/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets//etc/passwd")]
    [InlineData("/assets/site.css%00.js")]
    [InlineData("/etc/passwd")]
    [InlineData("/.env")]
    public async Task No_path_leads_to_a_file(string path)
    {
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri(site.Address + path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), Stop);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var client = await site.EnterAsync();
        // The server says no before three megabytes are on their way.
        client.DefaultRequestHeaders.ExpectContinue = true;
        foreach (var path in site.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
        {
            using var body = new StringContent("\"" + new string('a', 3 << 20) + "\"", Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body, Stop);
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, path);
        }
    }

    [Fact]
    public async Task The_printed_address_lets_in_once()
    {
        using var runs = new Scratch();
        await using var other = new HillockSite(new() { Port = 0, Runs = runs.Folder });
        await other.StartAsync(Stop);
        using HttpClient first = new(), second = new();
        (await Status(first, other.Address)).ShouldBe(HttpStatusCode.OK);
        (await Status(second, other.Address)).ShouldBe(HttpStatusCode.Forbidden);
        // Whoever is in may open it again.
        (await Status(first, other.Address)).ShouldBe(HttpStatusCode.OK);
        (await Status(first, new(other.Address, "/"))).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address, Stop);
        return answer.StatusCode;
    }
}
