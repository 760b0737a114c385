using System.Net;
using System.Net.Http.Json;

namespace Hillock.Web.Tests;

/// <summary>What the server answers about functions.</summary>
public sealed class FunctionsPagesTests(Site site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => new(Catalog.All.Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_function_has_a_page(string name)
    {
        using var client = await site.EnterAsync();
        var page = await client.GetStringAsync(new Uri($"/functions/{name}", UriKind.Relative), Stop);
        page.ShouldContain($"<h1>{name}</h1>");
        WebUtility.HtmlDecode(page).ShouldContain(Catalog.Find(name).Facts.Strengths);
    }

    [Theory]
    [InlineData("/functions/gleu", HttpStatusCode.NotFound, "Did you mean <a href=\"/functions/gelu\">")]
    [InlineData("/functions/%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.NotFound, "&lt;script&gt;")]
    [InlineData("/functions/..%2F..%2Fetc%2Fpasswd", HttpStatusCode.NotFound, "There is no function")]
    [InlineData("/functions/leaky_relu?alpha=high", HttpStatusCode.BadRequest, "is no number")]
    [InlineData("/functions/gelu?x=4:-4", HttpStatusCode.BadRequest, "from a smaller to a greater number")]
    [InlineData("/functions/gelu?x=far", HttpStatusCode.BadRequest, "as -4:4")]
    [InlineData("/functions?family=gatd", HttpStatusCode.BadRequest, "did you mean")]
    [InlineData("/functions?sort=price", HttpStatusCode.BadRequest, "there are family, name, cost, year, saturation")]
    [InlineData("/functions?property=nice", HttpStatusCode.BadRequest, "there are bounded")]
    [InlineData("/functions?q=%3Cb%3E", HttpStatusCode.OK, "value=\"&lt;b&gt;\"")]
    [InlineData("/own?f=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.OK, "&lt;/textarea&gt;&lt;script&gt;")]
    [InlineData("/own?f=x%20*%20%29", HttpStatusCode.OK, "^</pre>")]
    [InlineData("/functions/compare?f=gelu&f=gleu", HttpStatusCode.OK, "did you mean")]
    [InlineData("/functions/compare?f=%3Ci%3E", HttpStatusCode.OK, "&lt;i&gt;")]
    public async Task What_is_no_function_is_said_in_a_sentence(string path, HttpStatusCode status, string said)
    {
        using var client = await site.EnterAsync();
        client.DefaultRequestHeaders.Accept.Clear();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(status);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        page.ShouldContain(said);
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task What_takes_too_long_to_study_is_refused_and_nothing_is_no_function()
    {
        using var client = await site.EnterAsync();
        var many = string.Join('*', Enumerable.Range(0, 17).Select(k => $"sin(x+{k})"));
        using var study = await client.GetAsync(new Uri("/functions/about?f=" + Uri.EscapeDataString(many), UriKind.Relative), Stop);
        study.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await study.Content.ReadAsStringAsync(Stop)).ShouldContain("at most 16");
        using var time = await client.PostAsJsonAsync("/functions/time", new { }, Stop);
        time.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var far = await client.GetAsync(new Uri("/own?f=" + Uri.EscapeDataString("x*x0; x0=9e307"), UriKind.Relative), Stop);
        far.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/functions/about?f=", 1001)]
    [InlineData("/own/function.js?f=", 1001)]
    public async Task A_formula_that_is_too_long_is_refused(string path, int length)
    {
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri(path + new string('x', length), UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("at most 1000");
    }

    [Fact]
    public async Task A_formula_as_long_as_allowed_fits_into_an_address()
    {
        using var client = await site.EnterAsync();
        // Three bytes of UTF-8 each, nine characters in the address: a minus sign may be written as often as one likes.
        var formula = new string('−', 999) + "x";
        using var answer = await client.GetAsync(new Uri("/functions/about?f=" + Uri.EscapeDataString(formula), UriKind.Relative), Stop);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("nested deeper");
    }

    [Theory]
    [InlineData("q=hendrycks", "gelu,gelu_tanh,quick_gelu")]
    [InlineData("q=LeakyReLU", "leaky_relu")]
    [InlineData("family=rows&q=softmax&sort=name", "log_softmax,softmax")]
    [InlineData("property=bounded&property=cheap&family=rectifier&q=relu6", "relu6")]
    public async Task The_gallery_finds_what_is_asked_for(string query, string expected)
    {
        using var client = await site.EnterAsync();
        var found = await client.GetFromJsonAsync<Found>(new Uri("/functions/names?" + query, UriKind.Relative), Stop);
        expected.Split(',').ShouldBeSubsetOf(found!.Names);
        found.Names.Length.ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData("bounded", "sigmoid", "relu")]
    [InlineData("monotone", "relu", "gelu")]
    [InlineData("zero-centred", "tanh", "sigmoid")]
    [InlineData("smooth", "gelu", "relu")]
    [InlineData("cheap", "relu", "gelu")]
    [InlineData("self-gated", "silu", "tanh")]
    [InlineData("trainable", "prelu", "relu")]
    public async Task A_property_tells_functions_apart(string property, string with, string without)
    {
        using var client = await site.EnterAsync();
        var found = await client.GetFromJsonAsync<Found>(new Uri($"/functions/names?property={property}", UriKind.Relative), Stop);
        found!.Names.ShouldContain(with);
        found.Names.ShouldNotContain(without);
    }

    [Theory]
    [InlineData("cost", "relu", "gelu")]
    [InlineData("year", "swish", "tanh")]
    [InlineData("saturation", "leaky_relu", "sigmoid")]
    [InlineData("name", "elu", "gelu")]
    public async Task Sorting_puts_one_before_the_other(string sort, string first, string second)
    {
        using var client = await site.EnterAsync();
        var found = await client.GetFromJsonAsync<Found>(new Uri($"/functions/names?sort={sort}", UriKind.Relative), Stop);
        found!.Names.Length.ShouldBe(Catalog.All.Count);
        Array.IndexOf(found.Names, first).ShouldBeLessThan(Array.IndexOf(found.Names, second));
    }

    [Fact]
    public async Task The_gallery_is_small_on_its_way()
    {
        using var client = await site.EnterAsync();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var bytes = await client.GetByteArrayAsync(new Uri("/functions", UriKind.Relative), Stop);
        bytes.Length.ShouldBeLessThan(150_000);
        bytes[0].ShouldBe((byte)0x1F);
    }

    [Fact]
    public async Task Another_spelling_leads_to_the_function()
    {
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri("/functions/Leaky-ReLU?alpha=0.2", UriKind.Relative), Stop);
        answer.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/functions/leaky_relu?alpha=0.2");
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("leaky_relu(alpha=0.2)");
    }

    [Fact]
    public async Task A_function_is_timed_on_request()
    {
        using var client = await site.EnterAsync();
        using var answer = await client.PostAsJsonAsync(new Uri("/functions/time", UriKind.Relative), new { f = "x * sigmoid(1.7*x)" }, Stop);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("nanoseconds");
    }

    private sealed record Found(string[] Names, string Told);
}
