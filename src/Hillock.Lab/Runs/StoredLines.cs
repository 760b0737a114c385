using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hillock.Lab;

/// <summary>A file that grows by a document a line. Whatever ends the program leaves whole lines, and perhaps a torn one at the end.</summary>
internal sealed class StoredLines<T> : IDisposable
{
    private readonly JsonTypeInfo<T> _type;
    private readonly FileStream _file;

    /// <summary>Goes on behind the first lines of a file; what comes after them is dropped.</summary>
    public StoredLines(string path, int kept, JsonTypeInfo<T> type)
    {
        _type = type;
        var end = kept == 0 ? 0 : Read(path, type)[kept - 1].End;
        // No buffer: a line is with the operating system as soon as it is written.
        _file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _file.SetLength(end);
        _file.Position = end;
    }

    /// <summary>The whole lines, each with where it ends; none where there is no file.</summary>
    /// <exception cref="HillockException">A line but the last is broken.</exception>
    public static IReadOnlyList<(T Value, long End)> Read(string path, JsonTypeInfo<T> type)
    {
        ReadOnlySpan<byte> bytes = Path.Exists(path) ? StoredFile.Bytes(path) : [];
        List<(T, long)> lines = [];
        for (int begin = 0, length; (length = bytes[begin..].IndexOf((byte)'\n')) >= 0; begin += length + 1)
        {
            lines.Add((StoredFile.Parsed(path, bytes.Slice(begin, length), type, lines.Count + 1), begin + length + 1));
        }
        return lines;
    }

    /// <summary>Adds lines.</summary>
    public void Add(IEnumerable<T> values)
    {
        using var lines = new MemoryStream();
        foreach (var value in values)
        {
            JsonSerializer.Serialize(lines, value, _type);
            lines.WriteByte((byte)'\n');
        }
        _file.Write(lines.GetBuffer().AsSpan(0, (int)lines.Length));
    }

    /// <summary>Waits for the disk.</summary>
    public void ToDisk() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();
}
