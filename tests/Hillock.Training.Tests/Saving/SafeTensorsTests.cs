using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Hillock.Training.Tests;

public sealed class SafeTensorsTests : IDisposable
{
    private static readonly string PyTorch = Path.Combine(AppContext.BaseDirectory, "PyTorch");

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_Python_wrote_is_read()
    {
        // Written by record_safetensors.py, where the numbers stand.
        var file = SafeTensors.Read(Path.Combine(PyTorch, "training", "python.safetensors"));
        file.Metadata.ShouldBe(new Dictionary<string, string> { ["format"] = "pt", ["note"] = "line\nbreak" });
        file.Tensors.Select(t => $"{t.Name}: {t}").ShouldBe(
        [
            "dense1.weights: F32 2×3", "dense1.biases: F32 3", "scale: F32", "none: F32 0×4", "order: I32 4", "exact: F64 1", "on: BOOL 2", "größe π: U64 1",
        ], ignoreOrder: true);
        StoredTensor Of(string name) => file.Tensors.Single(t => t.Name == name);
        Of("dense1.weights").As<float>().ToArray().ShouldBe([1, -2.5f, 0, float.NaN, float.PositiveInfinity, float.Epsilon]);
        Of("dense1.biases").As<float>().ToArray().ShouldBe([0.1f, 0.2f, 0.3f]);
        Of("scale").As<float>().ToArray().ShouldBe([7f]);
        Of("none").Bytes.ShouldBeEmpty();
        Of("order").As<int>().ToArray().ShouldBe([2, 0, 3, 1]);
        Of("exact").As<double>().ToArray().ShouldBe([0.1]);
        Of("on").Bytes.ShouldBe([1, 0]);
        Of("größe π").As<ulong>().ToArray().ShouldBe([ulong.MaxValue]);
    }

    [Fact]
    public void What_is_written_is_what_the_format_says()
    {
        var path = _scratch["two.safetensors"];
        Two().Write(path);
        var bytes = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        (length % 8).ShouldBe(0);
        bytes[8].ShouldBe((byte)'{');
        using var header = JsonDocument.Parse(bytes.AsMemory(8, length));
        header.RootElement.GetProperty("__metadata__").GetProperty("by").GetString().ShouldBe("Hillock");
        var ab = header.RootElement.GetProperty("a \"b\"");
        ab.GetProperty("dtype").GetString().ShouldBe("F32");
        ab.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32()).ShouldBe([2, 1]);
        ab.GetProperty("data_offsets").EnumerateArray().Select(e => e.GetInt32()).ShouldBe([0, 8]);
        header.RootElement.GetProperty("c").GetProperty("data_offsets").EnumerateArray().Select(e => e.GetInt32()).ShouldBe([8, 12]);
        // 1, −2 and 3 as IEEE 754 writes them, least significant byte first.
        bytes.AsSpan(8 + length).ToArray().ShouldBe([0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 3, 0, 0, 0]);
        Directory.GetFiles(_scratch.Folder).ShouldBe([path]);
    }

    [Fact]
    public void Python_reads_what_is_written()
    {
        const string Python = "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(Python), "There is no Python here.");
        var path = _scratch["two.safetensors"];
        Two().Write(path);
        using var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(PyTorch, "record_safetensors.py"), "read", path])
        {
            RedirectStandardOutput = true,
        })!;
        using var read = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        var arrays = read.RootElement.GetProperty("arrays");
        arrays.GetProperty("a \"b\"").GetProperty("values").EnumerateArray().Select(v => v.GetString()).ShouldBe(["1.0", "-2.0"]);
        arrays.GetProperty("c").GetProperty("values").EnumerateArray().Select(v => v.GetString()).ShouldBe(["3"]);
        read.RootElement.GetProperty("metadata").GetProperty("by").GetString().ShouldBe("Hillock");
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_whole_or_stays()
    {
        var path = _scratch.Write("weights", "before");
        var twice = new SafeTensors([StoredTensor.Of("a", new Tensor(1)), StoredTensor.Of("a", new Tensor(1))], new Dictionary<string, string>());
        Should.Throw<ArgumentException>(() => twice.Write(path));
        Should.Throw<IOException>(() => OutputFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }));
        File.ReadAllText(path).ShouldBe("before");
        Two().Write(path);
        SafeTensors.Read(path).Tensors.Count.ShouldBe(2);
        Directory.GetFiles(_scratch.Folder).ShouldBe([path]);
    }

    private static SafeTensors Two() => new(
        [StoredTensor.Of("a \"b\"", Tensor.From([1, -2], 2, 1)), StoredTensor.Of<int>("c", ElementType.Int32, [3])],
        new Dictionary<string, string> { ["by"] = "Hillock" });
}
