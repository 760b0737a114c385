using System.Text.RegularExpressions;

namespace Hillock.Tests;

/// <summary>The three widths are one text with another number, so that what is mended in one is mended in all.</summary>
public partial class TwinsTests
{
    [Theory]
    [InlineData("Floats", "}")]
    [InlineData("Doubles", "    public static Doubles#<P> Scale(")]
    public void The_widths_are_textual_twins(string name, string until)
    {
        var texts = new[] { 128, 256, 512 }.Select(width => Text(name, width, until)).ToList();
        texts[0].Length.ShouldBeGreaterThan(1000);
        texts[1].ShouldBe(texts[0]);
        texts[2].ShouldBe(texts[0]);
    }

    private static string Text(string name, int width, string until)
    {
        var path = Repository.Path($"src/Hillock/Lanes/{name}{width}.cs");
        var text = Counts().Replace(File.ReadAllText(path), "# $1").Replace($"{width}", "#", StringComparison.Ordinal);
        return text[..(text.LastIndexOf(until, StringComparison.Ordinal) + 1)];
    }

    [GeneratedRegex(@"\d+ (floats|doubles)")]
    private static partial Regex Counts();
}
