using System.Diagnostics;

// Packing and publishing build the same projects.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Hillock.Release.Tests;

/// <summary>Programs run to their end, as a user would.</summary>
internal static class Command
{
    /// <summary>What a program writes; fails unless it ends well.</summary>
    public static async Task<string> Run(string file, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the build around the tests tells its own processes is not for builds of ours.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        (start.Environment["DOTNET_CLI_UI_LANGUAGE"], start.Environment["DOTNET_NOLOGO"]) = ("en", "1");
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        process.ExitCode.ShouldBe(0, $"{file} {string.Join(' ', arguments)}\n{await output}\n{await error}");
        return (await output).ReplaceLineEndings("\n");
    }

    /// <summary>Builds, packs or publishes; no build server lives on.</summary>
    public static Task<string> Build(string folder, params string[] arguments) =>
        Run("dotnet", folder, [.. arguments, "--disable-build-servers", "-nologo"]);

    /// <summary>Runs a sample that was built with the tests.</summary>
    public static Task<string> Sample(string name)
    {
        // The tests lie in bin/Debug/net10.0 or bin/Release/net10.0; so do the samples.
        var built = Path.GetRelativePath(Repository.Path("tests/Hillock.Release.Tests"), AppContext.BaseDirectory);
        return Run("dotnet", Repository.Path("."), Repository.Path(Path.Combine("samples", name, built, $"{name}.dll")));
    }
}
