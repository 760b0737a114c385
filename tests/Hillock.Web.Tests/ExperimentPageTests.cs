namespace Hillock.Web.Tests;

/// <summary>Every control of Experiments, in a browser.</summary>
[Collection("experiments")]
public sealed class ExperimentPageTests(Site site)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 380)]
    public async Task Every_page_can_be_used_by_everyone(ColorScheme scheme, int width)
    {
        string first = ExperimentKept.Finished(site, "relu,gelu,tanh,sigmoid", 40), second = ExperimentKept.Finished(site);
        var size = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce };
        foreach (var (name, path) in new[] { ("list", "/experiments"), ("new", "/experiments/new"), ("page", $"/experiments/{first}"), ("compare", $"/experiments/compare?id={first}&id={second}") })
        {
            await using var visit = await site.VisitAsync(path, size);
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            if (name == "page")
            {
                await Assertions.Expect(visit.Page.Locator("#score .sentence")).ToContainTextAsync("after 40 epochs");
            }
            await visit.Picture($"experiments-{name}-{scheme}-{width}".ToLowerInvariant());
            (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{name} scrolls sideways");
            await visit.ShouldBeAccessible();
        }
    }

    [Fact]
    public async Task An_experiment_started_from_the_page_shows_its_ranking_while_it_runs_and_in_the_end()
    {
        await using var visit = await site.VisitAsync("/experiments");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Start one" }).ClickAsync();
        await page.GetByLabel("Activations, separated by commas").FillAsync("gelu, leaky_relu(alpha=0.2), x * tanh(exp(x))");
        await page.Locator("select[name=data]").SelectOptionAsync("circles");
        await page.Locator("input[name=layers]").FillAsync("2");
        await page.Locator("input[name=units]").FillAsync("16");
        await page.Locator("input[name=seeds]").FillAsync("3");
        await page.Locator("input[name=epochs]").FillAsync("150");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("running");
        await Assertions.Expect(page.Locator("#ranking h2")).ToHaveTextAsync("So far");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Stop it" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#ranking")).ToContainTextAsync("epoch", new() { Timeout = 30_000 });
        await visit.Picture("experiments-running");
        await Assertions.Expect(page.Locator("#ranking h2")).ToHaveTextAsync("Ranking", new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("finished");
        await Assertions.Expect(page.Locator("#ranking tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#conclusion")).ToContainTextAsync("3 seeds");
        await Assertions.Expect(page.Locator("#score .sentence")).ToContainTextAsync("after 150 epochs");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Stop it" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The report" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("3 networks on circles");
        await visit.Picture("experiments-report");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#ranking h2")).ToHaveTextAsync("Ranking");
    }

    [Fact]
    public async Task One_that_was_started_from_the_page_can_be_stopped_there()
    {
        await using var visit = await site.VisitAsync("/experiments/new?network=cnn&data=glyphs&epochs=500&seeds=10");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("interrupted", new() { Timeout = 30_000 });
        await page.GetByText("Delete…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it for good" }).ClickAsync();
        await page.WaitForURLAsync("**/experiments");
    }

    [Fact]
    public async Task One_that_runs_in_a_terminal_is_live_too()
    {
        var form = new StartForm { Activations = "relu,tanh", Data = "moons", Units = "8", Seeds = "1", Epochs = "6" };
        using var folder = new RunStore(site.Runs).New(form.Origin());
        var held = new TaskCompletionSource();
        var watcher = new Holding(held.Task);
        var running = Task.Factory.StartNew(
            () => form.Experiment(1).Run(watcher, folder, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await watcher.Began.Task;
        await using var visit = await site.VisitAsync($"/experiments/{folder.Id}");
        await Assertions.Expect(visit.Page.Locator("#state")).ToContainTextAsync("running");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Stop it" })).ToHaveCountAsync(0);
        held.SetResult();
        await running;
        folder.Close();
        folder.Dispose();
        await Assertions.Expect(visit.Page.Locator("#state")).ToContainTextAsync("finished", new() { Timeout = 15_000 });
        await Assertions.Expect(visit.Page.Locator("#ranking h2")).ToHaveTextAsync("Ranking");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "The report" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_are_chosen_in_the_list_and_compared_by_keyboard_alone()
    {
        string first = ExperimentKept.Finished(site), second = ExperimentKept.Finished(site, "relu,gelu", 5);
        await using var visit = await site.VisitAsync("/experiments");
        var page = visit.Page;
        foreach (var id in new[] { first, second })
        {
            await page.Locator($"input[value='{id}']").FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare the two" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Two experiments side by side");
        await Assertions.Expect(page.Locator(".differences")).ToContainTextAsync("epochs");
        await Assertions.Expect(page.Locator(".differences")).ToContainTextAsync("recipes[1].activation");
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "relu, gelu on moons" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#ranking tbody tr")).ToHaveCountAsync(2);
    }

    /// <summary>Keeps a training from going on until it is told.</summary>
    private sealed class Holding(Task held) : IWatcher
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Started(Recipe recipe, ulong seed) => Began.TrySetResult();

        public void Passed(Recipe recipe, ulong seed, EpochRecord epoch) => held.Wait(TestContext.Current.CancellationToken);

        public void Finished(RunRecord run)
        {
        }
    }
}
