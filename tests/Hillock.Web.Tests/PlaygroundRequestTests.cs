using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Hillock.Web.Tests;

/// <summary>The playground's addresses, and what they refuse.</summary>
public sealed class PlaygroundRequestTests(Site site)
{
    public static TheoryData<string, string> Refused => new()
    {
        { "{\"layers\":[" + string.Join(',', Enumerable.Repeat("{\"units\":4,\"activation\":\"relu\"}", 11)) + "]}", "at most 10" },
        { "{\"layers\":[{\"units\":65,\"activation\":\"relu\"}]}", "from 1 to 64" },
        { "{\"layers\":[{\"units\":0,\"activation\":\"relu\"}]}", "from 1 to 64" },
        { "{\"layers\":[{\"units\":4}]}", "no activation" },
        { "{\"layers\":[{\"units\":4,\"activation\":\"gleu\"}]}", "gelu" },
        { "{\"layers\":[{\"units\":4,\"activation\":\"x +\"}]}", "x +" },
        { $"{{\"layers\":[{{\"units\":4,\"activation\":\"{new string('x', 301)}\"}}]}}", "at most 300" },
        { "{\"layers\":[null]}", "list of" },
        { "{\"layers\":null}", "list of" },
        { "{\"against\":\"nosuchfunction\"}", "nosuchfunction" },
        { "{\"samples\":1001}", "from 20 to 1000" },
        { "{\"samples\":-5}", "from 20 to 1000" },
        { "{\"noise\":-1}", "from 0 to 10" },
        { "{\"rate\":0}", "above 0" },
        { "{\"rate\":1e300}", "above 0" },
        { "{\"batch\":0}", "from 1 to 256" },
        { "{\"seed\":9007199254740992}", "too large" },
        { "{\"seed\":-1}", "$.seed" },
        { "{\"step\":100001}", "up to 100000 steps" },
        { "{\"speed\":1}", "steps a second" },
        { "{\"norm\":\"group\"}", "none, batch, layer" },
        { "{\"norm\":null}", "none, batch, layer" },
        { "{\"data\":\"mnist\"}", "spiral" },
        { "{\"data\":\"/etc/passwd\"}", "there is no data" },
        { "{\"data\":null}", "spiral" },
        { "{\"data\":\"own\"}", "choose its file again" },
        { "{\"data\":\"own\",\"csv\":\"a,b\\n1,2\\n3\"}", "line 3" },
        { "{\"data\":\"own\",\"csv\":\"\"}", "empty" },
        { $"{{\"data\":\"own\",\"csv\":\"{new string('1', 500_001)}\"}}", "at most 500000" },
        { "{\"init\":\"xavier\"}", "glorot" },
        { "{\"init\":null}", "are names" },
        { "{\"optimizer\":null}", "are names" },
        { $"{{\"csvName\":\"{new string('n', 201)}\"}}", "at most 200" },
        { $"{{\"data\":\"own\",\"csv\":\"x,kind{string.Concat(Enumerable.Range(0, 200).Select(i => $"\\n{i},class{i % 60}"))}\"}}", "at most 50" },
        { "{\"optimizer\":\"admm\"}", "adam" },
        { "null", "null is sent" },
        { "[]", "not readable" },
        { "", "not readable" },
        { "{\"layers\":", "$.layers" },
        { "{\"rate\":NaN}", "$.rate" },
        { "{\"rate\":\"fast\"}", "$.rate" },
        { "{\"surprise\":1}", "$.surprise" },
        { new string('[', 10_000), "not readable" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_too_much_or_not_right_is_refused_with_its_sentence(string body, string sentence)
    {
        using var client = await site.EnterAsync();
        using var answer = await Post(client, "/playground/sessions", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Error(answer)).ShouldContain(sentence);
    }

    [Theory]
    [InlineData("{\"do\":\"explode\"}", "run, pause, step")]
    [InlineData("{}", "there is no command")]
    [InlineData("{\"do\":\"speed\",\"speed\":3}", "steps a second")]
    [InlineData("{\"do\":\"rate\",\"rate\":-1}", "above 0")]
    [InlineData("{\"do\":\"activations\"}", "0 activations")]
    [InlineData("{\"do\":\"activations\",\"activations\":[\"relu\",\"nosuchone\"]}", "nosuchone")]
    [InlineData("{\"do\":\"activations\",\"activations\":[\"relu\",null]}", "layer 2")]
    public async Task A_command_that_is_not_right_is_refused_and_the_session_goes_on(string body, string sentence)
    {
        using var client = await site.EnterAsync();
        var path = await Begin(client);
        using var answer = await Post(client, path + "/command", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Error(answer)).ShouldContain(sentence);
        using var next = await Post(client, path + "/command", "{\"do\":\"pause\"}");
        next.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Who_is_not_let_in_or_does_not_come_from_a_page_begins_nothing()
    {
        using var stranger = new HttpClient { BaseAddress = site.Address };
        using var refused = await Post(stranger, "/playground/sessions", "{}");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var client = await site.EnterAsync();
        client.DefaultRequestHeaders.Remove("X-Hillock-Token");
        using var forged = await Post(client, "/playground/sessions", "{}");
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("..%2f..%2fetc")]
    public async Task An_unknown_session_is_not_there(string id)
    {
        using var client = await site.EnterAsync();
        using var events = await client.GetAsync(new Uri($"/playground/sessions/{id}/events", UriKind.Relative), TestContext.Current.CancellationToken);
        events.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var command = await Post(client, $"/playground/sessions/{id}/command", "{\"do\":\"run\"}");
        command.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Frames_come_as_events_and_who_goes_takes_the_session_along()
    {
        using var client = await site.EnterAsync();
        var path = await Begin(client);
        using (var answer = await client.GetAsync(new Uri(path + "/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            (await Frame(lines)).GetProperty("step").GetInt32().ShouldBe(0);
            using var command = await Post(client, path + "/command", "{\"do\":\"step\"}");
            (await Frame(lines)).GetProperty("step").GetInt32().ShouldBe(1);
        }
        for (var end = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(500, TestContext.Current.CancellationToken))
        {
            using var command = await Post(client, path + "/command", "{\"do\":\"step\"}");
            if (command.StatusCode == HttpStatusCode.NotFound)
            {
                return;
            }
            (DateTime.UtcNow < end).ShouldBeTrue("the session is still there");
        }
    }

    private static async Task<JsonElement> Frame(StreamReader lines)
    {
        var line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
        line.ShouldStartWith("data: ");
        (await lines.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("");
        return JsonDocument.Parse(line![6..]).RootElement;
    }

    private static async Task<string> Begin(HttpClient client)
    {
        using var begun = await Post(client, "/playground/sessions", "{}");
        begun.EnsureSuccessStatusCode();
        return $"/playground/sessions/{(await begun.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()}";
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, string body) =>
        client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    private static async Task<string> Error(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("error").GetString()!;
}
