namespace Hillock.Tests;

/// <summary>The data and golden values that lie beside the project, not in it.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a shared file; the test is skipped, with the reason, where it is missing.</summary>
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("HILLOCK_SHARED") ?? Above(AppContext.BaseDirectory);
        var path = root is null ? relative : System.IO.Path.Combine(root, relative);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"shared/{relative} is not here; set HILLOCK_SHARED to the folder that holds it.");
        return path;
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "golden");
            if (Directory.Exists(candidate))
            {
                return System.IO.Path.GetDirectoryName(candidate);
            }
        }

        return null;
    }
}
