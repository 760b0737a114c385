namespace Hillock.Cli.Tests;

public sealed class Output
{
    [Theory]
    [InlineData("64", new[] { 64 })]
    [InlineData("64x32", new[] { 64, 32 })]
    [InlineData("8^3", new[] { 8, 8, 8 })]
    [InlineData("64x8^2X4", new[] { 64, 8, 8, 4 })]
    public void Hidden_layers_are_read(string text, int[] layers) => HiddenLayers.Parse(text).ShouldBe(layers);

    [Fact]
    public void Words_are_not_broken()
    {
        Paragraph.Lines("one two three", 7).ShouldBe(["one two", "three"]);
        Paragraph.Lines("incomprehensible word", 4).ShouldBe(["incomprehensible", "word"]);
        Paragraph.Lines("", 4).ShouldBe([""]);
    }

    [Fact]
    public void A_table_aligns_numbers_to_the_right_and_breaks_its_last_column()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var table = new TextTable(34, "name", ">n", "note");
        table.Add("relu", "1", "a note that has more words than fit");
        table.Add("gelu", "100", "");
        table.Write(writer);
        writer.ToString().ShouldBe(
            """
            name    n  note
            relu    1  a note that has more
                       words than fit
            gelu  100

            """.ReplaceLineEndings("\n"));
    }
}
