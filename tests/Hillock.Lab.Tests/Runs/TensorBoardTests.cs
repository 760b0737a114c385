using System.Buffers.Binary;
using System.Text;
using Hillock.Lab.TensorBoard;

namespace Hillock.Lab.Tests;

/// <summary>Event files are read here by a reader of their own, written after the format's description.</summary>
public sealed class TensorBoardTests : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>RFC 3720, appendix B.4: bytes, and their CRC-32C.</summary>
    public static TheoryData<byte[], uint> Published => new()
    {
        { new byte[32], 0x8A9136AA },
        { [.. Enumerable.Repeat((byte)0xFF, 32)], 0x62A8AB43 },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)i)], 0x46DD794E },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)(31 - i))], 0x113FDB5C },
        { "123456789"u8.ToArray(), 0xE3069283 },
    };

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Published))]
    public void Checksums_are_the_published_ones(byte[] bytes, uint crc) => Crc32C.Of(bytes).ShouldBe(crc);

    [Fact]
    public void A_masked_checksum_is_that_of_tensorboards_own_test() =>
        Crc32C.Masked([0x1A, 0x11, .. "CRC test, one two"u8]).ShouldBe(0x5794D08Au);

    [Fact]
    public void An_event_file_holds_what_the_run_was()
    {
        var experiment = Support.Experiment("moons", "relu", epochs: 4, rows: 60);
        var store = new RunStore(_scratch["runs"]);
        using var folder = store.New(Origin.Here("test", new Dictionary<string, IReadOnlyList<string>>()));
        var run = experiment.Run(null, folder, TestContext.Current.CancellationToken).Runs.Single();
        var kept = folder.Parts()[0].Runs.Single();
        var file = Directory.GetFiles(kept.Path, "*tfevents*").Single();
        var events = Events(File.ReadAllBytes(file));

        Encoding.UTF8.GetString(events[0].Bytes(3)).ShouldBe("brain.Event:2");
        Value[] values = [.. events.SelectMany(e => e.All(5).SelectMany(s => new Fields(s).All(1)).Select(v => new Value(e.Number(2), new(v))))];
        // 60 rows, 48 to train with, 32 a step: an epoch has two steps.
        Scalars(values, "loss/train").ShouldBe(run.Epochs.Select((epoch, i) => (2L * (i + 1), (float)epoch.TrainLoss)));
        Scalars(values, "loss/test").ShouldBe(run.Epochs.Select((epoch, i) => (2L * (i + 1), (float)epoch.TestLoss)));
        Scalars(values, "score/test_accuracy").ShouldBe(run.Epochs.Select((epoch, i) => (2L * (i + 1), (float)epoch.Score)));
        Scalars(values, "dense2/gradient_norm").ShouldBe(
            run.Checks.Where(check => check.Layers.Count > 0).Select(check => (check.Step, (float)check.Layers.Single(layer => layer.Name == "dense2").GradientNorm)));
        foreach (var (value, check) in values.Where(value => value.Tag == "dense1/outputs").Zip(run.Checks, (value, check) => (value, check)))
        {
            var counted = check.Sites[0].OutputHistogram;
            var rows = value.Doubles();
            value.Step.ShouldBe(check.Step);
            rows.Select(row => row[2]).ShouldBe(counted.Counts.Select(count => (double)count));
            (rows[0][0], rows[^1][1]).ShouldBe((counted.Low, counted.High));
            rows.Zip(rows.Skip(1)).ShouldAllBe(pair => pair.First[1] == pair.Second[0]);
        }
        // The plugin is named at the first value of a tag: without it TensorBoard does not know what to show.
        values.GroupBy(value => value.Tag).ShouldAllBe(tag => tag.First().Plugin != null);
        values.Where(value => value.Plugin == "hparams").Select(value => value.Tag).ShouldBe(["_hparams_/session_start_info", "_hparams_/session_end_info"]);

        kept.WriteEvents(_scratch["exported"]);
        File.ReadAllBytes(Directory.GetFiles(_scratch["exported"]).Single()).ShouldBe(File.ReadAllBytes(file));
    }

    [Fact]
    public void What_is_not_finite_is_in_no_scalar_and_no_histogram()
    {
        var summaries = new Summaries();
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300 })
        {
            summaries.Scalar("loss", bad).ShouldBeNull();
        }
        float[] values = [float.NaN, float.PositiveInfinity, 1, 3, float.NegativeInfinity];
        Rows(summaries.Histogram("some", Histogram.Of(values, 1, 3))).Sum(row => row[2]).ShouldBe(2);
        // Nothing that could be counted; and equal values, whose edges are all the same and whose count is in the last row.
        Rows(summaries.Histogram("none", Histogram.Of([float.NaN], 0, 0))).ShouldAllBe(row => row.SequenceEqual(new double[] { 0, 0, 0 }));
        var equal = Rows(summaries.Histogram("equal", Histogram.Of([5f, 5f, 5f], 5, 5)));
        equal[^1].ShouldBe([5, 5, 3]);
        equal[..^1].ShouldAllBe(row => row.SequenceEqual(new double[] { 5, 5, 0 }));
    }

    private static double[][] Rows(Message histogram) => new Value(0, new(histogram.Bytes.ToArray())).Doubles();

    private static IEnumerable<(long, float)> Scalars(IEnumerable<Value> values, string tag) =>
        values.Where(value => value.Tag == tag).Select(value => (value.Step, BinaryPrimitives.ReadSingleLittleEndian(value.Content)));

    /// <summary>The events of a file, each checksum checked bit by bit with the polynomial 0x82F63B78.</summary>
    private static List<Fields> Events(ReadOnlySpan<byte> file)
    {
        List<Fields> events = [];
        while (file.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
            Unmasked(BinaryPrimitives.ReadUInt32LittleEndian(file[8..])).ShouldBe(Slow(file[..8]));
            Unmasked(BinaryPrimitives.ReadUInt32LittleEndian(file[(12 + length)..])).ShouldBe(Slow(file.Slice(12, length)));
            events.Add(new(file.Slice(12, length).ToArray()));
            file = file[(16 + length)..];
        }
        return events;
    }

    private static uint Unmasked(uint masked)
    {
        var turned = masked - 0xA282EAD8;
        return (turned >> 17) | (turned << 15);
    }

    private static uint Slow(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
            }
        }
        return ~crc;
    }

    /// <summary>A value of a summary: tag 1, tensor 8, metadata 9.</summary>
    private sealed record Value(long Step, Fields Fields)
    {
        public string Tag => Encoding.UTF8.GetString(Fields.Bytes(1));

        public byte[] Content => new Fields(Fields.Bytes(8)).Bytes(4);

        public string? Plugin => Fields.All(9).Select(m => Encoding.UTF8.GetString(new Fields(new Fields(m).Bytes(1)).Bytes(1))).FirstOrDefault();

        /// <summary>The rows of a tensor of doubles, as its shape says.</summary>
        public double[][] Doubles()
        {
            var tensor = new Fields(Fields.Bytes(8));
            tensor.Number(1).ShouldBe(2);
            long[] shape = [.. new Fields(tensor.Bytes(2)).All(2).Select(dimension => new Fields(dimension).Number(1))];
            var numbers = Enumerable.Range(0, Content.Length / 8).Select(i => BinaryPrimitives.ReadDoubleLittleEndian(Content.AsSpan(8 * i))).Chunk((int)shape[1]).ToArray();
            numbers.Length.ShouldBe((int)shape[0]);
            return numbers;
        }
    }

    /// <summary>The fields of a protobuf message.</summary>
    private sealed class Fields
    {
        private readonly List<(int Field, long Number, byte[] Bytes)> _fields = [];

        public Fields(ReadOnlySpan<byte> message)
        {
            for (var at = 0; at < message.Length;)
            {
                var key = Varint(message, ref at);
                var (field, wire) = ((int)(key >> 3), key & 7);
                if (wire == 0)
                {
                    _fields.Add((field, Varint(message, ref at), []));
                    continue;
                }
                var length = wire == 1 ? 8 : wire == 2 ? (int)Varint(message, ref at) : throw new InvalidDataException($"wire type {wire}");
                _fields.Add((field, 0, message.Slice(at, length).ToArray()));
                at += length;
            }
        }

        public IEnumerable<byte[]> All(int field) => _fields.Where(f => f.Field == field).Select(f => f.Bytes);

        public byte[] Bytes(int field) => All(field).Single();

        public long Number(int field) => _fields.SingleOrDefault(f => f.Field == field).Number;

        private static long Varint(ReadOnlySpan<byte> bytes, ref int at)
        {
            long value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = bytes[at++];
                value |= (long)(next & 127) << shift;
                if (next < 128)
                {
                    return value;
                }
            }
        }
    }
}
