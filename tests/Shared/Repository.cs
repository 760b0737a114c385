namespace Hillock.Tests;

/// <summary>The files of the checkout that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The full path of a file or folder of the repository.</summary>
    /// <remarks>Found from where the tests run: builds of CI are deterministic and have no source paths in them.</remarks>
    public static string Path(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Hillock.slnx")))
            {
                return System.IO.Path.Combine(folder.FullName, relative);
            }
        }

        throw new DirectoryNotFoundException($"No checkout lies above {AppContext.BaseDirectory}.");
    }
}
