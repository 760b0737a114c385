using System.Globalization;
using System.Text.RegularExpressions;

namespace Hillock.Release.Tests;

/// <summary>The samples run and say what is true.</summary>
public partial class Samples
{
    [Fact]
    public async Task Ten_lines_print_what_the_readme_shows()
    {
        var readme = await File.ReadAllLinesAsync(Repository.Path("README.md"), TestContext.Current.CancellationToken);
        var shown = readme.SkipWhile(line => !line.StartsWith("gelu   ", StringComparison.Ordinal)).TakeWhile(line => line != "```").SelectMany(Numbers).ToArray();
        var printed = (await Command.Sample("TenLines")).Split('\n').SelectMany(Numbers).ToArray();
        (shown.Length, printed.Length).ShouldBe((20, 20));
        // The last bits of a float may change with a better kernel.
        shown.Zip(printed).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 1e-6);
    }

    [Fact]
    public async Task Over_tensors_rows_lie_along_the_last_axis_and_slices_are_computed_in_place()
    {
        var lines = (await Command.Sample("OverTensors")).Split('\n');
        // silu(2) = 2/(1 + e⁻²) = 1.7615941559…, and silu(0) = 0.
        lines[0].ShouldContain(" 0 1.761594 | ");
        // softmax of (−2, 1): 1/(1 + e³) = 0.0474258731…
        lines[2].ShouldStartWith("softmax  0.04742587");
        lines[3].ShouldBe("in place -2 0 1 | 1 2 1");
    }

    [Fact]
    public async Task Row_functions_take_huge_and_infinite_logits()
    {
        var lines = (await Command.Sample("RowFunctions")).Split('\n');
        // e¹, e², e³ over their sum; 1/(1 + e) = 0.2689414…
        lines[0].ShouldBe("softmax      0.09003057  0.24472848  0.66524094  0.26894143  0.7310586  0");
        lines[1].ShouldNotContain("NaN");
        lines[2].ShouldBe("log_softmax  0  -1000  -2000");
    }

    [Fact]
    public async Task A_trained_network_tells_the_moons_apart()
    {
        var accuracies = Accuracy().Matches(await Command.Sample("TrainANetwork"))
            .Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        accuracies.Length.ShouldBe(4);
        accuracies[^1].ShouldBeGreaterThan(95);
    }

    [Fact]
    public async Task The_trimmed_program_is_published_without_a_warning_and_runs_alone()
    {
        using var scratch = new Scratch();
        var log = await Command.Build(Repository.Path("samples/Trimmed"), "publish", "-c", "Release", "-o", scratch.Folder);
        log.ShouldNotContain("warning");
        // Trimmed: nothing of .NET is there that the library does not use.
        File.Exists(scratch["System.Private.CoreLib.dll"]).ShouldBeTrue();
        File.Exists(scratch["System.Net.Http.dll"]).ShouldBeFalse();
        var program = scratch[OperatingSystem.IsWindows() ? "Trimmed.exe" : "Trimmed"];
        (await Command.Run(program, scratch.Folder)).ShouldBe(await Command.Sample("Trimmed"));
    }

    private static IEnumerable<double> Numbers(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"test accuracy ([\d.]+) %")]
    private static partial Regex Accuracy();
}
