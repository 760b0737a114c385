using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hillock.Web.Tests;

/// <summary>The texts of lessons, and what their moves answer.</summary>
public sealed partial class LessonTests(Site site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Lessons => [.. Lesson.All.Select(lesson => lesson.Name)];

    public static TheoryData<string> Moves => [.. Move.All.Select(move => move.Name)];

    [Fact]
    public void There_are_ten_and_each_move_is_in_one_of_them()
    {
        Lesson.All.Count.ShouldBe(10);
        Move.All.Select(move => move.Name).Order().ShouldBe(Lesson.All.SelectMany(lesson => MoveNames().Matches(lesson.Html)).Select(match => match.Groups[1].Value).Order());
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Each_is_short_tells_what_to_try_and_what_was_seen_and_links_to_functions_that_are_there(string name)
    {
        var lesson = Lesson.All.Single(one => one.Name == name);
        lesson.Html.ShouldContain(">Try this<");
        lesson.Html.ShouldContain(">What you saw<");
        var words = Markup().Replace(lesson.Html.Split("<section")[0] + lesson.Html.Split("</section>")[1], " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        words.ShouldBeInRange(150, 350);
        foreach (Match link in FunctionLinks().Matches(lesson.Html))
        {
            Catalog.All.Select(entry => entry.Name).ShouldContain(link.Groups[1].Value);
        }
    }

    [Fact]
    public void Texts_cannot_bring_markup_of_their_own()
    {
        var html = Lesson.Rendered("<script>alert(1)</script>\n\nA <b onclick=x>word</b>.");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<b ");
    }

    [Theory]
    [InlineData("/lessons/nothing")]
    [InlineData("/lessons/..%2f..%2fetc%2fpasswd")]
    [InlineData("/lessons/01-why-nonlinearity")]
    [InlineData("/lessons/move/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task Each_move_answers_where_it_begins_and_at_both_ends(string name)
    {
        using var client = await site.EnterAsync();
        var move = Move.All.Single(one => one.Name == name);
        foreach (var query in new[] { "", "?" + string.Join('&', move.Controls.Select(Least)), "?" + string.Join('&', move.Controls.Select(Most)) })
        {
            using var answer = await client.GetAsync(new Uri($"/lessons/move/{name}{query}", UriKind.Relative), Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, query + text);
            using var picture = JsonDocument.Parse(text);
            picture.RootElement.GetProperty("sentence").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Theory]
    [InlineData("depth", "layers=61", "from 2 to 60")]
    [InlineData("depth", "layers=NaN", "from 2 to 60")]
    [InlineData("depth", "layers=-1e308", "from 2 to 60")]
    [InlineData("depth", "activation=%2Fetc%2Fpasswd", "sigmoid")]
    [InlineData("depth", "init=", "glorot")]
    [InlineData("nonlinearity", "units=1000000", "from 1 to 12")]
    [InlineData("own", "formula=x%20*%20tanh(", "")]
    [InlineData("own", "formula=", "")]
    [InlineData("choosing", "network=spaceship", "mlp")]
    public async Task A_value_that_cannot_be_is_answered_with_a_sentence(string name, string query, string sentence)
    {
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri($"/lessons/move/{name}?{query}", UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        body.RootElement.GetProperty("error").GetString()!.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_formula_too_long_to_be_one_is_refused()
    {
        using var client = await site.EnterAsync();
        using var answer = await client.GetAsync(new Uri($"/lessons/move/own?formula={new string('x', 5000)}", UriKind.Relative), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("300 are the most");
    }

    /// <summary>Mean field theory: a layer of weights of variance 1/n multiplies squares of gradients by E f′(z)²; for relu that is a half, and He's weights double it.</summary>
    [Theory]
    [InlineData("relu", "he", 1.0)]
    [InlineData("relu", "lecun", 0.7071067811865476)]
    [InlineData("linear", "lecun", 1.0)]
    public async Task Gradients_fade_as_theory_says(string activation, string init, double factor)
    {
        const int Layers = 11;
        using var client = await site.EnterAsync();
        using var picture = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/lessons/move/depth?activation={activation}&init={init}&layers={Layers}", UriKind.Relative), Stop));
        var theory = picture.RootElement.GetProperty("chart").GetProperty("lines")[0].GetProperty("values");
        theory[0].GetDouble().ShouldBe(Math.Pow(factor, Layers - 1), 1e-6);
    }

    /// <summary>No straight line gets more than three corners of four; a few folds get all.</summary>
    [Theory]
    [InlineData("linear", 0, 0.85)]
    [InlineData("tanh", 0.95, 1)]
    public async Task Xor_needs_a_bend(string activation, double least, double most)
    {
        using var client = await site.EnterAsync();
        using var picture = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/lessons/move/nonlinearity?activation={activation}&units=8", UriKind.Relative), Stop));
        var share = double.Parse(Percent().Match(picture.RootElement.GetProperty("sentence").GetString()!).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) / 100;
        share.ShouldBeInRange(least, most);
    }

    /// <summary>e²/(e² + e¹ + e⁻¹) and so on, by hand.</summary>
    [Fact]
    public async Task Chances_are_softmax()
    {
        using var client = await site.EnterAsync();
        using var picture = JsonDocument.Parse(await client.GetStringAsync(new Uri("/lessons/move/temperature", UriKind.Relative), Stop));
        var sum = Math.Exp(2) + Math.E + Math.Exp(-1);
        picture.RootElement.GetProperty("bars").EnumerateArray().Select(bar => bar.GetProperty("share").GetDouble()).ToArray()
            .ShouldBe([Math.Exp(2) / sum, Math.E / sum, Math.Exp(-1) / sum], 1e-9);
    }

    private static string Least(Control control) => $"{control.Name}=" + Uri.EscapeDataString(control switch
    {
        Dial slider => FormattableString.Invariant($"{slider.Least}"),
        Choice choice => choice.Names[0],
        _ => control.Initial,
    });

    private static string Most(Control control) => $"{control.Name}=" + Uri.EscapeDataString(control switch
    {
        Dial slider => FormattableString.Invariant($"{slider.Most}"),
        Choice choice => choice.Names[^1],
        _ => control.Initial,
    });

    [GeneratedRegex("data-move=\"([a-z]+)\"")]
    private static partial Regex MoveNames();

    [GeneratedRegex("href=\"/functions/([^\"]*)\"")]
    private static partial Regex FunctionLinks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex("([0-9.]+) %")]
    private static partial Regex Percent();
}
