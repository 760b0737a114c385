namespace Hillock.Web.Tests;

/// <summary>The gallery of functions in a browser: every control, by keyboard too.</summary>
public sealed class FunctionsGalleryTests(Site site)
{
    [Fact]
    public async Task Filters_work_without_loading_again_stay_in_the_address_and_are_kept_by_the_back_button()
    {
        await using var visit = await site.VisitAsync("/functions");
        var page = visit.Page;
        await page.EvaluateAsync("window.isTheSame = true");
        await page.GetByLabel("Search").PressSequentiallyAsync("gelu");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("7 functions");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Family" }).SelectOptionAsync("gated");
        await page.GetByLabel("Sort by").SelectOptionAsync("name");
        await page.GetByLabel("smooth").CheckAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { Visible = true }).First).ToContainTextAsync("gelu");
        await page.WaitForURLAsync("**/functions?q=gelu&family=gated&sort=name&property=smooth");
        (await page.EvaluateAsync<bool>("window.isTheSame === true")).ShouldBeTrue();
        var left = await Shown(page);
        left.ShouldContain("gelu");
        left.ShouldNotContain("relu");
        left.Order(StringComparer.Ordinal).ShouldBe(left);

        await page.GetByRole(AriaRole.Link, new() { Name = "quick_gelu" }).ClickAsync();
        await page.WaitForURLAsync("**/functions/quick_gelu");
        await page.GoBackAsync();
        await page.WaitForURLAsync("**/functions?q=gelu&family=gated&sort=name&property=smooth");
        await Assertions.Expect(page.GetByLabel("Search")).ToHaveValueAsync("gelu");
        await Assertions.Expect(page.GetByLabel("smooth")).ToBeCheckedAsync();
        (await Shown(page)).ShouldBe(left);

        await page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"All {Catalog.All.Count} functions");
    }

    [Fact]
    public async Task What_nothing_is_like_is_said()
    {
        await using var visit = await site.VisitAsync("/functions?q=nosuchthing");
        await Assertions.Expect(visit.Page.GetByText("No function is like that.")).ToBeVisibleAsync();
        (await Shown(visit.Page)).ShouldBeEmpty();
        await visit.Page.GetByLabel("Search").FillAsync("tanh");
        await Assertions.Expect(visit.Page.GetByText("No function is like that.")).ToBeHiddenAsync();
        (await Shown(visit.Page)).ShouldContain("tanh");
    }

    [Fact]
    public async Task The_keyboard_is_enough_to_find_a_function()
    {
        await using var visit = await site.VisitAsync("/functions");
        var keyboard = visit.Page.Keyboard;
        await visit.Page.GetByLabel("Search").FocusAsync();
        await keyboard.TypeAsync("hard_swish");
        await visit.Page.WaitForURLAsync("**/functions?q=hard_swish");
        for (var i = 0; i < 30 && !await visit.Page.EvaluateAsync<bool>("document.activeElement.matches('.card')"); i++)
        {
            await keyboard.PressAsync("Tab");
        }
        await keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/functions/hard_swish");
    }

    private static async Task<string[]> Shown(IPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.gallery li')].filter(one => !one.hidden).map(one => one.dataset.name)");
}
