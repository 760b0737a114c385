using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Hillock.Web.Tests;

/// <summary>What the addresses under /experiments answer to whoever is let in, well-meaning or not.</summary>
[Collection("experiments")]
public sealed class ExperimentTests(Site site)
{
    private static readonly Dictionary<string, string> Long = new()
    {
        ["activations"] = "relu,gelu,tanh", ["data"] = "glyphs", ["network"] = "cnn", ["seeds"] = "10", ["epochs"] = "500",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nothing-of-that-name")]
    [InlineData("..")]
    [InlineData("%2e%2e")]
    [InlineData("..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("..%5c..%5cetc%5cpasswd")]
    [InlineData("%00")]
    public async Task What_is_not_in_the_store_is_not_there(string id)
    {
        using var client = await site.EnterAsync();
        foreach (var path in new[] { "", "/live", "/report" })
        {
            using var answer = await client.GetAsync(new Uri($"/experiments/{id}{path}", UriKind.Relative), Stop);
            // A browser folds /experiments/.. into /, which is the start page.
            (answer.StatusCode == HttpStatusCode.NotFound || (int)answer.StatusCode == 400 || answer.RequestMessage!.RequestUri!.AbsolutePath is "/" or "/live" or "/report").ShouldBeTrue($"{answer.StatusCode} {path}");
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("root:");
        }
        using var deleted = await Post(client, $"/experiments/{id}/delete", []);
        deleted.IsSuccessStatusCode.ShouldBeFalse();
        Directory.Exists(site.Runs).ShouldBeTrue();
    }

    [Theory]
    [InlineData("activations", "relu,rleu", "rleu")]
    [InlineData("activations", "", "")]
    [InlineData("activations", "relu,relu", "once is enough")]
    [InlineData("activations", "relu,gelu,tanh,silu,mish,elu,selu,sigmoid,linear", "from 1 to 8")]
    [InlineData("activations", "x * (", "")]
    [InlineData("data", "/etc/passwd", "no data")]
    [InlineData("data", "../../etc/passwd", "no data")]
    [InlineData("network", "conv 100000 3x3, {act}", "no network")]
    [InlineData("network", "cnn", "")]
    [InlineData("layers", "51", "from 1 to 50")]
    [InlineData("layers", "-1", "from 1 to 50")]
    [InlineData("units", "100000000000", "from 1 to 256")]
    [InlineData("seeds", "0", "from 1 to 10")]
    [InlineData("seeds", "11", "from 1 to 10")]
    [InlineData("epochs", "501", "from 1 to 500")]
    [InlineData("epochs", "many", "from 1 to 500")]
    public async Task A_form_that_is_not_right_comes_back_with_a_sentence(string field, string value, string sentence)
    {
        using var client = await site.EnterAsync();
        var before = Directory.GetDirectories(site.Runs).Length;
        using var answer = await Post(client, "/experiments", new() { ["activations"] = "relu", ["data"] = "moons", ["seeds"] = "1", ["epochs"] = "1", [field] = value });
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        page.ShouldContain("That does not work.");
        page.ShouldContain(sentence);
        page.ShouldContain($"value=\"{(field == "activations" ? value : "relu")}\"");
        Directory.GetDirectories(site.Runs).Length.ShouldBe(before);
    }

    [Fact]
    public async Task One_runs_at_a_time_and_what_is_stopped_can_go_on_or_be_deleted()
    {
        using var client = await site.EnterAsync();
        using var started = await Post(client, "/experiments", Long);
        started.StatusCode.ShouldBe(HttpStatusCode.OK);
        var path = started.RequestMessage!.RequestUri!.AbsolutePath;
        (await started.Content.ReadAsStringAsync(Stop)).ShouldContain("running");
        using (var second = await Post(client, "/experiments", Long))
        {
            second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await second.Content.ReadAsStringAsync(Stop)).ShouldContain("only one can at a time");
        }
        using (var tooSoon = await Post(client, $"{path}/delete", []))
        {
            tooSoon.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        using (var stopped = await Post(client, $"{path}/stop", []))
        {
            var page = await stopped.Content.ReadAsStringAsync(Stop);
            page.ShouldContain("interrupted");
            page.ShouldContain("--resume");
        }
        using (var again = await Post(client, $"{path}/stop", []))
        {
            again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        using (var report = await client.GetAsync(new Uri($"{path}/report", UriKind.Relative), Stop))
        {
            report.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await report.Content.ReadAsStringAsync(Stop)).ShouldContain("not finished");
        }
        using var deleted = await Post(client, $"{path}/delete", []);
        deleted.IsSuccessStatusCode.ShouldBeTrue();
        using var gone = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_changes_something_needs_the_token_of_a_page()
    {
        var id = ExperimentKept.Finished(site);
        using var client = await site.EnterAsync();
        client.DefaultRequestHeaders.Remove("X-Hillock-Token");
        foreach (var path in new[] { "/experiments", $"/experiments/{id}/stop", $"/experiments/{id}/delete" })
        {
            using var answer = await Post(client, path, new() { ["activations"] = "relu" });
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        Directory.Exists(Path.Combine(site.Runs, id)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_report_of_what_is_kept_may_use_its_own_styles_and_nothing_else()
    {
        var id = ExperimentKept.Finished(site);
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri($"/experiments/{id}/report?download", UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{id}.html");
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        var page = await answer.Content.ReadAsStringAsync(Stop);
        page.ShouldContain("2 networks on moons");
        page.ShouldNotContain("<script");
        var style = page.Split("<style>")[1].Split("</style>")[0];
        policy.ShouldContain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var id = ExperimentKept.Finished(site);
        using var client = await site.EnterAsync();
        var live = await client.GetStringAsync(new Uri($"/experiments/{id}/live", UriKind.Relative), Stop);
        var version = live.Split("data-version=\"")[1].Split('"')[0];
        using var again = await client.GetAsync(new Uri($"/experiments/{id}/live?seen={Uri.EscapeDataString(version)}", UriKind.Relative), Stop);
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?id=a")]
    [InlineData("?id=a&id=b&id=c")]
    public async Task Two_are_compared_neither_more_nor_less(string query)
    {
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri($"/experiments/compare{query}", UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("two can be compared");
    }

    [Fact]
    public async Task A_broken_file_is_named_and_its_experiment_can_be_deleted()
    {
        var id = ExperimentKept.Finished(site);
        await File.WriteAllTextAsync(Path.Combine(site.Runs, id, "1", "settings.json"), "{ \"data\": 1", Stop);
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri($"/experiments/{id}", UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("settings.json");
        (await client.GetStringAsync(new Uri("/experiments", UriKind.Relative), Stop)).ShouldContain("broken");
        using var deleted = await Post(client, $"/experiments/{id}/delete", []);
        deleted.IsSuccessStatusCode.ShouldBeTrue();
        Directory.Exists(Path.Combine(site.Runs, id)).ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
    }
}
