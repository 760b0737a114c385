namespace Hillock.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)] // Two replaced, one inserted.
    [InlineData("gleu", "gelu", 1)] // One swap of neighbours.
    [InlineData("CA", "ABC", 3)] // Where optimal string alignment and the full Damerau distance (2) part.
    [InlineData("ReLU", "relu", 0)]
    public void The_distance_counts_changes(string a, string b, int distance)
    {
        Nearest.Distance(a, b).ShouldBe(distance);
        Nearest.Distance(b, a).ShouldBe(distance);
    }

    [Theory]
    [InlineData("gleu", "gelu")]
    [InlineData("relu6x", "relu6")]
    [InlineData("xyzzy", null)]
    [InlineData("foo", null)]
    [InlineData("q", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_if_any_is_near(string text, string? nearest) =>
        Nearest.To(text, ["relu", "gelu", "relu6"]).ShouldBe(nearest);

    [Fact]
    public void A_text_of_any_length_is_answered_at_once() => Nearest.To(new string('x', 10_000_000), ["relu"]).ShouldBeNull();

    [Fact]
    public void Text_from_outside_is_shown_on_one_line_without_control_characters_and_not_at_length()
    {
        Shown.Quoted("a\nb\u001b[31mc").ShouldBe("'a·b·[31mc'");
        Shown.Plain(new string('x', 61)).ShouldBe(new string('x', 60) + "…");
        Shown.Plain(new string('x', 59) + "\U0001F600").ShouldBe(new string('x', 59) + "…", "half a pair of surrogates is no character");
    }
}
