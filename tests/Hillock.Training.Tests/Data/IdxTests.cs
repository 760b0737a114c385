using System.IO.Compression;

namespace Hillock.Training.Tests;

public sealed class IdxTests : IDisposable
{
    private const string ImagesName = "few-images-idx3-ubyte", LabelsName = "few-labels-idx1-ubyte";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    /// <summary>Three images of 2 × 2 pixels: 0 to 11.</summary>
    private static byte[] Images() => [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, .. Enumerable.Range(0, 12).Select(i => (byte)i)];

    private static byte[] Labels() => [0, 0, 8, 1, 0, 0, 0, 3, 9, 4, 9];

    private static byte[] Zip(byte[] bytes, CompressionLevel level = CompressionLevel.SmallestSize)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private string Pair(byte[] images, byte[] labels, string prefix = "few", string suffix = "")
    {
        _scratch.Write($"{prefix}-labels-idx1-ubyte{suffix}", labels);
        return _scratch.Write($"{prefix}-images-idx3-ubyte{suffix}", images);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Images_and_labels_are_read_plain_or_compressed_by_file_or_folder(bool compressed, bool byFolder)
    {
        string path = compressed ? Pair(Zip(Images()), Zip(Labels()), suffix: ".gz") : Pair(Images(), Labels());
        var data = Datasets.Open(byFolder ? _scratch.Folder : path);
        data.Inputs.ShouldBe([.. Enumerable.Range(0, 12).Select(i => (float)i)]);
        data.Targets.ShouldBe([1, 0, 1]);
        data.ClassNames.ShouldBe(["4", "9"], "classes are the labels that occur");
        data.Task.ShouldBe(LearningTask.Binary);
        data.Image.ShouldBe(new ImageSize(2, 2));
        data.FeatureNames.ShouldBe(["r0c0", "r0c1", "r1c0", "r1c1"]);
        data.PublishedTestRows.ShouldBe(0);
    }

    [Fact]
    public void Labels_under_another_name_are_told()
    {
        string labels = _scratch.Write("names.idx", Labels()), images = _scratch.Write("pictures.idx", Images());
        Datasets.Open(images, new() { Labels = labels }).Rows.ShouldBe(3);
        Refused(() => Datasets.Open(images), "no labels beside it");
    }

    [Fact]
    public void A_folder_with_train_and_t10k_keeps_the_published_parts()
    {
        Pair(Images(), Labels(), "t10k");
        Pair(Images(), [0, 0, 8, 1, 0, 0, 0, 3, 1, 4, 9], "train");
        Pair(Zip(Images()), Zip(Labels()), "train", ".gz"); // A compressed copy is no third pair.
        var data = Datasets.Open(_scratch.Folder);
        data.Rows.ShouldBe(6);
        data.ClassNames.ShouldBe(["1", "4", "9"]);
        data.Split(seed: 1).Train.Targets.ShouldBe([0, 1, 2]);
        data.Split(seed: 1).Test.Targets.ShouldBe([2, 1, 2]);
    }

    [Fact]
    public void A_folder_with_other_pairs_or_none_is_refused()
    {
        Refused(() => Datasets.Open(_scratch.Folder), "no pair of files named *images*idx3*");
        Pair(Images(), Labels(), "a");
        Pair(Images(), Labels(), "b");
        Refused(() => Datasets.Open(_scratch.Folder), "2 pairs of images and labels; name one file of images, such as a-images-idx3-ubyte");
    }

    public static TheoryData<byte[], byte[], string> BadFiles => new()
    {
        { [.. Images(), 7], Labels(), "byte 28: the file goes on where its header (3×2×2) says it ends" },
        { Images(), [.. Labels(), 7], "byte 11: the file goes on" },
        { Images(), [0, 0, 8, 1, 0, 0, 0, 2, 9, 4], "byte 4: 2 labels for the 3 images" },
        { Images(), Images(), "byte 3: 3 dimensions; labels have 1" },
        { Labels(), Labels(), "byte 3: one dimension: these are labels" },
        { Images(), [0, 0, 8, 1, 0, 0, 0, 3, 5, 5, 5], "every label is 5" },
        { Images(), [0, 1, 8, 1, 0, 0, 0, 3, 9, 4, 9], "byte 0: an IDX file starts with two zero bytes, this one with 00 01" },
        { Images(), [0, 0, 0x0D, 1, 0, 0, 0, 3, 9, 4, 9], "byte 2: elements are 32-bit floats (0d); only unsigned bytes (08)" },
        { Images(), [0, 0, 8, 0], "byte 3: 0 dimensions" },
        { Images(), [0, 0, 8, 1, 0, 0, 0, 0], "byte 4: dimension 1 is 0" },
        { Images(), [0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF, 1], "byte 4: dimension 1 is 4294967295" },
        { Images(), [0, 0, 8, 1, 7, 0, 0, 0, 1], "byte 8: the header states 117440512 elements, but the file cannot hold more than 1" },
        { [0, 0, 8, 3, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF], Labels(), "byte 8: dimension 2 is 65535" },
        { Images(), Zip([.. Labels(), 7]), "byte 11: the file goes on" },
        { Images(), Zip([0, 0, 8, 1, 7, 0, 0, 0, 1]), "byte 8: the header states 117440512 elements" },
        { Images(), Zip("text, no labels"u8.ToArray()), "byte 0: an IDX file starts with two zero bytes, this one with 74 65" },
    };

    [Theory, MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public void A_bad_file_gets_one_line_that_says_what_and_at_which_byte(byte[] images, byte[] labels, string part) =>
        Refused(() => Datasets.Open(Pair(images, labels)), part);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_cut_anywhere_is_refused(bool compressed)
    {
        byte[] images = compressed ? Zip(Images()) : Images();
        for (int length = 0; length < images.Length; length++)
        {
            string path = Pair(images[..length], Labels());
            Should.Throw<HillockException>(() => Datasets.Open(path), $"cut after {length} bytes").Message.ShouldContain(ImagesName);
        }
        byte[] labels = compressed ? Zip(Labels()) : Labels();
        for (int length = 0; length < labels.Length; length++)
        {
            string path = Pair(Images(), labels[..length]);
            Should.Throw<HillockException>(() => Datasets.Open(path), $"cut after {length} bytes").Message.ShouldContain(LabelsName);
        }
    }

    [Fact]
    public void A_small_file_that_unpacks_to_gigabytes_is_left_packed()
    {
        // 64 MiB of zeros in some 64 KiB; the header speaks of three labels.
        string path = Pair(Images(), Zip([.. Labels(), .. new byte[64 << 20]], CompressionLevel.Fastest));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(() => Datasets.Open(path), "byte 11: the file goes on");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    private static void Refused(Func<Dataset> read, string part)
    {
        string message = Should.Throw<HillockException>(read).Message;
        message.ShouldContain(part);
        message.ShouldNotContain("\n");
    }
}
