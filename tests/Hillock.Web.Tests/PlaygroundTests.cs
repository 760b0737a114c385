
namespace Hillock.Web.Tests;

/// <summary>The playground as a visitor has it.</summary>
public sealed class PlaygroundTests(Site site)
{
    [Fact]
    public async Task A_spiral_is_solved_in_seconds_before_the_visitors_eyes()
    {
        await using var visit = await site.VisitAsync("/playground");
        await visit.Page.WaitForSelectorAsync(".map canvas");
        await visit.Page.EvaluateAsync("() => { window.seen = 0; new MutationObserver(() => window.seen++).observe(document.getElementById('at-step'), { childList: true }); }");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => parseFloat(document.getElementById('at-score').textContent) >= 95", null, new() { Timeout = 30_000 });
        await visit.Page.WaitForFunctionAsync("() => window.seen >= 30", null, new() { Timeout = 10_000 });
        await visit.Picture("playground-spiral");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
    }

}
