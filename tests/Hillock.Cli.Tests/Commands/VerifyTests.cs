using System.Text.Json;

namespace Hillock.Cli.Tests;

public class VerifyTests
{
    [Fact]
    public async Task A_kept_promise_is_a_success_and_json_says_by_how_much()
    {
        var result = await Captured.Run("verify relu --json");
        result.Code.ShouldBe(0, result.Error);
        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.EnumerateArray().Select(one => one.GetProperty("format").GetString()).ShouldBe(["float32", "float64", "float16", "bfloat16"]);

        // max(x, 0) is x or 0, without any error.
        json.RootElement[0].GetProperty("values").GetProperty("ulp").GetProperty("error").GetDouble().ShouldBe(0);
        json.RootElement[0].GetProperty("inputs").GetInt64().ShouldBeGreaterThan(65536);
    }

    [Theory]
    [InlineData("float16")]
    [InlineData("bfloat16")]
    public async Task Of_16_bits_all_numbers_are_tried(string format)
    {
        var result = await Captured.Run($"verify gelu --dtype {format} --json");
        result.Code.ShouldBe(0, result.Error);
        using var json = JsonDocument.Parse(result.Out);
        var one = json.RootElement.EnumerateArray().ShouldHaveSingleItem();
        (one.GetProperty("inputs").GetInt64(), one.GetProperty("exhaustive").GetBoolean()).ShouldBe((65536, true));

        // Rounded once: half a unit, and what float32 may add.
        one.GetProperty("values").GetProperty("ulp").GetProperty("error").GetDouble().ShouldBeInRange(0.49, 0.5003);
    }

    [Fact]
    public async Task A_stopped_run_keeps_its_state_and_a_foreign_state_is_refused()
    {
        using var scratch = new Scratch();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var stopped = await Captured.Run($"verify relu --exhaustive --state {scratch.Folder}", stop.Token);
        stopped.Code.ShouldBe(1);
        stopped.Error.ShouldContain("Stopped.");
        File.Exists(scratch["relu.json"]).ShouldBeTrue();

        scratch.Write("relu.json", "[1, 2");
        var refused = await Captured.Run($"verify relu --exhaustive --state {scratch.Folder}");
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("delete it");
    }
}
