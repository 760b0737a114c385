using System.Diagnostics;

namespace Hillock.Cli;

/// <summary>The most memory that this program has had in use at a time.</summary>
internal static class PeakMemory
{
    private const string ResetFile = "/proc/self/clear_refs", StatusFile = "/proc/self/status", PeakLine = "VmHWM:", ResetPeak = "5";
    private const double BytesPerMegabyte = 1e6, BytesPerKibibyte = 1024;

    /// <summary>Begins anew, as far as the system lets it (Linux does): what others needed before is forgotten.</summary>
    public static void Reset()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        try
        {
            File.WriteAllText(ResetFile, ResetPeak);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Elsewhere the peak is that of the whole run.
        }
    }

    /// <summary>The peak in 10⁶ bytes.</summary>
    public static double Megabytes()
    {
        var line = File.Exists(StatusFile) ? File.ReadLines(StatusFile).FirstOrDefault(l => l.StartsWith(PeakLine, StringComparison.Ordinal)) : null;
        using var process = Process.GetCurrentProcess();
        var bytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var kibibytes, "kB"]
            && double.TryParse(kibibytes.Trim(), out var count) ? count * BytesPerKibibyte : process.PeakWorkingSet64;
        return Math.Round(bytes / BytesPerMegabyte, 1);
    }
}
