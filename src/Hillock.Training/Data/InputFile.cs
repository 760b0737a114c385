namespace Hillock.Training;

/// <summary>A file the user named: whatever keeps it from being read becomes one clear line.</summary>
internal static class InputFile
{
    /// <summary>Opens the file, reads it with <paramref name="read"/>, closes it.</summary>
    /// <exception cref="HillockException">There is no such file, it is a folder, it may not be read, or reading fails.</exception>
    public static T Read<T>(string path, Func<FileStream, T> read)
    {
        if (Directory.Exists(path))
            throw new HillockException($"{Shown.Plain(path)}: is a folder; a file is wanted");
        if (!File.Exists(path))
            throw Missing(path);
        return Guard(path, () =>
        {
            using FileStream file = File.OpenRead(path);
            return read(file);
        });
    }

    /// <summary>Turns what the operating system has to say into one line that names the path.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new HillockException($"{Shown.Plain(path)}: cannot be read: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    /// <summary>No such file; did you mean its neighbour?</summary>
    public static HillockException Missing(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return new($"{Shown.Plain(path)}: no such file"); // No system has one, and .NET's path functions throw at the mere name.
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent && Directory.Exists(parent) ? parent : ".";
        var neighbours = Guard(folder, () => Directory.EnumerateFileSystemEntries(folder).Take(1000).Select(Path.GetFileName).ToArray());
        return new($"{Shown.Plain(path)}: no such file{Nearest.DidYouMean(Path.GetFileName(path), neighbours.OfType<string>())}");
    }
}
