namespace Hillock.Web.Tests;

/// <summary>What the gallery shows of each function is what is seen of it now.</summary>
public sealed class FunctionsGalleryFileTests
{
    [Fact]
    public void The_file_says_what_is_seen_now() => Hillock.Tests.Approved.ShouldSay(
        Hillock.Tests.Repository.Path("src/Hillock.Web/Functions/gallery.txt"), Gallery.File(), "write it anew with HILLOCK_APPROVE=1 and build again");
}
