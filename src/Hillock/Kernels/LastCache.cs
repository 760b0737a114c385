namespace Hillock;

/// <summary>The size of the last-level cache: what exceeds it is better written around it.</summary>
internal static class LastCache
{
    // Where the system does not tell; a common size of desktop processors.
    private const long Assumed = 32 << 20;

    private const string Folder = "/sys/devices/system/cpu/cpu0/cache";

    /// <summary>Bytes.</summary>
    public static long Bytes { get; } = Read();

    private static long Read()
    {
        try
        {
            return Directory.Exists(Folder)
                ? Directory.EnumerateFiles(Folder, "size", SearchOption.AllDirectories).Select(file => Size(File.ReadAllText(file))).Append(0).Max() is var most and > 0
                    ? most
                    : Assumed
                : Assumed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Assumed;
        }
    }

    /// <summary>Reads 107520K; 0 for anything else.</summary>
    private static long Size(string text) =>
        text.Trim() is [.. var digits, 'K'] && long.TryParse(digits, out var kibibytes) ? kibibytes << 10 : 0;
}
