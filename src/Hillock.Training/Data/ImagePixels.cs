namespace Hillock.Training;

/// <summary>Names of an image's pixels as features.</summary>
internal static class ImagePixels
{
    /// <summary>r0c0, r0c1… row after row.</summary>
    public static IEnumerable<string> Names(ImageSize size) =>
        from row in Enumerable.Range(0, size.Height) from column in Enumerable.Range(0, size.Width) select $"r{row}c{column}";
}
