using System.Globalization;
using System.Text;

namespace Hillock.Web.Tests;

/// <summary>The playground as a visitor has it.</summary>
public sealed class PlaygroundTests(Site site)
{
    private const float Patience = 40_000;

    [Fact]
    public async Task A_spiral_is_solved_in_seconds_before_the_visitors_eyes()
    {
        await using var visit = await Open("");
        await visit.Page.EvaluateAsync("() => { window.seen = 0; new MutationObserver(() => window.seen++).observe(document.getElementById('at-step'), { childList: true }); }");
        await Press(visit, "Run");
        await Until(visit, "parseFloat(document.getElementById('at-score').textContent) >= 95 && window.seen >= 30");
        await Press(visit, "Pause");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true })).ToBeVisibleAsync();
        (await visit.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("What it has learned: After step \\d+, \\d.* % of the test samples") }).CountAsync()).ShouldBe(1);
        await visit.Picture("playground-spiral");
    }

    [Fact]
    public async Task Gradients_fade_in_ten_sigmoid_layers_and_the_remedy_is_one_button_away()
    {
        await using var visit = await Open("");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Ten sigmoid layers" }).ClickAsync();
        await Ready(visit);
        await Press(visit, "Run");
        var finding = visit.Page.Locator(".finding", new() { HasTextString = "Vanishing gradients" });
        await finding.WaitForAsync(new() { Timeout = Patience });
        await Assertions.Expect(visit.Page.Locator("#flow figcaption")).ToContainTextAsync("they fade on their way back");
        await visit.ShouldBeAccessible();
        await visit.Picture("playground-fading");
        await finding.GetByRole(AriaRole.Button, new() { Name = "Try batch norm" }).ClickAsync();
        visit.Page.Url.ShouldContain("norm=batch");
        await Until(visit, "parseFloat(document.getElementById('at-score').textContent) >= 95");
    }

    [Fact]
    public async Task Units_of_relu_die_at_a_large_rate_and_are_shown_dead()
    {
        await using var visit = await Open("");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "units die" }).ClickAsync();
        await Ready(visit);
        await Press(visit, "Run");
        await visit.Page.Locator(".finding", new() { HasTextString = "units are dead" }).First.WaitForAsync(new() { Timeout = Patience });
        (await visit.Page.Locator(".unit.dead").CountAsync()).ShouldBeGreaterThan(0);
        await visit.Picture("playground-dead");
    }

    [Theory]
    [InlineData("mish")]
    [InlineData("x * tanh(exp(x))")]
    public async Task A_link_that_names_an_activation_puts_it_into_every_layer(string activation)
    {
        await using var visit = await site.VisitAsync($"/playground?activation={Uri.EscapeDataString(activation)}");
        foreach (var layer in new[] { 1, 2 })
        {
            await Assertions.Expect(visit.Page.Locator($"#activation-{layer}")).ToHaveValueAsync(activation);
        }
    }

    [Fact]
    public async Task Every_control_is_in_the_address_and_a_loaded_address_sets_every_control()
    {
        await using var visit = await Open("");
        var page = visit.Page;
        await page.SelectOptionAsync("#data", "moons");
        foreach (var (id, value) in Typed)
        {
            await page.FillAsync("#" + id, value);
            await page.PressAsync("#" + id, "Enter");
        }
        foreach (var (id, value) in Chosen)
        {
            await page.SelectOptionAsync("#" + id, value);
        }
        await page.CheckAsync("#dropout");
        await page.CheckAsync("#clip");
        await Press(visit, "Add a layer");
        await Press(visit, "Add a layer");
        await page.GetByLabel("Remove layer 4").ClickAsync();
        await Type(visit, "Units of layer 3", "5");
        await Type(visit, "Activation of layer 2", "x * sigmoid(2 * x)");
        // The server looks at a formula before the address says it.
        await Until(visit, "location.search.includes('sigmoid')");
        await Ready(visit);
        var url = new Uri(page.Url);
        foreach (var part in new[] { "data=moons", "samples=200", "noise=0.15", "seed=7", "rate=0.02", "batch=16", "against=relu", "optimizer=sgd", "init=he", "norm=layer", "speed=400", "dropout=true", "clip=true", "layer=5+gelu" })
        {
            url.Query.ShouldContain(part);
        }
        await page.ReloadAsync();
        await Ready(visit);
        new Uri(page.Url).Query.ShouldBe(url.Query);
        foreach (var (id, value) in Typed.Concat(Chosen).Append(("data", "moons")).Append(("units-3", "5")).Append(("activation-2", "x * sigmoid(2 * x)")))
        {
            (await page.InputValueAsync("#" + id)).ShouldBe(value, id);
        }
        (await page.IsCheckedAsync("#dropout") && await page.IsCheckedAsync("#clip")).ShouldBeTrue();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#activation-2")).ToHaveValueAsync("gelu");
        await page.SelectOptionAsync("#inside", "1");
        await Assertions.Expect(page.Locator("#layers h3").First).ToContainTextAsync("relu");
    }

    [Fact]
    public async Task The_address_of_a_paused_training_gives_the_same_picture()
    {
        await using var first = await Open("?data=circles&seed=5");
        await Press(first, "Run");
        await Until(first, "Number(document.getElementById('at-step').textContent) >= 50");
        await Press(first, "Pause");
        await Until(first, "location.search.includes('step=')");
        await using var second = await Open(new Uri(first.Page.Url).Query);
        var step = await first.Page.TextContentAsync("#at-step");
        await Assertions.Expect(second.Page.Locator("#at-step")).ToHaveTextAsync(step!);
        foreach (var what in new[] { "document.querySelector('.map canvas').toDataURL()", "document.getElementById('at-loss').textContent", "document.querySelector('.unit canvas').toDataURL()" })
        {
            (await second.Page.EvaluateAsync<string>(what)).ShouldBe(await first.Page.EvaluateAsync<string>(what), what);
        }
    }

    [Fact]
    public async Task An_activation_is_switched_while_the_network_keeps_what_it_has_learned()
    {
        await using var visit = await Open("");
        await Press(visit, "One step");
        await Press(visit, "One step");
        await Assertions.Expect(visit.Page.Locator("#at-step")).ToHaveTextAsync("2");
        await Type(visit, "All layers", "x * tanh(exp(x))");
        await Assertions.Expect(visit.Page.Locator("#layers h3").First).ToContainTextAsync("tanh");
        await Assertions.Expect(visit.Page.Locator("#at-step")).ToHaveTextAsync("2");
        await Press(visit, "One step");
        await Assertions.Expect(visit.Page.Locator("#at-step")).ToHaveTextAsync("3");
        await Type(visit, "Activation of layer 1", "gleu");
        await Assertions.Expect(visit.Page.Locator("#problem")).ToContainTextAsync("gelu");
        visit.Forgive("400");
        await Press(visit, "Reset");
        await Assertions.Expect(visit.Page.Locator("#at-step")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Numbers_that_end_stop_the_training_and_it_is_told_where()
    {
        await using var visit = await Open("?rate=1000000&optimizer=sgd&layer=8+relu&layer=8+relu");
        await Press(visit, "Run");
        var stopped = visit.Page.Locator(".finding", new() { HasTextString = "The training has stopped" });
        await stopped.WaitForAsync(new() { Timeout = Patience });
        (await stopped.InnerTextAsync()).ShouldMatch("Numbers ended at step \\d+, in (dense\\d|logits|the loss)");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true })).ToBeVisibleAsync();
        await visit.Picture("playground-nan");
        await Press(visit, "Reset");
        await Assertions.Expect(stopped).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Ones_own_rows_are_trained_with_and_wrong_ones_are_told_why()
    {
        await using var visit = await Open("");
        var page = visit.Page;
        await page.SelectOptionAsync("#data", "own");
        await page.SetInputFilesAsync("#csv", File("bad.csv", "a,b,kind\n1,2,yes\n3,no\n"));
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("bad.csv: line 3");
        visit.Forgive("400");
        var rows = string.Concat(Enumerable.Range(0, 120).Select(i => FormattableString.Invariant($"{i % 11},{i % 7},{(i % 11 > 5 ? "high" : "low")}\n")));
        await page.SetInputFilesAsync("#csv", File("good.csv", "a,b,kind\n" + rows));
        await Assertions.Expect(page.Locator(".map .legend")).ToContainTextAsync("high");
        await Assertions.Expect(page.Locator("#problem")).ToBeEmptyAsync();
        await Press(visit, "Run");
        await Until(visit, "parseFloat(document.getElementById('at-score').textContent) >= 95");
        await page.ReloadAsync();
        await Ready(visit);
        await Assertions.Expect(page.Locator("#csv-name")).ToHaveTextAsync("good.csv");
        await Assertions.Expect(page.Locator(".map .legend")).ToContainTextAsync("high");
    }

    [Fact]
    public async Task A_unit_is_looked_at_closely_when_it_is_pointed_at_or_pressed()
    {
        await using var visit = await Open("");
        var (page, title, map) = (visit.Page, visit.Page.Locator(".map h2"), "document.querySelector('.map canvas').toDataURL()");
        var answer = await page.EvaluateAsync<string>(map);
        await page.GetByLabel("Unit 3 of layer 2").HoverAsync();
        await Assertions.Expect(title).ToHaveTextAsync("Unit 3 of layer 2");
        (await page.EvaluateAsync<string>(map)).ShouldNotBe(answer);
        await page.HoverAsync("h1");
        await Assertions.Expect(title).ToHaveTextAsync("What it has learned");
        (await page.EvaluateAsync<string>(map)).ShouldBe(answer);
        await page.FocusAsync("#remove-1");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(title).ToHaveTextAsync("Unit 2 of layer 1");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(title).ToHaveTextAsync("Unit 2 of layer 1");
        await Press(visit, "One step");
        await Assertions.Expect(page.Locator("#at-step")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByLabel("Unit 2 of layer 1")).ToHaveAttributeAsync("aria-pressed", "true");
        await visit.Picture("playground-unit");
    }

    [Fact]
    public async Task Images_are_shown_with_what_the_network_says_of_them()
    {
        await using var visit = await Open("?data=glyphs&samples=300&layer=32+relu");
        await Press(visit, "Run");
        await Until(visit, "parseFloat(document.getElementById('at-score').textContent) >= 80");
        await Press(visit, "Pause");
        await Assertions.Expect(visit.Page.Locator(".map figcaption")).ToContainTextAsync("of the test samples are named right");
        await visit.Page.Locator(".map summary").ClickAsync();
        var rows = visit.Page.Locator(".map tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(Canvas.MostPictures);
        var right = 0;
        foreach (var row in await rows.AllAsync())
        {
            var cells = await row.Locator("td").AllInnerTextsAsync();
            cells[1].ShouldBe(cells[0] == cells[1] ? cells[0] : $"{cells[1].Split(' ')[0]} ✗");
            right += cells[0] == cells[1] ? 1 : 0;
        }
        // Of 24 of which each is right with a chance of 0.8 fewer than 10 are so once in two hundred thousand times.
        right.ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task A_remedy_for_the_network_beside_yours_changes_that_one()
    {
        await using var visit = await Open("?data=moons&rate=0.003&init=pytorch&against=sigmoid&" + string.Join('&', Enumerable.Repeat("layer=16+relu", 10)));
        await Press(visit, "Run");
        var finding = visit.Page.Locator(".finding", new() { HasTextString = "sigmoid: Vanishing gradients" });
        await finding.WaitForAsync(new() { Timeout = Patience });
        await finding.GetByRole(AriaRole.Button, new() { NameRegex = new("^Try (relu|gelu|tanh)") }).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#against")).Not.ToHaveValueAsync("sigmoid");
        await Assertions.Expect(visit.Page.Locator("#activation-1")).ToHaveValueAsync("relu");
    }

    [Fact]
    public async Task A_page_that_nobody_sees_gives_its_stream_back_and_goes_on_when_it_is_seen_again()
    {
        await using var visit = await Open("");
        var page = visit.Page;
        var closed = new TaskCompletionSource();
        page.RequestFailed += (_, request) =>
        {
            if (request.Url.EndsWith("/events", StringComparison.Ordinal))
            {
                closed.TrySetResult();
            }
        };
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await Ready(visit);
        await Press(visit, "Run");
        await Until(visit, "Number(document.getElementById('at-step').textContent) >= 20");
        closed = new();
        await Seen(page, false);
        await page.Clock.FastForwardAsync("00:11");
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var step = int.Parse((await page.TextContentAsync("#at-step"))!, CultureInfo.InvariantCulture);
        await Seen(page, true);
        await Until(visit, FormattableString.Invariant($"Number(document.getElementById('at-step').textContent) > {step}"));
        await Assertions.Expect(page.Locator("#run")).ToHaveTextAsync("Pause");
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard_alone()
    {
        await using var visit = await Open("");
        var page = visit.Page;
        await page.FocusAsync("#run");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#run")).ToHaveTextAsync("Pause");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#run")).ToHaveTextAsync("Run");
        var reached = new HashSet<string>();
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent"));
        }
        foreach (var id in new[] { "step", "reset", "speed", "data", "samples", "noise", "seed", "rate", "optimizer", "batch", "init", "norm", "dropout", "clip", "against", "all-activations", "add", "activation-1", "units-1", "remove-1", "activation-2", "The numbers" })
        {
            reached.ShouldContain(id);
        }
        await page.FocusAsync("#units-1");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".column").Nth(1).Locator(".unit")).ToHaveCountAsync(9);
        await Assertions.Expect(page.Locator("#units-1")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("", ColorScheme.Light, 1280)]
    [InlineData("?against=relu", ColorScheme.Dark, 1600)]
    [InlineData("", ColorScheme.Light, 380)]
    [InlineData("?data=blobs", ColorScheme.Dark, 380)]
    [InlineData("?data=sine&layer=16+tanh&layer=16+tanh", ColorScheme.Light, 1000)]
    [InlineData("?data=glyphs&samples=1000&layer=32+relu", ColorScheme.Dark, 1280)]
    public async Task It_can_be_used_by_everyone(string query, ColorScheme scheme, int width)
    {
        await using var visit = await Open(query, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await Press(visit, "Run");
        await Until(visit, "Number(document.getElementById('at-step').textContent) >= 150");
        await Press(visit, "Pause");
        foreach (var numbers in await visit.Page.Locator("summary").AllAsync())
        {
            if (await numbers.IsVisibleAsync())
            {
                await numbers.ClickAsync();
            }
        }
        await Assertions.Expect(visit.Page.Locator("details table").Nth(2)).ToBeAttachedAsync();
        await visit.ShouldBeAccessible();
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = false; }); scrollTo(0, 0);");
        await visit.Picture($"playground-{new string([.. query.Where(char.IsLetter)])}-{scheme}-{width}".ToLowerInvariant());
    }

    private static (string Id, string Value)[] Typed =>
        [("samples", "200"), ("noise", "0.15"), ("seed", "7"), ("rate", "0.02"), ("batch", "16"), ("against", "relu")];

    private static (string Id, string Value)[] Chosen => [("optimizer", "sgd"), ("init", "he"), ("norm", "layer"), ("speed", "400")];

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    /// <summary>Browsers do not tell a page that another covers it when nobody sees any.</summary>
    private static Task Seen(IPage page, bool isSeen) => page.EvaluateAsync(
        "seen => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => !seen }); document.dispatchEvent(new Event('visibilitychange')); }", isSeen);

    private async Task<Visit> Open(string query, BrowserNewContextOptions? options = null)
    {
        var visit = await site.VisitAsync("/playground" + query, options);
        await Ready(visit);
        return visit;
    }

    private static Task Ready(Visit visit) => Until(visit, "document.querySelector('.map canvas') && !document.getElementById('step').disabled && document.getElementById('at-loss').textContent !== '–'");

    private static Task Until(Visit visit, string condition) => visit.Page.WaitForFunctionAsync($"() => {condition}", null, new() { Timeout = Patience });

    private static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task Type(Visit visit, string label, string text)
    {
        var field = visit.Page.GetByLabel(label, new() { Exact = true });
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }
}
