using System.Globalization;

namespace Hillock.Web.Tests;

/// <summary>The page of a function in a browser: every control, by keyboard too.</summary>
public sealed class FunctionsSheetTests(Site site)
{
    private static readonly double[] Inputs = [-30, -3.7, -1.1, -0.3, 0.2, 0.9, 1.6, 4.4, 25];

    [Fact]
    public async Task Without_scripts_all_code_is_there_to_be_read()
    {
        await using var visit = await site.VisitAsync("/functions/gelu", new() { JavaScriptEnabled = false });
        foreach (var language in Code.All)
        {
            await Assertions.Expect(visit.Page.Locator($"#code-{language.Notation.Name}")).ToBeVisibleAsync();
        }
        await Assertions.Expect(visit.Page.Locator(".tabs")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_parameter_is_moved_by_keyboard_and_all_follows()
    {
        await using var visit = await site.VisitAsync("/functions/leaky_relu");
        var page = visit.Page;
        await page.GetByLabel("At x =").FillAsync("-1");
        await Assertions.Expect(page.Locator("[data-values]")).ToContainTextAsync("f = −0.01");
        await page.GetByRole(AriaRole.Slider, new() { Name = "alpha, slider" }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator("[data-values]")).ToContainTextAsync("f = −2");
        await page.WaitForURLAsync("**/functions/leaky_relu?alpha=2");
        await page.GetByRole(AriaRole.Spinbutton, new() { Name = "alpha" }).FillAsync("0.25");
        await Assertions.Expect(page.Locator("[data-values]")).ToContainTextAsync("f = −0.25");
        await page.WaitForURLAsync("**/functions/leaky_relu?alpha=0.25");
        await Assertions.Expect(page.Locator("[data-part=properties]")).ToContainTextAsync("slopes from 0.25 to 1");
        await Assertions.Expect(page.Locator("[data-part=code-csharp]")).ToContainTextAsync("alpha = 0.25");
        (await page.GetByRole(AriaRole.Link, new() { Name = "Train a network with it" }).GetAttributeAsync("href")).ShouldBe("/playground?activation=leaky_relu(alpha%3D0.25)");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Spinbutton, new() { Name = "alpha" })).ToHaveValueAsync("0.25");
        await page.GetByRole(AriaRole.Button, new() { Name = "Default values" }).PressAsync("Enter");
        await page.WaitForURLAsync("**/functions/leaky_relu");
        await Assertions.Expect(page.Locator("[data-part=properties]")).ToContainTextAsync("slopes from 0.01 to 1");
    }

    [Fact]
    public async Task Values_that_do_not_go_together_are_said()
    {
        await using var visit = await site.VisitAsync("/functions/hard_tanh");
        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "low" }).FillAsync("3");
        await Assertions.Expect(visit.Page.Locator("[data-trouble]")).ToContainTextAsync("low must be");
        visit.Forgive("400");
    }

    [Fact]
    public async Task Curves_are_chosen_the_range_is_changed_and_zones_and_kinks_are_named()
    {
        await using var visit = await site.VisitAsync("/functions/hard_tanh");
        var page = visit.Page;
        var caption = page.Locator(".main-chart figcaption");
        await Assertions.Expect(caption).ToContainTextAsync("kink");
        await Assertions.Expect(caption).ToContainTextAsync("saturated: |f′| < 0.01");
        await Assertions.Expect(caption).ToContainTextAsync("f lies between −1 ");
        await Assertions.Expect(caption).Not.ToContainTextAsync("f″");
        await page.GetByLabel("f″, the curvature").CheckAsync();
        await Assertions.Expect(caption).ToContainTextAsync("f″ is 0 throughout");
        await page.GetByLabel("f′, the slope").UncheckAsync();
        await Assertions.Expect(caption).Not.ToContainTextAsync("f′ lies");

        await page.GetByLabel("From", new() { Exact = true }).FillAsync("-0.5");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("0.5");
        await page.GetByLabel("To", new() { Exact = true }).BlurAsync();
        await Assertions.Expect(caption).ToContainTextAsync("f lies between −0.5 (at −0.5) and 0.5 (at 0.5)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Farther" }).ClickAsync();
        // The kinks lie at the very ends then, and are drawn when the server has told of them.
        await page.WaitForURLAsync("**/functions/hard_tanh?x=-1%3A1");
        await Assertions.Expect(caption).ToContainTextAsync("f lies between −1 (at −1)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Closer" }).ClickAsync();
        await page.WaitForURLAsync("**/functions/hard_tanh?x=-0.5%3A0.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "What matters" }).ClickAsync();
        await page.WaitForURLAsync("**/functions/hard_tanh");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("9");
        await page.GetByLabel("From", new() { Exact = true }).BlurAsync();
        await Assertions.Expect(page.Locator("[data-trouble]")).ToContainTextAsync("from a smaller to a greater number");
    }

    [Fact]
    public async Task The_cursor_reads_values_and_the_numbers_stand_in_a_table()
    {
        await using var visit = await site.VisitAsync("/functions/gelu");
        var chart = visit.Page.Locator(".main-chart");
        await Assertions.Expect(chart.Locator("figcaption")).ToContainTextAsync("f lies between −0.17");
        await chart.Locator(".u-over").HoverAsync();
        await Assertions.Expect(chart.Locator(".reading")).ToContainTextAsync("f′ = 0.5");
        await chart.GetByText("The numbers").ClickAsync();
        await Assertions.Expect(chart.GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Code_is_chosen_by_arrow_keys_and_copied()
    {
        await using var visit = await site.VisitAsync("/functions/gelu", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = visit.Page;
        await page.GetByRole(AriaRole.Tab, new() { Name = "C#" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "NumPy" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("\\varphi");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("class Gelu");
        await page.GetByRole(AriaRole.Tab, new() { Name = "PyTorch" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The PyTorch code is copied.")).ToBeAttachedAsync();
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(Notation.Find("pytorch").Write(Catalog.Parse("gelu")));
    }

    [Fact]
    public async Task A_function_is_timed_on_request()
    {
        await using var visit = await site.VisitAsync("/functions/silu");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Measure its time here" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("ns for one float32")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_the_browser_computes_is_what_the_library_computes()
    {
        await using var visit = await site.VisitAsync("/");
        var found = await visit.Page.EvaluateAsync<Dictionary<string, string[][]>>(
            """
            async ({ names, inputs }) => {
              const { load } = await import('/assets/functions-curve.js');
              const all = {};
              for (const name of names) {
                const { value, slope, curvature } = await load(`/functions/${name}.js`);
                all[name] = [value, slope, curvature].map(f => inputs.map(x => String(f(x))));
              }
              return all;
            }
            """,
            new { names = Catalog.Functions.Select(f => f.Name), inputs = Inputs });
        found.Count.ShouldBe(Catalog.Functions.Count);
        var wrong = new List<string>();
        foreach (var function in Catalog.Functions)
        {
            var f = function.Create();
            foreach (var (kind, of) in new Func<double, double>[] { f.Of, f.Slope, f.Curvature }.Index())
            {
                wrong.AddRange(Inputs.Select((x, i) => (X: x, Want: of(x), Is: Number(found[function.Name][kind][i])))
                    .Where(one => !(Math.Abs(one.Is - one.Want) <= 1e-9 * (1 + Math.Abs(one.Want))) && !one.Is.Equals(one.Want))
                    .Select(one => string.Create(CultureInfo.InvariantCulture, $"{function.Name} {kind} at {one.X}: {one.Is}, not {one.Want}")));
            }
        }
        wrong.ShouldBeEmpty();
    }

    private static double Number(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
