using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Hillock.Training;

/// <summary>The bytes of a text file, checked to be text before anything is made of them.</summary>
internal sealed class CsvText
{
    private const int MostBytes = 1 << 28, MostLineBytes = 1 << 20, MostColumns = 10_000;

    private readonly byte[] _bytes;
    private readonly CsvReaderOptions _dialect;

    private CsvText(string path, byte[] bytes, char? separator)
    {
        (Path, _bytes) = (path, bytes);
        _dialect = new()
        {
            HasHeader = false, // A row like the others: its own lengths and doubles are ours to report.
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            Separator = separator,
        };
    }

    /// <summary>The file's name for messages.</summary>
    public string Path { get; }

    /// <summary>Reads the whole file and checks that it is UTF-8 text with lines of sensible length.</summary>
    /// <exception cref="HillockException">It is not; or it cannot be read, is empty, or larger than 256 MiB.</exception>
    public static CsvText Read(string path, char? separator)
    {
        return Of(Shown.Plain(path), InputFile.Read(path, ReadBounded), separator);
    }

    /// <summary>Checks that bytes are UTF-8 text with lines of sensible length.</summary>
    /// <param name="shown">What messages call them.</param>
    /// <param name="bytes">The whole text.</param>
    /// <param name="separator">What separates fields; found out unless told.</param>
    /// <exception cref="HillockException">They are not, or there are none.</exception>
    public static CsvText Of(string shown, byte[] bytes, char? separator)
    {
        Check(shown, bytes);
        if (separator is '"' or '\r' or '\n' or ' ' or > '\x7f')
            throw new HillockException(
                $"separator {Shown.Quoted($"{separator}")}: a comma, semicolon, tab or another ASCII sign is wanted");
        return new(shown, bytes, separator);
    }

    /// <summary>A reader before the first row.</summary>
    public CsvReader Open() => CsvReader.Create(_bytes, _dialect);

    /// <summary>Moves to the next row and checks its width against the first's.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Next(CsvReader reader, int? width)
    {
        try
        {
            if (!reader.Read())
                return false;
        }
        catch (CsvFormatException error)
        {
            throw new HillockException(
                $"{Path}: {Shown.Plain(error.Message)}; a field is quoted as a whole, and quotes within it are doubled", error);
        }
        if (reader.FieldCount > MostColumns)
            throw new HillockException($"{Path}: line {reader.LineNumber}: {reader.FieldCount} columns; at most {MostColumns} are read");
        if (width is { } wanted && reader.FieldCount != wanted)
            throw new HillockException($"{Path}: line {reader.LineNumber}: {reader.FieldCount} fields where the first line has {wanted}");
        return true;
    }

    private static byte[] ReadBounded(FileStream file)
    {
        // A pipe or a device does not say how long it is: what counts is what has been read.
        using var bytes = new MemoryStream(file.CanSeek ? (int)Math.Min(file.Length, MostBytes) : 0);
        byte[] chunk = new byte[1 << 16];
        while (file.Read(chunk) is > 0 and var count)
        {
            if (bytes.Length + count > MostBytes)
                throw new HillockException(
                    $"{Shown.Plain(file.Name)}: more than {MostBytes >> 20} MiB of text; images are better kept in IDX files");
            bytes.Write(chunk, 0, count);
        }
        return bytes.ToArray();
    }

    private static void Check(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new HillockException($"{path}: the file is empty; rows of comma-separated values are wanted");
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
            throw new HillockException($"{path}: the text is UTF-16; save it as UTF-8");
        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
            throw new HillockException($"{path}: byte {zero} is zero: not a text file; CSV text, or an IDX file, is wanted");
        if (!Utf8.IsValid(bytes))
            throw new HillockException(
                $"{path}: line {LineAt(bytes, FirstInvalid(bytes))}: not UTF-8 (byte {FirstInvalid(bytes)}); save the file as UTF-8");
        for (int start = 0; start < bytes.Length;)
        {
            int length = bytes[start..].IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end ? end : bytes.Length - start;
            if (length > MostLineBytes)
                throw new HillockException($"{path}: line {LineAt(bytes, start)}: {length} bytes long; at most {MostLineBytes} are read");
            start += length + 1;
        }
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int offset) => bytes[..offset].Count((byte)'\n') + 1;

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out int length) == System.Buffers.OperationStatus.Done)
            offset += length;
        return offset;
    }
}
