namespace Hillock.Training;

/// <summary>Files that are there whole or not at all.</summary>
public static class OutputFile
{
    /// <summary>Where a file is written before it has its name: beside it, so that renaming moves no data.</summary>
    /// <param name="path">The file's path.</param>
    public static string Draft(string path) => $"{path}.tmp{Environment.ProcessId}";

    /// <summary>Writes to a temporary file beside it, flushes it and renames it.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="write">Writes the contents.</param>
    /// <param name="toDisk">
    /// Whether to wait for the disk, so that it outlives a power failure too; without, it outlives the end of the process, however that comes.
    /// </param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write, bool toDisk = true)
    {
        var draft = Draft(path);
        try
        {
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                write(stream);
                stream.Flush(toDisk);
            }
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
