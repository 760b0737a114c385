using System.Text.Json;

namespace Hillock.Cli.Tests;

/// <summary>bench kernels: what it measures, not how fast it is.</summary>
public sealed class BenchTests
{
    private const string Small = "bench kernels --functions relu,softmax,relu --sizes 64,1000 ";

    [Fact]
    public async Task The_json_has_every_function_direction_and_size_and_one_copy_per_size()
    {
        var result = await Captured.Run(Small + "--dtype float64 --threads 2 --json");
        result.Code.ShouldBe(0, result.Error);
        using var document = JsonDocument.Parse(result.Out);
        var rows = document.RootElement.EnumerateArray().ToArray();
        rows.ShouldAllBe(row => row.EnumerateObject().Select(p => p.Name)
            .SequenceEqual(new[] { "function", "direction", "dtype", "size", "threads", "nsPerElement" }));
        string[] each = ["copy forward", "relu forward", "relu backward", "softmax forward", "softmax backward"];
        rows.Select(row => $"{row.GetProperty("function")} {row.GetProperty("direction")} {row.GetProperty("size")}")
            .ShouldBe([.. each.Select(name => name + " 64"), .. each.Select(name => name + " 1000")]);
        rows.ShouldAllBe(row => row.GetProperty("dtype").GetString() == "float64" && row.GetProperty("threads").GetInt32() == 2);
        rows.ShouldAllBe(row => row.GetProperty("nsPerElement").GetDouble() > 0);
        result.Error.TrimEnd('\n').Split('\n').Length.ShouldBe(rows.Length);
    }

    [Fact]
    public async Task The_table_has_a_line_per_function_and_two_columns_per_size()
    {
        var lines = (await Captured.Run("bench kernels --functions 'hard_tanh(low=-2, high=2)' --sizes 4096")).Out.Split('\n');
        lines[0].ShouldBe("ns per element, float32, 1 thread; inputs normal with standard deviation 2");
        lines[2].ShouldEndWith("  forward 4,096  backward 4,096");
        lines[3].ShouldStartWith("copy ");
        lines[4].ShouldStartWith("hard_tanh(low=-2, high=2)  ");
    }

    [Fact]
    public async Task A_stop_prints_nothing_but_that_it_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));
        var result = await Captured.Run("bench kernels --json", stop.Token);
        (result.Code, result.Out).ShouldBe((1, ""));
        result.Error.ShouldEndWith("hillock: Stopped.\n");
    }
}
