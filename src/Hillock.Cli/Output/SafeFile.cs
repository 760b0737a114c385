using System.Text;
using Hillock.Training;

namespace Hillock.Cli;

/// <summary>Files that are there whole or not at all.</summary>
internal static class SafeFile
{
    /// <summary>Says before long work whether a file can be written at its end.</summary>
    /// <exception cref="HillockException">The folder is missing or the path is one, or nothing can be written there.</exception>
    public static void Check(string path, string option)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path))
        {
            throw new HillockException($"{option} {Shown.Quoted(path)} is a folder; name a file.");
        }

        if (!Directory.Exists(folder))
        {
            throw new HillockException($"{option} {Shown.Quoted(path)}: there is no folder {Shown.Quoted(folder ?? "")}; make it first.");
        }

        try
        {
            // Rights, a full disk, a name that no file may have: all of it shows here.
            using (File.Create(OutputFile.Draft(path)))
            {
            }

            File.Delete(OutputFile.Draft(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HillockException($"{option} {Shown.Quoted(path)} cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <inheritdoc cref="OutputFile.Write"/>
    public static void Write(string path, string text) => OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
