using System.CommandLine;

namespace Hillock.Cli;

/// <summary>The option to leave a formula as it is.</summary>
internal static class AsWritten
{
    public static Option<bool> Option() => new("--as-written") { Description = "Compute a formula just as it is written, even where that overflows or cancels." };
}
