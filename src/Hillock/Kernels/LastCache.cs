namespace Hillock;

/// <summary>The size of the last-level cache: what exceeds it is better written around it.</summary>
internal static class LastCache
{
    // Where the system does not tell; a common size of desktop processors.
    private const long Assumed = 32 << 20;

    private const string Folder = "/sys/devices/system/cpu/cpu0/cache";

    // No processor's is smaller; whoever stays below need not ask the system, which reads files.
    private const long Least = 1 << 20;

    /// <summary>Whether so many bytes exceed it.</summary>
    public static bool IsExceededBy(long bytes) => bytes > Least && bytes > Known.Bytes;

    /// <summary>Read when first asked for.</summary>
    private static class Known
    {
        public static readonly long Bytes = Read();
    }

    private static long Read()
    {
        try
        {
            var most = Directory.EnumerateFiles(Folder, "size", SearchOption.AllDirectories).Select(file => Size(File.ReadAllText(file))).Append(0).Max();
            return most > 0 ? most : Assumed;
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
