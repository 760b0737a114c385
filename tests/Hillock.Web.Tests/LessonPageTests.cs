namespace Hillock.Web.Tests;

/// <summary>Lessons in a browser: each is read, and what can be moved is moved.</summary>
public sealed class LessonPageTests(Site site)
{
    public static TheoryData<string> Lessons => [.. Lesson.All.Select(lesson => lesson.Name)];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 380)]
    public async Task The_list_can_be_used_by_everyone(ColorScheme scheme, int width)
    {
        await using var visit = await site.VisitAsync("/lessons", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await Assertions.Expect(visit.Page.Locator(".lessons li")).ToHaveCountAsync(Lesson.All.Count);
        await visit.Picture($"lessons-{scheme}-{width}".ToLowerInvariant());
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await visit.ShouldBeAccessible();
    }

    [Fact]
    public async Task Gradients_of_a_millionth_of_a_millionth_of_a_millionth_are_drawn_too()
    {
        await using var visit = await site.VisitAsync("/lessons/vanishing-gradients?activation=sigmoid&layers=60&init=glorot");
        await Assertions.Expect(visit.Page.Locator(".told")).ToContainTextAsync("a share of", new() { Timeout = 20_000 });
        await visit.Page.Locator(".seen summary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".seen tbody tr").First).ToBeVisibleAsync();
        await visit.Picture("lesson-tiny-gradients");
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Each_can_be_read_and_moved_by_everyone(string name)
    {
        await using (var light = await site.VisitAsync($"/lessons/{name}", new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 800 } }))
        {
            await Moves(light);
            await light.Picture($"lesson-{name}-light");
            await light.ShouldBeAccessible();
        }
        await using (var dark = await site.VisitAsync($"/lessons/{name}", new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 1280, Height = 800 } }))
        {
            await Assertions.Expect(dark.Page.Locator(".told")).Not.ToBeEmptyAsync(new() { Timeout = 20_000 });
            await dark.Picture($"lesson-{name}-dark");
            await dark.ShouldBeAccessible();
        }
        await using var phone = await site.VisitAsync($"/lessons/{name}", new() { ViewportSize = new() { Width = 380, Height = 800 } });
        await Assertions.Expect(phone.Page.Locator(".told")).Not.ToBeEmptyAsync(new() { Timeout = 20_000 });
        await phone.Picture($"lesson-{name}-phone");
        (await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    /// <summary>Every control, by keyboard alone: the sentence changes, the address with it, and the address brings it back.</summary>
    private static async Task Moves(Visit visit)
    {
        var page = visit.Page;
        var told = page.Locator(".told");
        await Assertions.Expect(told).Not.ToBeEmptyAsync(new() { Timeout = 20_000 });
        foreach (var control in await page.Locator(".move select, .move input").AllAsync())
        {
            var before = await told.InnerTextAsync();
            await control.FocusAsync();
            if (await control.GetAttributeAsync("type") == "text")
            {
                await control.FillAsync("x * sigmoid(2 * x)");
            }
            else if (await control.GetAttributeAsync("type") == "range")
            {
                await page.Keyboard.PressAsync(await control.InputValueAsync() == await control.GetAttributeAsync("max") ? "Home" : "End");
            }
            else
            {
                await page.Keyboard.PressAsync("ArrowDown");
            }
            // Two positions may well be described alike; the address tells them apart.
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("\\?"), new() { Timeout = 20_000 });
            await Assertions.Expect(page.Locator(".problem")).ToBeHiddenAsync();
        }
        await Assertions.Expect(page.Locator(".move")).ToHaveAttributeAsync("aria-busy", "false", new() { Timeout = 20_000 });
        var address = page.Url;
        var said = await told.InnerTextAsync();
        await page.GotoAsync(address);
        await Assertions.Expect(told).ToHaveTextAsync(said, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_formula_that_cannot_be_read_is_told_and_the_next_one_goes()
    {
        await using var visit = await site.VisitAsync("/lessons/make-your-own");
        var formula = visit.Page.Locator("input[name=formula]");
        await formula.FillAsync("x * tanh(");
        await Assertions.Expect(visit.Page.Locator(".move .problem")).ToBeVisibleAsync();
        visit.Forgive("400");
        await formula.FillAsync("tanh(x)");
        await Assertions.Expect(visit.Page.Locator(".move .problem")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".move .told")).ToContainTextAsync("a mean of 0 and a mean square of 0.394");
    }

    [Fact]
    public async Task One_leads_to_the_next()
    {
        await using var visit = await site.VisitAsync("/lessons");
        await visit.Page.Locator(".lessons a").First.ClickAsync();
        foreach (var lesson in Lesson.All)
        {
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(lesson.Title);
            if (lesson != Lesson.All[^1])
            {
                await visit.Page.Locator("a[rel=next]").ClickAsync();
            }
        }
        await visit.Page.Locator("a[rel=prev]").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Lesson.All[^2].Title);
    }
}
