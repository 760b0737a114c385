namespace Hillock.Cli.Tests;

/// <summary>What the README shows is what there is.</summary>
public class ReadmeTests
{
    [Fact]
    public void Its_ten_lines_are_the_sample() =>
        Read("README.md").ShouldContain(Read("samples/TenLines/Program.cs").Trim());

    [Fact]
    public async Task Its_picture_is_what_plot_draws()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        try
        {
            (await Captured.Run($"plot relu gelu silu mish elu tanh sigmoid --range -4:4 --svg {file}")).Code.ShouldBe(0);
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(
                Read("docs/images/activations.svg"), "draw it anew: hillock plot relu gelu silu mish elu tanh sigmoid --range -4:4 --svg docs/images/activations.svg");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("list", "--family", "--json")]
    [InlineData("show", "--json")]
    [InlineData("eval", "--slope", "--dtype")]
    [InlineData("plot", "--slope", "--curvature", "--range", "--svg")]
    [InlineData("compare", "--data", "--activations", "--hidden")]
    [InlineData("diagnose", "--runs", "--resume")]
    [InlineData("runs", "list", "show", "compare", "rm", "export")]
    [InlineData("advise", "--task", "--network", "--depth", "--explain", "--plot")]
    [InlineData("bench kernels", "--functions", "--sizes", "--threads", "--dtype", "--json")]
    public async Task Its_commands_and_options_are_those_of_help(string command, params string[] options)
    {
        Read("README.md").ShouldContain($"hillock {command} ");
        var help = (await Captured.Run($"{command} --help")).Out;
        options.ShouldAllBe(option => help.Contains(option, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_the_catalog_is_what_list_writes() =>
        (await Captured.Run("list --markdown")).Out.ReplaceLineEndings("\n").ShouldBe(
            Read("docs/catalog.md"), "write it anew: hillock list --markdown > docs/catalog.md");

    [Fact]
    public void It_has_no_holes() => Read("README.md").ShouldNotContain("_OUTPUT");

    private static string Read(string path) => File.ReadAllText(Repository.Path(path)).ReplaceLineEndings("\n");
}
