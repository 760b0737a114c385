namespace Hillock.Tests;

/// <summary>The data and golden values that lie beside the project, not in it.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a shared file; the test is skipped, with the reason, where it is missing.</summary>
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("HILLOCK_SHARED") ?? Repository.Path("../shared");
        var path = System.IO.Path.Combine(root, relative);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"shared/{relative} is not here; set HILLOCK_SHARED to the folder that holds it.");
        return path;
    }
}
