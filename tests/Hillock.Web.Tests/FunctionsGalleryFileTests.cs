namespace Hillock.Web.Tests;

/// <summary>What the gallery shows of each function is what is seen of it now.</summary>
public sealed class FunctionsGalleryFileTests
{
    [Fact]
    public void The_file_says_what_is_seen_now()
    {
        var path = Hillock.Tests.Repository.Path("src/Hillock.Web/Functions/gallery.txt");
        var now = Gallery.File();
        if (Environment.GetEnvironmentVariable("HILLOCK_APPROVE") == "1")
        {
            File.WriteAllText(path, now);
        }
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(now, "write it anew with HILLOCK_APPROVE=1 and build again");
    }
}
