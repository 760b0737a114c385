using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Lab;

/// <summary>What something was run on.</summary>
/// <param name="Hillock">The version of this library.</param>
/// <param name="DotNet">The version of .NET.</param>
/// <param name="System">The operating system.</param>
/// <param name="Processor">The processor's name.</param>
/// <param name="VectorBits">Bits of a vector.</param>
/// <param name="Processors">How many threads run at the same time.</param>
public sealed record Machine(string Hillock, string DotNet, string System, string Processor, int VectorBits, int Processors)
{
    private const string ProcessorFile = "/proc/cpuinfo", ProcessorKey = "model name";

    /// <summary>This one.</summary>
    public static Machine This { get; } = new(
        typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        $"{Environment.Version}",
        RuntimeInformation.OSDescription,
        NameOfProcessor() ?? "processor unknown",
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
        Environment.ProcessorCount);

    private static string? NameOfProcessor() => File.Exists(ProcessorFile)
        ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith(ProcessorKey, StringComparison.Ordinal))?.Split(':', 2)[^1].Trim()
        : null;
}
