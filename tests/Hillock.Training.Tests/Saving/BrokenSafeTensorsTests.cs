using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Hillock.Training.Tests;

public sealed class BrokenSafeTensorsTests : IDisposable
{
    private const string Good = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""";

    private readonly Scratch _scratch = new();

    /// <summary>What becomes of the good header, and what the message says.</summary>
    public static TheoryData<string, string, string> Headers => new()
    {
        { "}}", "}", "byte" },
        { Good, "", "byte 8" },
        { Good, "[1]", "no JSON object" },
        { Good, "{}", "the file has 12" },
        { Good, Good + "x", "no JSON object" },
        { Good, Good + "{}", "no JSON object" },
        { "\"a\"", "\"\\ud800\"", "no JSON object" },
        { "{\"a\"", "{\"a\"\"", "no JSON object" },
        { "\"b\"", "\"a\"", "'a': is there twice" },
        { "\"shape\":[2]", "\"shape\":[2],\"shape\":[2]", "'a': has shape twice" },
        { "\"dtype\":\"F32\",\"shape\":[2]", "\"shape\":[2]", "'a': needs dtype" },
        { "\"shape\":[2],", "", "'a': needs dtype" },
        { ",\"data_offsets\":[0,8]", "", "'a': needs dtype" },
        { "[0,8]", "[0,8,8]", "data_offsets with two" },
        { "\"F32\",\"shape\":[2]", "\"F33\",\"shape\":[2]", "'a': dtype 'F33' is none of" },
        { "\"F32\",\"shape\":[2]", "\"F64\",\"shape\":[2]", "'a': F64 of shape [2] does not fill the bytes from 0 to 8" },
        { "\"F32\",\"shape\":[2]", "32,\"shape\":[2]", "String is wanted" },
        { "[2]", "[-2]", "'a': shape has something other than whole numbers" },
        { "[2]", "[2.5]", "'a': shape has something other than whole numbers" },
        { "[2]", "[\"2\"]", "'a': shape has something other than whole numbers" },
        { "[2]", "[9223372036854775807,9223372036854775807,2]", "it has too many" },
        { "[2]", "[4611686018427387904,4,2]", "it has too many" },
        { "[2]", "[99999999999999999999]", "'a': shape has something other than whole numbers" },
        { "[2]", "[3]", "'a': F32 of shape [3] does not fill the bytes from 0 to 8; it has 12" },
        { "[2]", $"[{string.Join(',', Enumerable.Repeat(1, 65))},2]", "more than 64" },
        { "[0,8]", "[8,0]", "from 8 to 0" },
        { "[0,8]", "[-8,0]", "'a': data_offsets has something other" },
        { "[0,8]", "[8,16]", "'b': begins at byte 8" },
        { "[8,12]", "[4,8]", "'b': begins at byte 4" },
        { "[8,12]", "[12,16]", "'b': ends at byte 16 of the data, of which the file has 12" },
        { "\"shape\":[1],\"data_offsets\":[8,12]", "\"shape\":[0],\"data_offsets\":[8,8]", "tells of 8 bytes of data; the file has 12" },
        { "{\"a\"", "{\"__metadata__\":{\"x\":1},\"a\"", "String is wanted" },
        { "{\"a\"", "{\"__metadata__\":{\"x\":\"1\",\"x\":\"2\"},\"a\"", "'x' is there twice" },
        { "{\"a\"", "{\"__metadata__\":7,\"a\"", "StartObject is wanted" },
        { "{\"a\"", $"{{\"c\":{new string('[', 100)}", "no JSON object" },
    };

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_broken_header_is_told_in_one_line(string part, string instead, string said)
    {
        Good.ShouldContain(part);
        var message = Refused(File_(Good.Replace(part, instead, StringComparison.Ordinal), 12)).Message;
        message.ShouldContain(said);
        message.ShouldContain("broken");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void The_header_they_are_made_of_is_good() =>
        SafeTensors.Read(_scratch.Write("good", File_(Good, 12))).Tensors.Select(t => t.Name).ShouldBe(["a", "b"]);

    [Fact]
    public void What_later_versions_add_is_passed_over() =>
        SafeTensors.Read(_scratch.Write("good", File_(Good.Replace("\"shape\":[2]", "\"shape\":[2],\"new\":{\"x\":[1]}", StringComparison.Ordinal) + "   ", 12)))
            .Tensors.Count.ShouldBe(2);

    [Fact]
    public void Every_file_that_is_cut_off_is_refused()
    {
        var whole = File_(Good, 12);
        for (var length = 0; length < whole.Length; length++)
        {
            Refused(whole[..length]).Message.ShouldContain("byte");
        }
        Refused([.. whole, 0]).Message.ShouldContain("the file has 13");
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(1UL << 40)]
    [InlineData(1UL << 31)]
    [InlineData(200UL)]
    public void A_header_that_is_said_to_be_longer_than_the_file_takes_no_memory(ulong length)
    {
        var bytes = File_(Good, 12);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bytes).Message.ShouldContain($"the header is said to have {length} bytes");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 16);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_in_one_line_and_little_memory()
    {
        // Headers of the signs that mean something, good ones with a few signs changed, and any bytes at all.
        var signs = Gen.ArrayOf(Gen.Elements("{}[]\":,0123456789-.eaFdtypshf_ \\u\n".Select(c => (byte)c).ToArray()));
        var changed = from places in Gen.ArrayOf(Gen.Choose(0, Good.Length - 1)) from to in Gen.Choose(1, 255)
                      select Changed(places, (byte)to);
        var files = Gen.OneOf(
            signs.Select(header => File_(header, 12)),
            changed.Select(header => File_(header, 12)),
            Gen.ArrayOf(Gen.Choose(0, 255)).Select(all => all.Select(b => (byte)b).ToArray()));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(files.ToArbitrary(), bytes =>
        {
            var path = _scratch.Write("any", bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                SafeTensors.Read(path).Tensors.Sum(t => t.Bytes.Length).ShouldBeLessThan(bytes.Length);
            }
            catch (HillockException error)
            {
                error.Message.ShouldContain("any");
                error.Message.ShouldNotContain("\n");
            }
            // A buffer of fixed size for the file, exceptions with their stack traces.
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 17);
        }));
    }

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var array = from extents in Gen.ArrayOf(Gen.Choose(0, 4)).Where(e => e.Length < 5)
                    from bits in Gen.ArrayOf(Gen.Choose(int.MinValue, int.MaxValue))
                    from name in Gen.ArrayOf(Gen.Elements('a', '"', '\\', '\n', 'é', '∂', '/', '.'))
                    select (Extents: extents, Bits: bits, Name: new string(name));
        var arrays = Gen.ArrayOf(array).Where(all => all.Select(a => a.Name).Distinct().Count() == all.Length);
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(arrays.ToArbitrary(), all =>
        {
            // Any bits, so every kind of NaN too.
            StoredTensor[] tensors = [.. all.Select(a => StoredTensor.Of(a.Name, Filled(a.Extents, a.Bits)))];
            var path = _scratch["round"];
            new SafeTensors(tensors, new Dictionary<string, string> { ["∂"] = "\u0001\"" }).Write(path);
            var read = SafeTensors.Read(path);
            read.Metadata["∂"].ShouldBe("\u0001\"");
            foreach (var tensor in tensors)
            {
                var same = read.Tensors.Single(t => t.Name == tensor.Name);
                same.Shape.ShouldBe(tensor.Shape);
                same.Bytes.ShouldBe(tensor.Bytes);
            }
        }));
    }

    private static Tensor Filled(int[] extents, int[] bits)
    {
        var tensor = new Tensor(extents);
        for (var i = 0; i < tensor.Length && bits.Length > 0; i++)
        {
            tensor.Values[i] = BitConverter.Int32BitsToSingle(bits[i % bits.Length]);
        }
        return tensor;
    }

    private static byte[] Changed(int[] places, byte to)
    {
        var header = Encoding.UTF8.GetBytes(Good);
        foreach (var place in places.Take(2))
        {
            header[place] = to;
        }
        return header;
    }

    private static byte[] File_(string header, int data) => File_(Encoding.UTF8.GetBytes(header), data);

    private static byte[] File_(byte[] header, int data) => [.. BitConverter.GetBytes((ulong)header.Length), .. header, .. new byte[data]];

    private HillockException Refused(byte[] bytes) => Should.Throw<HillockException>(() => SafeTensors.Read(_scratch.Write("broken", bytes)));
}
