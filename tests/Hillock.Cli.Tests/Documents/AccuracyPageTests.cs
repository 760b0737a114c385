namespace Hillock.Cli.Tests;

/// <summary>The page of worst errors says what the kept results say.</summary>
public class AccuracyPageTests
{
    [Fact]
    public async Task It_is_made_of_the_kept_results()
    {
        using var scratch = new Scratch();
        (await Captured.Run($"verify --record {Repository.Path("docs/data/accuracy")} --page {scratch["page.md"]}")).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(scratch["page.md"], TestContext.Current.CancellationToken)).ShouldBe(
            (await File.ReadAllTextAsync(Repository.Path("docs/accuracy.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"),
            "make it anew: hillock verify --record docs/data/accuracy --page docs/accuracy.md");
    }
}
