using System.Text.Json;

namespace Hillock.Cli.Tests;

public sealed class DiagnoseTests
{
    private const string Sick = "diagnose --data moons --rows 400 --epochs 20 --hidden 24^14 --activation sigmoid --seeds 3 ";

    [Fact]
    public async Task What_is_wrong_is_told_with_its_evidence_and_what_may_help()
    {
        var result = await Captured.Run(Sick);
        result.Code.ShouldBe(0);
        result.Out.ShouldContain("1. vanishing gradients (critical, seen in ");
        result.Out.ShouldContain("in 3 of 3 runs)");
        result.Out.ShouldContain("May help: first weights by centred instead of auto; relu instead of sigmoid");
        result.Out.Split('\n').ShouldAllBe(line => line.Length <= 100);
    }

    [Fact]
    public async Task A_healthy_network_is_left_alone()
    {
        var result = await Captured.Run("diagnose --data moons --epochs 20 --activation gelu --seeds 1");
        result.Code.ShouldBe(0);
        result.Out.ShouldContain("Nothing is wrong that could be seen");
    }

    [Fact]
    public async Task A_proof_tells_what_helped_and_what_did_not()
    {
        using var folder = new Scratch();
        var page = folder["report.html"];
        var result = await Captured.Run(Sick + $"--prove --json - --report {page}");
        result.Code.ShouldBe(0);
        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("conclusion").GetString().ShouldStartWith("Shown to help: ");
        var proof = json.RootElement.GetProperty("proof").EnumerateArray().ToArray();
        var relu = proof.Single(trial => trial.GetProperty("remedy").GetString() == "relu instead of sigmoid");
        relu.GetProperty("helps").GetBoolean().ShouldBeTrue();
        relu.GetProperty("gone").EnumerateArray().Select(rule => rule.GetString()).ShouldContain("vanishing gradients");
        var finding = json.RootElement.GetProperty("runs")[0].GetProperty("findings")[0];
        finding.GetProperty("rule").GetString().ShouldBe("vanishing gradients");
        finding.GetProperty("value").GetDouble().ShouldBeLessThan(finding.GetProperty("threshold").GetDouble());
        // A page that needs nothing else, and runs nothing.
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        html.ShouldStartWith("<!doctype html>");
        html.ShouldContain("Remedies tried");
        html.ShouldNotContain("<script");
        html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).ShouldNotContain("http");
    }

    [Fact]
    public async Task A_page_keeps_a_formula_from_being_markup()
    {
        using var folder = new Scratch();
        var page = folder["report.html"];
        var result = await Captured.Run($"compare --data moons --rows 100 --epochs 2 --seeds 1 --activations 'x<0 ? 0.1*x : x' --report {page}");
        result.Code.ShouldBe(0);
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        html.ShouldContain("x&lt;0");
        html.ShouldNotContain("x<0");
    }
}
