using Hillock.Lab;

namespace Hillock.Cli.Tests;

/// <summary>Plots in the terminal.</summary>
public sealed class PlotTests
{
    [Fact]
    public async Task A_plot_has_axes_curves_and_a_legend()
    {
        var lines = (await Captured.Run("plot relu --slope --range -4:4")).Out.TrimEnd('\n').Split('\n');
        lines.Where(line => line.Contains('┤', StringComparison.Ordinal)).Select(line => line.Split('┤')[0].Trim()).ShouldBe(["4", "3", "2", "1", "0"]);
        lines.Single(line => line.Contains('└', StringComparison.Ordinal)).ShouldContain("▒");
        lines.ShouldContain(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SequenceEqual(new[] { "−4", "−2", "0", "2", "4" }));
        lines[^4].ShouldEndWith("relu");
        lines[^3].ShouldEndWith("relu′");
        lines[^2].ShouldEndWith("kink");
        lines[^1].ShouldEndWith("|f′| < 0.01");
        lines.ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task Several_functions_are_told_apart_without_colours()
    {
        var output = (await Captured.Run("plot relu gelu silu mish")).Out;
        output.ShouldNotContain("\u001b");
        output.TrimEnd('\n').Split('\n').SkipWhile(line => !line.EndsWith("relu", StringComparison.Ordinal)).Take(4)
            .Select(line => line[..8]).ShouldBeUnique();
    }

    [Fact]
    public async Task Jumps_are_gaps()
    {
        // Between the two levels of the step nothing is drawn.
        var lines = (await Captured.Run("plot step --range -1:1")).Out.Split('\n');
        lines[4].ShouldAllBe(c => c < '\u2800' || c > '\u28ff');
        string.Concat(lines).ShouldContain("●");
        string.Concat(lines).ShouldContain("○");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Colours_are_used_only_where_they_are_wanted(bool inColour)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        TerminalPlot.Write(Plot.Of([Catalog.Parse("gelu")], [CurveKind.Value]), writer, inColour, 80);
        writer.ToString().Contains("\u001b[", StringComparison.Ordinal).ShouldBe(inColour);
    }

    [Fact]
    public void A_narrow_terminal_gets_a_narrow_plot()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        TerminalPlot.Write(Plot.Of([Catalog.Parse("gelu")], [CurveKind.Value]), writer, inColour: false, 40);
        writer.ToString().Split('\n').ShouldAllBe(line => line.Length <= 40);
    }
}
