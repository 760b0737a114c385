using System.Diagnostics;

namespace Hillock.Web.Tests;

/// <summary>The scripts' types, which stand in their comments, are checked as an editor does it.</summary>
public sealed class ScriptTypesTests
{
    [Fact]
    public async Task TypeScript_finds_nothing_wrong()
    {
        var folder = Hillock.Tests.Repository.Path("tests/Hillock.Web.Tests/Types");
        var compiler = Path.Combine(folder, "node_modules/typescript/bin/tsc");
        Assert.SkipUnless(
            File.Exists(compiler) || Environment.GetEnvironmentVariable("CI") == "true", "No TypeScript: npm ci --prefix tests/Hillock.Web.Tests/Types brings it.");
        using var process = Process.Start(new ProcessStartInfo("node", [compiler, "-p", folder]) { RedirectStandardOutput = true })!;
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }
}
