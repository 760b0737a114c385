namespace Hillock.Cli;

/// <summary>A file that is there completely or not at all.</summary>
/// <remarks>Written beside its place under another name, flushed to the disk, then renamed. What was there before stays until then.</remarks>
internal sealed class WholeFile : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly FileStream _stream;

    /// <summary>Opens the draft, so that a place where nothing can be written shows before the work is done.</summary>
    /// <exception cref="HillockException">Nothing can be written there.</exception>
    public WholeFile(string path)
    {
        try
        {
            _path = Path.GetFullPath(path);
            if (Directory.Exists(_path))
            {
                throw new HillockException($"{Shown.Plain(path)}: is a folder; name a file in it.");
            }
            var folder = Path.GetDirectoryName(_path)!;
            if (!Directory.Exists(folder))
            {
                throw new HillockException($"{Shown.Plain(path)}: there is no folder {Shown.Quoted(folder)} to write to; make it first.");
            }
            _draft = Path.Combine(folder, $".{Path.GetFileName(_path)}.{Environment.ProcessId}.tmp");
            _stream = new(_draft, FileMode.CreateNew, FileAccess.Write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new HillockException($"{Shown.Plain(path)}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>Writes the file and puts it in its place.</summary>
    public void Write(Action<TextWriter> write)
    {
        using (var writer = new StreamWriter(_stream, leaveOpen: true) { NewLine = "\n" })
        {
            write(writer);
        }
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_draft, _path, overwrite: true);
    }

    /// <summary>Removes the draft unless it has become the file.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_draft);
    }
}
