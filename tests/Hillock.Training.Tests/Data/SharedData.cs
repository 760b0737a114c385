namespace Hillock.Training.Tests;

/// <summary>Real data that is kept beside the checkout, or where HILLOCK_SHARED points; tests that need it skip without it.</summary>
internal static class SharedData
{
    public static string Path(params string[] parts)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(System.IO.Path.Combine(root, "Hillock.slnx")))
            root = System.IO.Path.GetDirectoryName(root);
        string shared = Environment.GetEnvironmentVariable("HILLOCK_SHARED") ?? System.IO.Path.Combine(root ?? ".", "..", "shared");
        string path = System.IO.Path.Combine([shared, "data", .. parts]);
        if (!System.IO.Path.Exists(path))
            Assert.Skip($"{path} is missing: no shared data beside the checkout, and HILLOCK_SHARED does not lead to it");
        return path;
    }
}
