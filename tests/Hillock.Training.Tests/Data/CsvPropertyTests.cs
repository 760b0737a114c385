using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Hillock.Training.Tests;

public sealed class CsvPropertyTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_is_written_with_quotes_reads_back_equal()
    {
        // Labels of any signs that mean something in a CSV file, but no blanks at the ends, which are cut off outside quotes.
        var label = from signs in Gen.ArrayOf(Gen.Elements('a', 'b', '"', ',', ';', '\t', '\n', '\'', 'é', '|', ' ', '5'))
                    select "L" + new string(signs) + "R";
        var row = from x in Gen.Choose(int.MinValue, int.MaxValue) from scale in Gen.Choose(-30, 20) from name in label
                  select (X: (float)(x * Math.Pow(10, scale)), Label: name);
        var rows = Gen.ArrayOf(row).Where(all => all.Length >= 2 && all.Select(one => one.Label).Distinct().Count() is >= 2 and <= 1000);
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(rows.ToArbitrary(), all =>
        {
            string text = "x,label\n" + string.Concat(all.Select(one =>
                $"{one.X.ToString("R", CultureInfo.InvariantCulture)},\"{one.Label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));
            var data = Datasets.Open(_scratch.Write("quoted.csv", text), new() { Header = true, Separator = ',' });
            data.Inputs.ShouldBe([.. all.Select(one => one.X)]);
            data.Targets.Select(y => data.ClassNames[(int)y]).ShouldBe(all.Select(one => one.Label));
        }));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_in_one_line()
    {
        // Half of the files are arbitrary bytes, half are made of the signs that mean something.
        var bytes = Gen.OneOf(
            Gen.ArrayOf(Gen.Choose(0, 255)),
            Gen.ArrayOf(Gen.Elements("0123.,;\n\r\"\t -+eEé\u001f".Select(c => (int)(byte)c).ToArray())),
            Gen.ArrayOf(Gen.Choose(0, 15)).Select(tail => (int[])[0, 0, 8, 3, .. tail]),
            Gen.ArrayOf(Gen.Choose(0, 255)).Select(tail => (int[])[0x1F, 0x8B, 8, 0, .. tail]));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(bytes.ToArbitrary(), all =>
        {
            string path = _scratch.Write("any", [.. all.Select(one => (byte)one)]);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Datasets.Open(path).Rows.ShouldBeGreaterThan(1);
            }
            catch (HillockException error)
            {
                error.Message.ShouldContain("any");
                error.Message.ShouldNotContain("\n");
            }
            // The files are some hundred bytes long; buffers of fixed size are what is allowed for.
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
        }));
    }
}
