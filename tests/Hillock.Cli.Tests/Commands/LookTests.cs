using System.Text.Json;

namespace Hillock.Cli.Tests;

/// <summary>list, show and eval.</summary>
public sealed class LookTests
{
    [Fact]
    public async Task List_has_every_function_of_the_catalog()
    {
        var lines = (await Captured.Run("list")).Out.TrimEnd('\n').Split('\n');
        lines.Skip(1).Select(line => line.Split(' ')[0]).ShouldBe(Catalog.All.Select(entry => entry.Name));
        using var json = JsonDocument.Parse((await Captured.Run("list --json --family gated")).Out);
        json.RootElement.EnumerateArray().Select(line => line.GetProperty("name").GetString()).ShouldContain("gelu");
        json.RootElement.EnumerateArray().ShouldAllBe(line => line.GetProperty("family").GetString() == "gated");
    }

    [Fact]
    public async Task Show_knows_the_facts()
    {
        // sigmoid's slope is at most 1/4, at 0.
        using var json = JsonDocument.Parse((await Captured.Run("show sigmoid --json")).Out);
        var steepest = json.RootElement.GetProperty("properties").GetProperty("greatestSlope");
        steepest.GetProperty("value").GetDouble().ShouldBe(0.25, 1e-9);
        steepest.GetProperty("x").GetDouble().ShouldBe(0, 1e-6);
        (await Captured.Run("show 'leaky_relu(alpha=0.2)'")).Out.ShouldStartWith("leaky_relu(alpha=0.2)");
        (await Captured.Run("show softmax")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Show_tells_what_a_formula_is_and_what_was_rewritten()
    {
        var lines = (await Captured.Run("show 'x / (1 + exp(-x))'")).Out.Split('\n').Select(line => line.Trim()).ToList();
        lines.ShouldContain(line => line.StartsWith("as written", StringComparison.Ordinal) && line.EndsWith("x / (1 + exp(-x))", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("rewritten", StringComparison.Ordinal) && line.Contains("as x * sigmoid(x)", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("known as", StringComparison.Ordinal) && line.EndsWith("silu", StringComparison.Ordinal));
        using var json = JsonDocument.Parse((await Captured.Run("show 'exp(x) - 1' --json --as-written")).Out);
        json.RootElement.GetProperty("source").GetProperty("rewritings").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Words that a person who reads `show` must find, and words that would be wrong.</summary>
    [Theory]
    [InlineData("gelu", "saturated        |f′| < 0.01 for x < −3.067427\n", "-0")]
    [InlineData("gelu", "minima           −0.169971 at −0.751792\n", "extremes")]
    [InlineData("gelu", "concave to −1.414214, convex to 1.414214, concave", "nowhere")]
    [InlineData("soft_shrink", "zeros            −0.5 ≤ x ≤ 0.5\n", "not monotone")]
    [InlineData("snake", "properties       monotone", "slopes from")]
    [InlineData("'log(x)'", "no number        for x < 0; so", "direction")]
    [InlineData("'x >= 0 ? x : 0.1*x'", "known as         leaky_relu(alpha=0.1), but for the slope at 0\n", "none")]
    [InlineData("'np.maximum(alpha * x, x)'", "alpha            0.01 unless given\n", "none")]
    [InlineData("relu", "x ≤ 0", "−∞,")]
    [InlineData("relu", "convex", "straight")]
    [InlineData("thresholded_relu", "x ≤ 1", "zeros            −∞")]
    [InlineData("abs(x)+x**2", "convex", "convex to 0")]
    [InlineData("gelu", "curvature and kinks from −32 to 32", "straight")]
    [InlineData("log(x)", "for x < 0; so it has no moments", "E f²")]
    [InlineData("x**1.5", "for x < 0; so it has no moments", "keeps the signal")]
    [InlineData("sqrt(x)", "f(0) = 0, f(∞) = ∞", "monotone")]
    [InlineData("1/x", "E f² ∞", " bounded,")]
    [InlineData("hard_shrink", "between 0 and 1e300", "0000000")]
    public async Task Show_says_what_is_so(string function, string said, string unsaid)
    {
        var shown = (await Captured.Run($"show {function}")).Out;
        shown.ShouldContain(said);
        shown.ShouldNotContain(unsaid);
    }

    [Fact]
    public async Task Help_names_what_is_wanted_and_not_every_function()
    {
        var help = (await Captured.Run("--help")).Out;
        help.ShouldContain("show <FUNCTION>");
        help.Split('\n').ShouldAllBe(line => line.Length < 160);
    }

    [Fact]
    public async Task Show_writes_nothing_but_the_code_that_is_asked_for()
    {
        var written = await Captured.Run("show 'leaky_relu(alpha=0.2)' --format numpy");
        written.Code.ShouldBe(0);
        written.Error.ShouldBe("");
        written.Out.ShouldStartWith("# leaky_relu(alpha=0.2): where(x > 0, x, alpha * x)\n");
        written.Out.Split('\n').ShouldContain("def leaky_relu(x, alpha=0.2):");
        (await Captured.Run("show 'x*sigmoid(1.7*x)' --format javascript")).Out.ShouldContain("export function f(x) {");
    }

    [Theory]
    [InlineData("eval 'x*sigmoid(x)' --dtype float64", "0\n", "0\n")]
    [InlineData("eval 'np.where(x > 0, x, 0.5*x)'", "-1\n3\n", "-0.5\n3\n")]
    [InlineData("eval 'exp(x)-1'", "1e-20\n", "1E-20\n")]
    [InlineData("eval 'exp(x)-1' --as-written", "1e-20\n", "0\n")]
    [InlineData("eval relu", "-1\n2.5\n", "0\n2.5\n")]
    [InlineData("eval tanh --slope --dtype float64", "0\n", "1\n")]
    [InlineData("eval linear --dtype float16", "0.1\ninf\nnan\n", "0.1\ninf\nnan\n")]
    public async Task Eval_answers_line_by_line(string line, string input, string output)
    {
        using var process = Captured.Start(line);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(output);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Eval_says_which_line_is_no_number()
    {
        using var process = Captured.Start("eval relu");
        await process.StandardInput.WriteAsync("1\ntwo\n");
        process.StandardInput.Close();
        (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(
            "hillock: stdin, line 2: 'two' is no number; write one number a line, such as -1.5 or 2e-3.\n");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("compare --help")]
    public async Task Help_is_no_error(string line)
    {
        var result = await Captured.Run(line);
        (result.Code, result.Error).ShouldBe((0, ""));
        result.Out.ShouldContain("compare");
    }
}
