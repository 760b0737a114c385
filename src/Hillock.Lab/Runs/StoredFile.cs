using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hillock.Lab;

/// <summary>Files of kept experiments: written whole or not at all; read as if a stranger had made them.</summary>
internal static class StoredFile
{
    /// <summary>No document of an experiment comes near.</summary>
    private const int MostBytes = 1 << 28;

    /// <summary>Writes a document that people may look into.</summary>
    public static void Write<T>(string path, T document, JsonTypeInfo<T> type, bool toDisk = true) =>
        OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(document, type) + "\n")), toDisk);

    /// <summary>Reads a document.</summary>
    /// <exception cref="HillockException">There is none, or it is broken.</exception>
    public static T Read<T>(string path, JsonTypeInfo<T> type) => Parsed(path, Bytes(path), type);

    /// <summary>Reads a document if there is one.</summary>
    /// <exception cref="HillockException">It is broken.</exception>
    public static T? ReadIfThere<T>(string path, JsonTypeInfo<T> type)
        where T : class =>
        Path.Exists(path) ? Read(path, type) : null;

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="HillockException">It is missing, too large, a symbolic link, or cannot be read.</exception>
    public static byte[] Bytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new HillockException($"{Named(path)}: no such file");
            }
            Refuse(file);
            // A pipe or a device, which might never end, has no length.
            return file.Length switch
            {
                0 => [],
                > MostBytes => throw new HillockException($"{Named(path)}: has {file.Length} bytes; a document of an experiment has at most {MostBytes}"),
                _ => File.ReadAllBytes(path),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HillockException($"{Named(path)}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>Refuses what would lead out of the folder.</summary>
    /// <exception cref="HillockException">It is a symbolic link.</exception>
    public static void Refuse(FileSystemInfo entry)
    {
        if (entry.LinkTarget is not null)
        {
            throw new HillockException($"{Named(entry.FullName)}: is a symbolic link; links out of an experiment's folder are not followed");
        }
    }

    /// <summary>A document from bytes.</summary>
    /// <exception cref="HillockException">They are no such document.</exception>
    public static T Parsed<T>(string path, ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type, int line = 0)
    {
        try
        {
            RefuseEmptyItems(bytes);
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("there is nothing in it");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var place = line > 0 ? $", line {line}" : "";
            throw new HillockException($"{Named(path)}{place}: is broken: {Shown.Plain(e.Message.ReplaceLineEndings(" "))}", e);
        }
    }

    /// <summary>A file by its last names, so that it can be found and a line is not filled by them.</summary>
    public static string Named(string path) =>
        Shown.Plain(string.Join('/', Path.GetFullPath(path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).TakeLast(3)));

    /// <summary>Nullable annotations do not reach into lists.</summary>
    private static void RefuseEmptyItems(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var isName = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && !isName)
            {
                throw new JsonException("a list has an empty item");
            }
            isName = reader.TokenType == JsonTokenType.PropertyName;
        }
    }
}
