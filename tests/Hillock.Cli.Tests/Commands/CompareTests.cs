using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hillock.Cli.Tests;

public sealed partial class CompareTests
{
    private const string Small = "compare --data moons --rows 100 --epochs 3 --hidden 8 --seeds 2 --activations relu,tanh,linear ";

    [Fact]
    public async Task The_table_ranks_every_activation_and_ends_with_a_conclusion()
    {
        var result = await Captured.Run(Small);
        result.Code.ShouldBe(0);
        var lines = result.Out.Split('\n');
        lines[0].ShouldBe("moons: 80 rows to train with, 20 to test with, 2 features, 2 classes");
        lines[1].ShouldBe("2-8-1, init auto, adam, lr 0.003 falling to 0, batch 32, 3 epochs, seeds 1 to 2");
        lines[3].ShouldStartWith("#  activation");
        lines.Where(line => line is ['1' or '2' or '3', ' ', ..])
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).Order()
            .ShouldBe(["linear", "relu", "tanh"]);
        result.Out.ShouldContain("no nonlinearity");
        result.Out.ShouldContain("2 seeds, paired t-tests");
        lines.ShouldAllBe(line => line.Length <= 100);
    }

    [Theory]
    [InlineData("--schedule cosine", "lr 0.003 falling to 0 along half a cosine, batch 32, 3 epochs")]
    [InlineData("--schedule warm-up,constant --batch 16 --micro-batch 4", "lr 0.003 by schedule warm-up|constant, batch 16 in parts of 4, 3 epochs")]
    [InlineData("--init unit_variance,auto", "2-8-1, init unit_variance|auto, adam,")]
    public async Task The_course_of_training_is_said(string options, string said)
    {
        var result = await Captured.Run($"{Small} {options}");
        result.Code.ShouldBe(0);
        result.Out.Split('\n')[1].ShouldContain(said);
    }

    [Fact]
    public async Task A_summary_has_a_line_for_each_layer_and_trains_nothing()
    {
        var result = await Captured.Run("compare --data glyphs --network cnn --summary --batch 64");
        result.Code.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        // 3·3·1·16 weights and 16 biases; padding keeps the 16×16.
        result.Out.ShouldMatch("conv1 relu +16×16×16 +160 ");
        result.Out.ShouldMatch("total +10 ");
    }

    [Fact]
    public async Task Each_finished_run_is_a_plain_line_on_stderr()
    {
        var lines = (await Captured.Run(Small)).Error.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(6);
        // No control characters of a terminal among them.
        lines.ShouldAllBe(line => Finished().IsMatch(line));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task A_terminal_gets_bars_in_colour_unless_told_otherwise(string? noColor, bool coloured)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script(1) lends the terminal.");
        var command = $"dotnet {Path.Combine(AppContext.BaseDirectory, "Hillock.Cli.dll")} {Small}";
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        (start.Environment["NO_COLOR"], start.Environment["TERM"]) = (noColor, "xterm-256color");
        using var process = Process.Start(start)!;
        var screen = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        screen.ShouldContain("all 6 runs");
        screen.ShouldContain("6/6  ");
        Colour().IsMatch(screen).ShouldBe(coloured);
    }

    [Fact]
    public async Task Json_on_stdout_is_alone_there_and_has_everything()
    {
        var result = await Captured.Run(Small + "--json -");
        using var document = JsonDocument.Parse(result.Out);
        var root = document.RootElement;
        root.EnumerateObject().Select(p => p.Name).ShouldBe(["task", "data", "settings", "level", "runs", "ranking", "conclusion"]);
        (root.GetProperty("task").GetString(), root.GetProperty("data").GetString()).ShouldBe(("binary", "moons"));
        var runs = root.GetProperty("runs").EnumerateArray().ToArray();
        runs.Select(run => (run.GetProperty("activation").GetString(), run.GetProperty("seed").GetInt32()))
            .ShouldBe([("relu", 1), ("tanh", 1), ("linear", 1), ("relu", 2), ("tanh", 2), ("linear", 2)]);
        runs[0].EnumerateObject().Select(p => p.Name).ShouldBe(
            ["name", "activation", "learningRate", "schedule", "init", "seed", "diverged", "testAccuracy", "testLoss", "epochsToLevel", "epochs", "seconds", "layers", "notes"]);
        runs[0].GetProperty("epochs").GetArrayLength().ShouldBe(3);
        runs[0].GetProperty("epochs")[2].EnumerateObject().Select(p => p.Name)
            .ShouldBe(["trainLoss", "testLoss", "testAccuracy", "seconds"]);
        runs[0].GetProperty("epochs")[2].GetProperty("testAccuracy").GetDouble().ShouldBe(runs[0].GetProperty("testAccuracy").GetDouble());
        var ranking = root.GetProperty("ranking").EnumerateArray().ToArray();
        foreach (var rank in ranking)
        {
            // The mean is that of the runs, and lies within its interval.
            var mine = runs.Where(run => run.GetProperty("activation").GetString() == rank.GetProperty("activation").GetString());
            rank.GetProperty("mean").GetDouble().ShouldBe(mine.Average(run => run.GetProperty("testAccuracy").GetDouble()), 1e-12);
            rank.GetProperty("mean").GetDouble().ShouldBeInRange(rank.GetProperty("low").GetDouble(), rank.GetProperty("high").GetDouble());
        }
        ranking.Select(rank => -rank.GetProperty("mean").GetDouble()).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_same_command_gives_the_same_json_but_for_times_with_any_number_of_threads()
    {
        var first = (await Captured.Run(Small + "--json - --threads 1")).Out;
        var again = (await Captured.Run(Small + "--json - --threads 1")).Out;
        var two = (await Captured.Run(Small + "--json - --threads 2")).Out;
        var other = (await Captured.Run(Small + "--json - --seed 2")).Out;
        Times().Replace(again, "").ShouldBe(Times().Replace(first, ""));
        Times().Replace(two, "").ShouldBe(Times().Replace(first, ""));
        Times().Replace(other, "").ShouldNotBe(Times().Replace(first, ""));
    }

    [Fact]
    public async Task Regression_has_errors_instead_of_accuracies_and_divergence_is_null()
    {
        var result = await Captured.Run(
            "compare --data sine --rows 100 --epochs 4 --hidden 8 --seeds 1 --activations linear,tanh --optimizer sgd --lr 1000 --json -");
        using var document = JsonDocument.Parse(result.Out);
        var run = document.RootElement.GetProperty("runs")[0];
        run.TryGetProperty("testAccuracy", out _).ShouldBeFalse();
        run.GetProperty("diverged").GetBoolean().ShouldBeTrue();
        run.GetProperty("testError").ValueKind.ShouldBe(JsonValueKind.Null);
        document.RootElement.GetProperty("ranking")[0].GetProperty("low").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_json_file_is_whole_and_alone()
    {
        using var scratch = new Scratch();
        scratch.Write("result.json", "what was there before");
        (await Captured.Run(Small + $"--json {scratch["result.json"]}")).Code.ShouldBe(0);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(scratch["result.json"], TestContext.Current.CancellationToken));
        document.RootElement.GetProperty("runs").GetArrayLength().ShouldBe(6);
        Directory.GetFileSystemEntries(scratch.Folder).ShouldBe([scratch["result.json"]]);
    }

    [Fact]
    public async Task A_stop_shows_what_is_finished_and_leaves_no_file()
    {
        using var scratch = new Scratch();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = await Captured.Run(
            $"compare --data moons --activations relu,tanh --epochs 100000 --threads 1 --json {scratch["result.json"]}", stop.Token);
        result.Code.ShouldBe(1);
        result.Error.ShouldContain("hillock: Stopped after 0 of 6 runs; no JSON written.");
        Directory.GetFileSystemEntries(scratch.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_ends_the_process_with_1_and_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kill -INT is how a test presses Ctrl-C.");
        using var scratch = new Scratch();
        using var process = Captured.Start(
            $"compare --data moons --rows 100 --activations relu,tanh --epochs 5000 --seeds 500 --json {scratch["result.json"]}");
        (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().ShouldStartWith("1/1000");
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(1);
        (await error).ShouldContain("hillock: Stopped after");
        (await output).ShouldContain("activation");
        Directory.GetFileSystemEntries(scratch.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_csv_file_is_compared_on()
    {
        using var scratch = new Scratch();
        // The class is whether x is above 50: any network can learn it.
        var rows = Enumerable.Range(1, 100).Select(x => $"{x},{x * 7 % 10},{(x > 50 ? "high" : "low")}");
        var path = scratch.Write("numbers.csv", "x,noise,kind\n" + string.Join('\n', rows) + "\n");
        var result = await Captured.Run(
            $"compare --data {path} --target kind --skip noise --activations relu,gelu --hidden 8 --seeds 2 --epochs 30 --lr 0.02");
        result.Code.ShouldBe(0, result.Error);
        result.Out.ShouldStartWith("numbers: 80 rows to train with, 20 to test with, 1 feature, 2 classes\n");
    }

    [Fact]
    public async Task Iris_is_learned()
    {
        var path = Hillock.Tests.SharedFolder.Path("data/tabular/iris.csv");
        var result = await Captured.Run(
            $"compare --data {path} --activations relu,gelu,tanh --hidden 16 --lr 0.01 --seeds 10 --json -");
        using var document = JsonDocument.Parse(result.Out);
        document.RootElement.GetProperty("ranking").EnumerateArray().ShouldAllBe(rank => rank.GetProperty("mean").GetDouble() >= 0.93);
    }

    [GeneratedRegex(@"^\d/6  (relu|tanh|linear), seed [12]: test accuracy \d+\.\d %, \d+\.\d s$")]
    private static partial Regex Finished();

    [GeneratedRegex("\"[^\"]*econds[^\"]*\": [^,\n]*")]
    private static partial Regex Times();

    [GeneratedRegex(@"\x1b\[[0-9;]*38;")]
    private static partial Regex Colour();
}
