namespace Hillock.Web.Tests;

public sealed class HomeTests(Site site)
{
    [Fact]
    public async Task The_address_that_lets_in_leads_to_the_start()
    {
        await using var visit = await site.VisitAsync(site.Door.PathAndQuery);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/").ToString());
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 380)]
    public async Task The_start_can_be_used_by_everyone(ColorScheme scheme, int width)
    {
        await using var visit = await site.VisitAsync("/", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await visit.ShouldBeAccessible();
        await visit.Picture($"home-{scheme}-{width}".ToLowerInvariant());
    }
}
