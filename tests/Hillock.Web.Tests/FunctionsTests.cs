namespace Hillock.Web.Tests;

/// <summary>The pages of functions, looked at in a browser.</summary>
public sealed class FunctionsTests(Site site)
{
    [Theory]
    [InlineData("functions", "/functions", ColorScheme.Light, 1280)]
    [InlineData("functions", "/functions", ColorScheme.Dark, 1280)]
    [InlineData("functions", "/functions?q=gelu", ColorScheme.Light, 380)]
    [InlineData("function", "/functions/leaky_relu", ColorScheme.Light, 1280)]
    [InlineData("function", "/functions/gelu", ColorScheme.Dark, 1280)]
    [InlineData("function", "/functions/hard_swish", ColorScheme.Light, 380)]
    [InlineData("rows", "/functions/softmax", ColorScheme.Dark, 1280)]
    [InlineData("own", "/own", ColorScheme.Light, 1280)]
    [InlineData("own", "/own?f=x%20*%20tanh%28exp%28x%29%29", ColorScheme.Dark, 1280)]
    [InlineData("own", "/own", ColorScheme.Light, 380)]
    [InlineData("own-wrong", "/own?f=x%20*%20%28x%20%2B%29", ColorScheme.Light, 1280)]
    [InlineData("compared", "/functions/compare?f=relu&f=gelu&f=silu&f=tanh&f=elu&f=softplus&f=leaky_relu(alpha%3D0.2)&f=x*tanh(exp(x))", ColorScheme.Light, 1280)]
    [InlineData("compared", "/functions/compare?f=sigmoid&f=tanh&curve=slope", ColorScheme.Dark, 380)]
    [InlineData("unknown", "/functions/gleu", ColorScheme.Light, 1280)]
    public async Task Pages_can_be_used_by_everyone(string name, string path, ColorScheme scheme, int width)
    {
        await using var visit = await site.VisitAsync(path, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visit.Picture($"{name}-{scheme}-{width}".ToLowerInvariant());
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await visit.ShouldBeAccessible();
        visit.Forgive(path == "/functions/gleu" ? "404" : "nothing to forgive");
    }
}
