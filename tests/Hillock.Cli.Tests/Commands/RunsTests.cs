using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hillock.Cli.Tests;

public sealed partial class RunsTests : IDisposable
{
    private const string Small = "compare --data moons --rows 100 --epochs 3 --hidden 8 --seeds 2 --activations relu,tanh";

    private readonly Scratch _scratch = new();

    private string Kept => $"--runs {_scratch["runs"]}";

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_was_compared_is_listed_shown_exported_and_deleted()
    {
        (await Captured.Run($"runs list {Kept}")).Out.ShouldStartWith("No experiment is kept in ");
        var compared = await Captured.Run($"{Small} {Kept}");
        compared.Error.ShouldStartWith("Kept in ");
        var id = Path.GetFileName(Directory.GetDirectories(_scratch["runs"]).Single());
        id.ShouldMatch(@"^\d{4}-\d\d-\d\d-\d{6}-compare-moons$");

        var list = (await Captured.Run($"runs list {Kept}")).Out.Split('\n');
        list[1].ShouldMatch($"^{id} +compare +moons +finished +(relu|tanh), test accuracy [0-9.]+ %$");
        var show = (await Captured.Run($"runs show last {Kept}")).Out;
        show.ShouldContain("hillock compare --data moons");
        // Ranking and conclusion as when it ended.
        var ranked = compared.Out.Split('\n').Where(line => line is ['1' or '2', ' ', ..]).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[..4]);
        show.Split('\n').Where(line => line is ['1' or '2', ' ', ..]).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[..4]).ShouldBe(ranked);
        foreach (var line in compared.Out.TrimEnd('\n').Split('\n').Reverse().TakeWhile(line => !line.StartsWith("guessing", StringComparison.Ordinal)).Take(2))
        {
            show.ShouldContain(line);
        }

        var rows = (await Captured.Run($"runs export {id} {Kept}")).Out.TrimEnd('\n').Split('\n');
        rows[0].ShouldBe("part,name,activation,learning_rate,seed,epoch,step,train_loss,test_loss,score,seconds");
        // Two contestants, two seeds, three epochs; 80 rows in batches of 32 are three steps.
        rows.Length.ShouldBe(1 + (2 * 2 * 3));
        rows[3].ShouldStartWith("1,relu,relu,0.003,1,3,9,");
        using (var document = JsonDocument.Parse((await Captured.Run($"runs export {id} --format json {Kept}")).Out))
        {
            var runs = document.RootElement.GetProperty("parts")[0].GetProperty("runs");
            runs.EnumerateArray().ShouldAllBe(run => run.GetProperty("epochs").GetArrayLength() == 3 && run.GetProperty("checks").GetArrayLength() > 1);
        }
        (await Captured.Run($"runs export {id} --format tensorboard --to {_scratch["board"]} {Kept}")).Code.ShouldBe(0);
        Directory.GetFiles(_scratch["board"], "*tfevents*", SearchOption.AllDirectories).Length.ShouldBe(4);

        (await Captured.Run($"runs rm {id} {Kept}")).Code.ShouldBe(0);
        Directory.GetFileSystemEntries(_scratch["runs"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_experiments_stand_side_by_side()
    {
        await Captured.Run($"{Small} --runs {_scratch["runs"]}");
        await Captured.Run($"{Small} --runs {_scratch["runs"]} --lr 0.03");
        await Captured.Run($"{Small} --runs {_scratch["runs"]} --threads 1");
        string[] ids = [.. Directory.GetDirectories(_scratch["runs"]).Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)!)];
        var other = (await Captured.Run($"runs compare {ids[0]} {ids[1]} {Kept}")).Out;
        other.ShouldMatch(@"recipes\[0\]\.learningRate +0\.003 +0\.03");
        other.ShouldContain("0 of 4 common runs");
        using var same = JsonDocument.Parse((await Captured.Run($"runs compare {ids[0]} {ids[2]} --json {Kept}")).Out);
        same.RootElement.GetProperty("settings").GetArrayLength().ShouldBe(0);
        same.RootElement.GetProperty("sameRuns").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task Killed_while_it_trains_it_goes_on_to_the_same_result()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGKILL is how this test ends a process.");
        const string Longer = "compare --data moons --rows 200 --epochs 40 --hidden 16x16 --seeds 2 --activations relu,rrelu";
        var random = new Random(3);
        var line = $"{Longer} {Kept}";
        var killed = 0;
        for (var life = 0; life < 8; life++)
        {
            using var process = Captured.Start(line);
            if (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } first && first.StartsWith("Kept in", StringComparison.Ordinal))
            {
                await Task.Delay(random.Next(150), TestContext.Current.CancellationToken);
            }
            killed += process.HasExited ? 0 : 1;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            line = $"compare --resume {Path.GetFileName(Directory.GetDirectories(_scratch["runs"]).Single())} {Kept}";
        }
        killed.ShouldBeGreaterThan(0);
        var resumed = await Captured.Run($"{line} --json -");
        resumed.Code.ShouldBe(0, resumed.Error);
        var undisturbed = await Captured.Run($"{Longer} --json -");
        Times().Replace(resumed.Out, "").ShouldBe(Times().Replace(undisturbed.Out, ""));
        (await Captured.Run($"runs list {Kept}")).Out.ShouldContain("finished");
    }

    [Theory]
    [InlineData("diagnose --data moons --rows 100 --hidden 8^12 --activation sigmoid --epochs 6 --seeds 2 --prove")]
    [InlineData("compare --data moons --rows 100 --hidden 8 --activations relu,tanh --lr 0.001,0.01,0.1 --tune --epochs 9 --seeds 2")]
    [InlineData("compare --data moons --rows 100 --hidden 8 --schedule one-cycle,step --init unit_variance --micro-batch 9 --tune --lr 0.01,0.1 --epochs 9 --seeds 2")]
    public async Task A_command_of_several_parts_goes_on_from_where_it_was_stopped(string line)
    {
        var undisturbed = Times().Replace((await Captured.Run($"{line} --json -")).Out, "");
        var stopped = 0;
        Captured result;
        var next = $"{line} {Kept} --json -";
        do
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300 + (200 * stopped)));
            result = await Captured.Run(next, stop.Token);
            next = $"{line.Split(' ')[0]} --resume {Kept} --json -";
            // Stopped before anything began there is nothing to go on with.
            if (!Directory.Exists(_scratch["runs"]) || Directory.GetDirectories(_scratch["runs"]).Length == 0)
            {
                next = $"{line} {Kept} --json -";
            }
        }
        while (result.Out.Length == 0 && stopped++ < 100);
        Times().Replace(result.Out, "").ShouldBe(undisturbed);
        Directory.GetDirectories(Directory.GetDirectories(_scratch["runs"]).Single()).Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task What_a_stranger_wrote_into_the_arguments_writes_no_file()
    {
        await Captured.Run($"{Small} {Kept}");
        var file = Directory.GetFiles(_scratch["runs"], "experiment.json", SearchOption.AllDirectories).Single();
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file, text.Replace("\"--data\":", $"\"--json\": [\"{_scratch["stolen"]}\"], \"--data\":", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var id = Path.GetFileName(Path.GetDirectoryName(file)!);
        (await Captured.Run($"compare --resume {id} {Kept}")).Code.ShouldBe(0);
        File.Exists(_scratch["stolen"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Something_else_typed_with_resume_is_refused()
    {
        await Captured.Run($"{Small} {Kept}");
        var id = Path.GetFileName(Directory.GetDirectories(_scratch["runs"]).Single());
        foreach (var (line, help) in new[]
        {
            ($"compare --resume {id} --epochs 4 {Kept}", "epochs is '3' there and '4' now"),
            ($"compare --resume {id} --schedule cosine {Kept}", "recipes[0].schedule is 'linear' there and 'cosine' now"),
            ($"diagnose --resume {id} {Kept}", "write hillock compare --resume"),
            ($"compare --resume {Kept}", "There is no interrupted compare"),
            ($"compare --resume {id[..^1]} {Kept}", $"did you mean '{id}'?"),
            ("compare --resume", "with --runs none nothing is kept"),
            ($"runs show nothing {Kept}", "There is no experiment 'nothing'"),
            ($"runs rm .. {Kept}", "There is no experiment '..'"),
            ($"runs export {id} --format cvs {Kept}", "did you mean 'csv'?"),
            ($"runs export {id} --format tensorboard {Kept}", "needs --to FOLDER"),
        })
        {
            var result = await Captured.Run(line);
            result.Code.ShouldBe(2, line);
            result.Error.ShouldContain(help);
        }
    }

    [GeneratedRegex("\"([^\"]*econds[^\"]*|cost)\": [^,\n]*")]
    private static partial Regex Times();
}
