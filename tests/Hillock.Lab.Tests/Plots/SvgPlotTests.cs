using System.Xml.Linq;

namespace Hillock.Lab.Tests;

/// <summary>What every SVG picture is: well-formed, by itself, small, and legible for all.</summary>
public class SvgPlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The gallery's, of which another test says that they are what is drawn.</summary>
    public static TheoryData<string> Names { get; } = [.. Catalog.Functions.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pictures_are_well_formed_small_and_by_themselves(string name)
    {
        var text = File.ReadAllText(Repository.Path($"docs/functions/images/{name}.svg"));
        text.Length.ShouldBeLessThan(6 * 1024, name);
        var root = XDocument.Parse(text).Root!;
        root.Element(Svg + "title")!.Value.ShouldStartWith(name);
        root.Element(Svg + "desc")!.Value.ShouldNotBeEmpty();
        root.Attribute("role")!.Value.ShouldBe("img");
        string[] known = ["svg", "title", "desc", "style", "rect", "g", "text", "path", "circle"];
        root.DescendantsAndSelf().Select(element => element.Name.LocalName).Except(known).ShouldBeEmpty();
        text.ShouldNotContain("href");
        text.ShouldNotContain("url(");
        text.ShouldNotContain("NaN");
    }

    [Fact]
    public void They_have_a_light_and_a_dark_side()
    {
        var style = XDocument.Parse(Draw("gelu")).Descendants(Svg + "style").Single().Value;
        var (light, dark) = (style.Split("@media(prefers-color-scheme:dark)")[0], style.Split("@media(prefers-color-scheme:dark)")[1]);
        foreach (var property in new[] { "--paper:", "--text:", "--grid:", "--axis:", "--c0:", "--c1:" })
        {
            light.ShouldContain(property);
            dark.ShouldContain(property);
        }
    }

    [Fact]
    public void Names_are_text_and_not_markup()
    {
        var plot = Plot.Of([Catalog.Parse("relu")], [CurveKind.Value]) with { Functions = ["<script>"] };
        plot = plot with { Curves = [plot.Curves[0] with { Name = "<script>&\"" }] };
        XDocument.Parse(SvgPlot.Draw(plot)).Descendants().ShouldAllBe(element => element.Name.LocalName != "script");
    }

    /// <summary>WCAG 2.1, 1.4.11: what must be seen stands out from its ground by 3:1.</summary>
    [Fact]
    public void Colours_stand_out_from_both_grounds()
    {
        var style = XDocument.Parse(SvgPlot.Draw(Plot.Of([.. Catalog.Functions.Take(7).Select(f => f.Create())], [CurveKind.Value])))
            .Descendants(Svg + "style").Single().Value;
        foreach (var side in style.Split("@media(prefers-color-scheme:dark)"))
        {
            var colours = side.Split("--").Where(part => part.Contains(":#", StringComparison.Ordinal))
                .ToDictionary(part => part.Split(':')[0], part => part.Split('#', ';', '}')[1]);
            colours.Where(c => c.Key is "text" or ['c', ..]).ShouldAllBe(c => Contrast(c.Value, colours["paper"]) >= 3);
        }
    }

    private static string Draw(string name) => SvgPlot.Draw(Plot.Of([Catalog.Parse(name)], [CurveKind.Value, CurveKind.Slope]), 400, 280);

    private static double Contrast(string a, string b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;
        double[] rgb = [.. Convert.FromHexString(full).Select(b => b / 255.0).Select(c => c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
    }
}
