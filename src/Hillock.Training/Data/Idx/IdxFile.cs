using System.Buffers.Binary;
using System.IO.Compression;

namespace Hillock.Training;

/// <summary>An array of bytes in the IDX format of the MNIST database, plain or compressed by gzip.</summary>
/// <remarks>
/// Two zero bytes, a byte for the element type, a byte for the number of dimensions; each dimension as 4 bytes, most significant
/// first; then the elements, the last dimension fastest (LeCun, Cortes and Burges, yann.lecun.com/exdb/mnist).
/// </remarks>
internal sealed record IdxFile(string Path, int[] Dimensions, byte[] Values)
{
    private const byte UnsignedBytes = 0x08;
    private const int MostDimensions = 4;
    // Deflate turns one byte into 1032 at most: a header that promises more than that lies, and nothing is allocated for it.
    private const long MostExpansion = 1032;

    /// <summary>Whether the file starts like an IDX file or a compressed one.</summary>
    public static bool Resembles(string path)
    {
        byte[] start = InputFile.Read(path, file =>
        {
            byte[] bytes = new byte[4];
            // What is read of a pipe to look at it is gone for whoever reads it next.
            return !file.CanSeek ? [] : bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        });
        return start is [0, 0, >= UnsignedBytes and <= 0x0E, >= 1 and <= MostDimensions] || IsGzip(start);
    }

    /// <summary>Reads and checks the whole file.</summary>
    /// <exception cref="HillockException">It is not such a file, or its length is not what its header states.</exception>
    public static IdxFile Read(string path) => InputFile.Read(path, file =>
    {
        byte[] start = new byte[2];
        file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (!IsGzip(start))
            return Read(Shown.Plain(path), file, file.Length);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        try
        {
            var idx = Read(Shown.Plain(path), unpacked, file.Length * MostExpansion);
            CheckTrailer(file, 4 + 4 * idx.Dimensions.Length + idx.Values.Length);
            return idx;
        }
        catch (InvalidDataException error)
        {
            throw new HillockException($"{Shown.Plain(path)}: the gzip data is damaged or cut short; a complete copy is wanted", error);
        }
    });

    private static IdxFile Read(string path, Stream stream, long mostLength)
    {
        byte[] magic = Take(path, stream, 4, 0, "the magic number");
        if (magic is not [0, 0, _, _])
            throw new HillockException(
                $"{path}: byte 0: an IDX file starts with two zero bytes, this one with {magic[0]:x2} {magic[1]:x2}");
        if (magic[2] != UnsignedBytes)
            throw new HillockException(
                $"{path}: byte 2: elements are {TypeName(magic[2])}; only unsigned bytes ({UnsignedBytes:x2}) are read");
        if (magic[3] is 0 or > MostDimensions)
            throw new HillockException($"{path}: byte 3: {magic[3]} dimensions; 1 for labels, or 3 for images, are wanted");
        int[] dimensions = new int[magic[3]];
        long count = 1;
        byte[] sizes = Take(path, stream, 4 * dimensions.Length, magic.Length, "the dimensions");
        for (int i = 0; i < dimensions.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i));
            count *= size;
            if (size == 0 || count > Dataset.MostValues)
                throw new HillockException(
                    $"{path}: byte {4 + 4 * i}: dimension {i + 1} is {size}; from 1 element to {Dataset.MostValues} in all can be had");
            dimensions[i] = (int)size;
        }
        int header = magic.Length + sizes.Length;
        if (header + count > mostLength)
            throw Short(path, mostLength, count, header);
        byte[] values = Take(path, stream, (int)count, header, "the elements");
        if (stream.ReadByte() >= 0)
            throw new HillockException(
                $"{path}: byte {header + count}: the file goes on where its header ({string.Join('×', dimensions)}) says it ends");
        return new(path, dimensions, values);
    }

    private static byte[] Take(string path, Stream stream, int count, int offset, string what)
    {
        byte[] bytes = new byte[count];
        int taken = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return taken == count ? bytes : throw new HillockException(
            $"{path}: byte {offset + taken}: the file ends within {what}; {count} bytes from byte {offset} on are wanted");
    }

    /// <summary>
    /// GZipStream does not miss a trailer that was cut off; its last four bytes are the unpacked length (RFC 1952, 2.3.1).
    /// </summary>
    private static void CheckTrailer(FileStream file, int length)
    {
        byte[] trailer = new byte[4];
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        if (BinaryPrimitives.ReadInt32LittleEndian(trailer) != length)
            throw new InvalidDataException();
    }

    private static HillockException Short(string path, long mostLength, long count, int header) =>
        new($"{path}: byte {header}: the header states {count} elements, " +
            $"but the file cannot hold more than {Math.Max(0, mostLength - header)}");

    private static bool IsGzip(ReadOnlySpan<byte> start) => start is [0x1F, 0x8B, ..];

    private static string TypeName(byte type) => type switch
    {
        0x09 => "signed bytes (09)",
        0x0B => "16-bit integers (0b)",
        0x0C => "32-bit integers (0c)",
        0x0D => "32-bit floats (0d)",
        0x0E => "64-bit floats (0e)",
        _ => $"of an unknown type ({type:x2})",
    };
}
