namespace Hillock.Web.Tests;

/// <summary>Formulas that are typed, and functions over each other, in a browser.</summary>
public sealed class FunctionsOwnTests(Site site)
{
    [Fact]
    public async Task A_formula_is_drawn_while_it_is_typed_and_stays_in_the_address()
    {
        await using var visit = await site.VisitAsync("/own");
        var page = visit.Page;
        var box = page.GetByLabel("Formula", new() { Exact = true });
        await box.FillAsync("");
        await box.PressSequentiallyAsync("x * tanh(a * x); a = 2");
        await Assertions.Expect(page.GetByRole(AriaRole.Spinbutton, new() { Name = "a", Exact = true })).ToHaveValueAsync("2");
        await page.WaitForURLAsync("**/own?f=x+*+tanh%28a+*+x%29%3B+a+%3D+2");
        await Assertions.Expect(page.Locator("[data-values]")).ToContainTextAsync("f = 0.964028");
        await page.GetByRole(AriaRole.Slider, new() { Name = "a, slider" }).FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.WaitForURLAsync("**/own?f=x+*+tanh%28a+*+x%29%3B+a+%3D+2&a=-8");
        Uri.UnescapeDataString((await page.GetByRole(AriaRole.Link, new() { Name = "Train a network with it" }).GetAttributeAsync("href"))!).ShouldBe("/playground?activation=x * tanh(a * x); a = -8");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Formula", new() { Exact = true })).ToHaveValueAsync("x * tanh(a * x); a = 2");
        await Assertions.Expect(page.GetByRole(AriaRole.Spinbutton, new() { Name = "a", Exact = true })).ToHaveValueAsync("-8");
        visit.Forgive("400");
    }

    [Fact]
    public async Task It_is_taken_to_an_experiment_with_its_parameters()
    {
        await using var visit = await site.VisitAsync("/own?f=" + Uri.EscapeDataString("x * tanh(a * x) + b; a = 2; b = 0"));
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Compare in an experiment" }).ClickAsync();
        var asked = await visit.Page.GetByLabel("Activations, separated by commas").InputValueAsync();
        Catalog.ParseList(asked).Select(f => f.Name).ShouldBe(["relu", "x * tanh(a * x) + b; a = 2; b = 0"]);
    }

    [Fact]
    public async Task A_mistake_is_pointed_at_and_mended()
    {
        await using var visit = await site.VisitAsync("/own");
        var page = visit.Page;
        var box = page.GetByLabel("Formula", new() { Exact = true });
        await box.FillAsync("x * sigmod(x)");
        await Assertions.Expect(page.Locator("[data-problem]")).ToContainTextAsync("sigmoid");
        (await page.Locator("[data-problem]").TextContentAsync())!.Split('\n')[^1].ShouldBe("        ^");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Train a network with it" })).ToBeHiddenAsync();
        await box.FillAsync("x * sigmoid(x)");
        await Assertions.Expect(page.Locator("[data-problem]")).ToBeEmptyAsync();
        await Assertions.Expect(page.Locator("[data-part=source]")).ToContainTextAsync("This is silu of the catalog.");
        visit.Forgive("400");
    }

    [Fact]
    public async Task A_formula_that_began_wrong_can_be_mended()
    {
        await using var visit = await site.VisitAsync("/own?f=x%20*%20%29");
        await visit.Page.GetByLabel("Formula", new() { Exact = true }).FillAsync("max(x, -1)");
        await Assertions.Expect(visit.Page.Locator(".main-chart figcaption")).ToContainTextAsync("f lies between −1");
    }

    [Fact]
    public async Task Functions_are_added_removed_and_drawn_as_slopes()
    {
        await using var visit = await site.VisitAsync("/functions/gelu");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Draw beside others" }).ClickAsync();
        await page.GetByLabel("Add a function or a formula").FillAsync("leaky_relu(alpha=0.2)");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Add a function or a formula").FillAsync("x * tanh(x)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        var caption = page.Locator(".main-chart figcaption");
        await Assertions.Expect(caption).ToContainTextAsync("leaky_relu(alpha=0.2) lies between −0.8");
        await Assertions.Expect(caption).ToContainTextAsync("x * tanh(x) lies between 0");
        await page.GetByRole(AriaRole.Radio, new() { Name = "slopes" }).CheckAsync();
        await Assertions.Expect(caption).ToContainTextAsync("gelu′ lies between −0.129");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove leaky_relu(alpha=0.2)" }).ClickAsync();
        await Assertions.Expect(caption).Not.ToContainTextAsync("leaky_relu");
        await Assertions.Expect(caption).ToContainTextAsync("x * tanh(x)′ lies");
        await page.GetByLabel("Range of x").FillAsync("-1:1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw" }).ClickAsync();
        await Assertions.Expect(caption).ToContainTextAsync("(at −1)");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Range of x")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "slopes" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Twelve_can_be_told_apart_and_a_thirteenth_is_refused()
    {
        var thirteen = Catalog.Functions.Skip(20).Take(13).Select(f => f.Name).ToArray();
        await using var visit = await site.VisitAsync("/functions/compare?" + string.Join('&', thirteen.Select(name => $"f={name}")));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("12 functions are the most");
        await Assertions.Expect(visit.Page.Locator(".main-chart figcaption .swatch")).ToHaveCountAsync(12);
        var looks = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('figcaption .swatch')].map(one => one.getAttribute('class') + one.firstChild.getAttribute('stroke-dasharray'))");
        looks.Distinct().Count().ShouldBe(12);
    }
}
