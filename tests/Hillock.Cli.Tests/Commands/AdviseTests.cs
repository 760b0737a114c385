using System.Text.Json;
using System.Xml.Linq;
using Hillock.Training;

namespace Hillock.Cli.Tests;

public sealed class AdviseTests
{
    [Fact]
    public async Task Advice_has_a_ranking_a_setup_what_to_watch_and_sources()
    {
        var result = await Captured.Run("advise --task classes --network cnn --normalization batchnorm --depth 3");
        (result.Code, result.Error).ShouldBe((0, ""));
        result.Out.ShouldContain("\n1  relu ");
        result.Out.ShouldContain("network        repeat 3 (conv 64 3x3, batchnorm, {act}), globalpool");
        result.Out.ShouldContain("first weights  he: variance 2/fan-in");
        result.Out.ShouldContain("output         softmax, applied to read the answer");
        result.Out.ShouldContain("(softmax_cross_entropy)");
        result.Out.ShouldContain("Dead units");
        result.Out.ShouldContain("- keras/src/applications");
        result.Out.Split('\n').Where(line => !line.Contains("try it", StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 100);
    }

    /// <summary>The line it gives can be typed: the network, the first weights and the functions are read by compare.</summary>
    [Theory]
    [InlineData("mlp --depth 2 --width 8")]
    [InlineData("lstm --depth 1 --width 4")]
    [InlineData("siren --depth 2 --width 8")]
    public async Task Its_line_can_be_typed(string network)
    {
        var line = (await Captured.Run($"advise --network {network} --json")).Out;
        var command = JsonDocument.Parse(line).RootElement.GetProperty("tryIt").GetString()!;
        command.ShouldStartWith("hillock compare ");
        var result = await Captured.Run(command["hillock ".Length..].Replace('"', '\'') + " --rows 64 --epochs 1 --seeds 1");
        (result.Code, result.Error.Contains("hillock:", StringComparison.Ordinal)).ShouldBe((0, false), result.Error);
    }

    [Fact]
    public async Task Json_has_the_figures_of_the_documents()
    {
        var root = JsonDocument.Parse((await Captured.Run("advise --network mlp --depth 20 --activations relu,sigmoid --json")).Out).RootElement;
        Plan.Parse(root.GetProperty("plan").GetString()!).IsOpen.ShouldBeTrue();
        root.GetProperty("trainedLoss").GetString().ShouldBe("binary_cross_entropy");
        var relu = root.GetProperty("ranking")[0];
        relu.GetProperty("activation").GetString().ShouldBe("relu");
        relu.GetProperty("gain").GetDouble().ShouldBe(Math.Sqrt(2), 1e-9);
        relu.GetProperty("gradientRatio").GetDouble().ShouldBe(1, 1e-6);
        relu.GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(0);
        relu.GetProperty("overflowsFrom").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Every_candidate_is_explained_formulas_too()
    {
        var text = (await Captured.Run("advise --depth 10 --activations 'relu,x*tanh(exp(x)),step' --explain")).Out;
        text.ShouldContain("The numbers");
        text.ShouldContain("\nx*tanh(exp(x)), +");
        text.ShouldContain("its slope is 0 everywhere");
        text.ShouldContain("arXiv:1611.01232");
    }

    [Fact]
    public async Task A_picture_shows_what_is_predicted_and_what_was_measured()
    {
        using var scratch = new Scratch();
        (await Captured.Run($"advise --depth 5 --width 32 --activations tanh,gelu --plot {scratch["p.svg"]}")).Code.ShouldBe(0);
        var plots = XDocument.Load(scratch["p.svg"]).Root!.Elements().Where(element => element.Name.LocalName == "svg").ToArray();
        plots.Length.ShouldBe(2);
        foreach (var (plot, rings) in plots.Zip(new[] { 8, 10 }))
        {
            // Each function's layers, and one in the legend.
            plot.Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(rings + 1);
            plot.Descendants().Select(element => element.Value).ShouldContain("measured");
        }
    }
}
