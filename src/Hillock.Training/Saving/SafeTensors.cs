using System.Buffers.Binary;

namespace Hillock.Training;

/// <summary>A file of named arrays in the safetensors format, which Python's package of that name reads and writes.</summary>
/// <remarks>
/// Eight bytes, the length of the header, least significant first; the header, a JSON object with element type, shape and place of each array, and
/// perhaps <c>__metadata__</c>, names with texts; then the arrays, without gaps (github.com/huggingface/safetensors).
/// </remarks>
/// <param name="Tensors">The arrays in the order in which they stand in the file.</param>
/// <param name="Metadata">Texts by name.</param>
public sealed record SafeTensors(IReadOnlyList<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Bytes before the header.</summary>
    internal const int Prefix = sizeof(ulong);

    /// <summary>The greatest header that Python's package reads.</summary>
    private const ulong MostHeader = 100_000_000;

    /// <summary>Reads a whole file and checks it. Memory is taken for what the file holds, not for what it claims.</summary>
    /// <exception cref="HillockException">There is no such file, or it is broken; the message says where.</exception>
    public static SafeTensors Read(string path) => InputFile.Read(path, file =>
    {
        var broken = new BrokenFile(path);
        var length = file.Length;
        if (length < Prefix)
        {
            throw broken.At(0, $"the file has {length} bytes; a safetensors file begins with the {Prefix} bytes of its header's length");
        }
        Span<byte> prefix = stackalloc byte[Prefix];
        file.ReadExactly(prefix);
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var rest = (ulong)(length - Prefix);
        if (headerLength > Math.Min(rest, MostHeader))
        {
            throw broken.At(0, $"the header is said to have {headerLength} bytes; {Math.Min(rest, MostHeader)} are the most that it can have here");
        }
        var header = new byte[headerLength];
        file.ReadExactly(header);
        var contents = new SafeTensorsHeader(broken).Read(header, (long)(rest - headerLength));
        foreach (var tensor in contents.Tensors)
        {
            file.ReadExactly(tensor.Bytes);
        }
        return contents;
    });

    /// <summary>Writes the file: whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="toDisk">Whether to wait for the disk, see <see cref="OutputFile.Write"/>.</param>
    /// <exception cref="ArgumentException">Two arrays have the same name, or a length does not fit its shape.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path, bool toDisk = true)
    {
        var header = SafeTensorsHeader.Of(this);
        OutputFile.Write(path, stream =>
        {
            Span<byte> prefix = stackalloc byte[Prefix];
            BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
            stream.Write(prefix);
            stream.Write(header);
            foreach (var tensor in Tensors)
            {
                stream.Write(tensor.Bytes);
            }
        }, toDisk);
    }
}

/// <summary>What is wrong with a file, and where.</summary>
internal readonly record struct BrokenFile(string Path)
{
    public HillockException At(long position, string what) => new($"{Shown.Plain(Path)}: byte {position}: {what}");

    public HillockException In(string name, string what) => new($"{Shown.Plain(Path)}: {Shown.Quoted(name)}: {what}");
}
