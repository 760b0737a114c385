namespace Hillock.Lab.Tests;

/// <summary>A folder that a stranger has made: one clear line, and nothing outside it is read or deleted.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly RunStore _store;
    private readonly string _id;

    public HostileFolderTests()
    {
        _store = new(_scratch["runs"]);
        using var folder = _store.New(Origin.Here("test", new Dictionary<string, IReadOnlyList<string>> { ["--data"] = ["moons"], ["--tune"] = [] }));
        Support.Experiment("moons", "relu", epochs: 2, rows: 60).Run(null, folder, TestContext.Current.CancellationToken);
        folder.Close();
        _id = folder.Id!;
    }

    /// <summary>A file, what stands in it, and what the line must say.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "experiment.json", "", "experiment.json: is broken" },
        { "experiment.json", "{", "experiment.json: is broken" },
        { "experiment.json", "null", "experiment.json: is broken" },
        { "experiment.json", "[]", "experiment.json: is broken" },
        { "experiment.json", "{\"format\":1}", "experiment.json: is broken" },
        { "experiment.json", new('[', 100_000), "experiment.json: is broken" },
        { "experiment.json", "\xFF\xFE", "experiment.json: is broken" },
        { "end.json", "{\"at\":\"yesterday\",\"failure\":null}", "end.json: is broken" },
        { "1/settings.json", "{\"recipes\":[null]}", "settings.json: is broken" },
        { "1/conclusion.json", "{\"ranking\":7}", "conclusion.json: is broken" },
        { "1/01-relu-seed-1/epochs.jsonl", "{\"epoch\":1}\n", "epochs.jsonl, line 1: is broken" },
        { "1/01-relu-seed-1/checks.jsonl", "{\"step\":1,\"loss\":1,\"layers\":[null],\"sites\":[],\"heads\":[]}\n", "checks.jsonl, line 1: is broken" },
        { "1/01-relu-seed-1/findings.json", "[null]", "findings.json: is broken" },
        { "1/01-relu-seed-1/result.json", "{\"epochs\":1e999}", "result.json: is broken" },
    };

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_one_line(string file, string text, string help)
    {
        File.WriteAllText(Inside(file), text);
        var message = Should.Throw<HillockException>(ReadAll).Message;
        message.ShouldContain(help);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void What_was_typed_comes_back()
    {
        using var folder = _store.Open(_id);
        folder.Origin.Arguments.Keys.ShouldBe(["--data", "--tune"]);
        folder.Origin.Arguments["--data"].ShouldBe(["moons"]);
        folder.Origin.Arguments["--tune"].ShouldBeEmpty();
        folder.Origin.Machine.ShouldBe(Machine.This);
    }

    [Fact]
    public void A_torn_last_line_is_none()
    {
        File.AppendAllText(Inside("1/01-relu-seed-1/epochs.jsonl"), "{\"epoch\":3,");
        Run().Epochs().Count.ShouldBe(2);
    }

    [Fact]
    public void A_huge_file_is_not_read()
    {
        using (var file = File.OpenWrite(Inside("1/settings.json")))
        {
            file.SetLength(1L << 33);
        }
        Should.Throw<HillockException>(ReadAll).Message.ShouldContain("has 8589934592 bytes");
    }

    [Fact]
    public void More_runs_than_anyone_asked_for_are_refused()
    {
        var settings = File.ReadAllText(Inside("1/settings.json"));
        var many = string.Join(',', Enumerable.Range(1, 300_000));
        File.WriteAllText(Inside("1/settings.json"), System.Text.RegularExpressions.Regex.Replace(settings, "\"seeds\": \\[[^]]*\\]", $"\"seeds\": [{many}]"));
        Should.Throw<HillockException>(ReadAll).Message.ShouldContain("from 1 to 200000 runs");
    }

    [Theory]
    [InlineData("experiment.json")]
    [InlineData("1/settings.json")]
    [InlineData("1/01-relu-seed-1/epochs.jsonl")]
    public void A_link_to_a_file_outside_is_not_followed(string file)
    {
        File.Move(Inside(file), _scratch["outside"]);
        File.CreateSymbolicLink(Inside(file), _scratch["outside"]);
        Should.Throw<HillockException>(ReadAll).Message.ShouldContain("is a symbolic link");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1/01-relu-seed-1")]
    public void A_link_to_a_folder_outside_is_not_followed(string folder)
    {
        Directory.Move(Inside(folder), _scratch["outside"]);
        Directory.CreateSymbolicLink(Inside(folder), _scratch["outside"]);
        Should.Throw<HillockException>(ReadAll).Message.ShouldContain("is a symbolic link");
        _store.Remove(_id);
        Directory.GetFileSystemEntries(_scratch["outside"]).ShouldNotBeEmpty("a link is deleted, what it leads to is not");
    }

    [Fact]
    public void A_linked_experiment_is_none()
    {
        Directory.Move(Inside(""), _scratch["outside"]);
        Directory.CreateSymbolicLink(Inside(""), _scratch["outside"]);
        _store.Ids().ShouldBeEmpty();
        Should.Throw<HillockException>(() => _store.Remove(_id)).Message.ShouldContain("There is no experiment");
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("../outside")]
    [InlineData("/etc")]
    [InlineData("a\0b")]
    public void A_name_that_leads_out_is_none(string id)
    {
        Directory.CreateDirectory(_scratch["outside"]);
        File.WriteAllText(Path.Combine(_scratch["outside"], "experiment.json"), "{}");
        File.WriteAllText(_scratch["experiment.json"], "{}");
        Should.Throw<HillockException>(() => _store.Remove(id)).Message.ShouldContain("There is no experiment");
        Should.Throw<HillockException>(() => _store.Open(id));
        File.Exists(_scratch["experiment.json"]).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_that_is_no_experiment_is_not_deleted()
    {
        Directory.CreateDirectory(Path.Combine(_store.Folder, "photos"));
        Should.Throw<HillockException>(() => _store.Remove("photos")).Message.ShouldContain("There is no experiment 'photos'");
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("lock", "experiment.json.tmp7")]
    public void What_a_program_left_that_was_killed_at_once_is_seen_and_can_be_removed(params string[] files)
    {
        var left = Directory.CreateDirectory(Path.Combine(_store.Folder, "9999-left")).FullName;
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(left, file), "");
        }
        _store.Ids().ShouldBe(["9999-left", _id]);
        (_store.IsRecorded("9999-left"), _store.IsRecorded(_id)).ShouldBe((false, true));
        Should.Throw<HillockException>(() => _store.Open("9999-left")).Message.ShouldContain("before anything was recorded");
        // With anything else in it, it is somebody else's.
        File.WriteAllText(Path.Combine(left, "thesis.txt"), "mine");
        _store.Ids().ShouldBe([_id]);
        File.Delete(Path.Combine(left, "thesis.txt"));
        _store.Remove("9999-left");
        Directory.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public void Names_in_files_choose_no_folder_and_steer_no_terminal()
    {
        var settings = File.ReadAllText(Inside("1/settings.json"));
        File.WriteAllText(Inside("1/settings.json"), settings.Replace("\"name\": \"relu\"", "\"name\": \"../../\\u001b[2J\"", StringComparison.Ordinal));
        var run = Run();
        Path.GetDirectoryName(run.Path).ShouldBe(Path.GetDirectoryName(Inside("1/x")));
        run.Recipe.Name.ShouldBe("../../ [2J");
        run.Epochs().ShouldBeEmpty();
    }

    private string Inside(string file) => Path.Combine(_store.Folder, _id, file).TrimEnd('/');

    private RunFolder Run()
    {
        using var folder = _store.Open(_id);
        return folder.Parts()[0].Runs.Single();
    }

    private void ReadAll()
    {
        using var folder = _store.Open(_id);
        folder.State.ShouldBe("finished");
        foreach (var part in folder.Parts())
        {
            part.Conclusion();
            foreach (var run in part.Runs)
            {
                _ = (run.Epochs(), run.Checks(), run.Findings(), run.Result());
            }
        }
    }
}
