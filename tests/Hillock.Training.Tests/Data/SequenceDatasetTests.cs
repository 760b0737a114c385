namespace Hillock.Training.Tests;

/// <summary>Built-in sequences against what they are defined to be.</summary>
public sealed class SequenceDatasetTests
{
    [Fact]
    public void Adding_asks_for_the_sum_of_the_two_marked_numbers()
    {
        var data = Open("adding", 200);
        data.Shape.ToString().ShouldBe("100×2");
        for (var row = 0; row < data.Rows; row++)
        {
            var steps = data.Row(row).ToArray().Chunk(2).ToArray();
            var marked = steps.Index().Where(step => step.Item[1] == 1).ToArray();
            marked.Length.ShouldBe(2);
            (marked[0].Index, marked[1].Index).ShouldSatisfyAllConditions(m => m.Item1.ShouldBeLessThan(50), m => m.Item2.ShouldBeGreaterThanOrEqualTo(50));
            data.Targets[row].ShouldBe(marked.Sum(step => step.Item[0]));
        }
        // Always saying 1 is off by √(1/6), the deviation of a sum of two uniform numbers.
        Math.Sqrt(data.Targets.Average(t => (t - 1.0) * (t - 1))).ShouldBe(Math.Sqrt(1.0 / 6), 0.04);
    }

    [Fact]
    public void Copy_asks_for_the_symbols_in_their_order()
    {
        var data = Open("copy", 50);
        (data.TargetsPerRow, data.Tokens, data.OutputShape.ToString()).ShouldBe((40, 10, "40×10"));
        for (var row = 0; row < data.Rows; row++)
        {
            var (shown, asked) = (data.Row(row).ToArray(), data.Targets.AsSpan(row * 40, 40).ToArray());
            shown[..10].ShouldAllBe(symbol => symbol >= 1 && symbol <= 8);
            asked[30..].ShouldBe(shown[..10]);
            asked[..30].ShouldAllBe(symbol => symbol == 0);
            shown[10..].Count(symbol => symbol != 0).ShouldBe(1);
            shown[30].ShouldBe(9);
        }
    }

    /// <summary>The chances are read off the grammar's description once more, by a reader that knows the words only.</summary>
    [Fact]
    public void The_information_of_a_grammar_is_that_of_its_sentences()
    {
        var data = Open("grammar", 300);
        for (var row = 0; row < data.Rows; row++)
        {
            string[] words = [.. data.Targets.Skip(row * 32).Take(32).Select(t => data.ClassNames[(int)t])];
            data.ClassNames[(int)data.Row(row)[0]].ShouldBe(".");
            data.Row(row)[1..].ToArray().ShouldBe(data.Targets.Skip(row * 32).Take(31));
            ((double)data.Information[row]).ShouldBe(Information(words), 1e-4, string.Join(' ', words));
        }
        var split = data.Split(1);
        split.Test.LeastLoss!.Value.ShouldBe(split.Test.Information.Average(nats => nats / 32.0), 1e-9);
        // Words are not sure, and far from any of 28 being as likely as another.
        data.LeastLoss!.Value.ShouldBeInRange(1, 0.6 * Math.Log(28));
    }

    [Fact]
    public void A_picture_is_judged_by_its_own_pixels_and_stays_in_its_units()
    {
        var data = Open("picture", 32 * 32);
        data.Targets.ShouldAllBe(grey => grey >= 0 && grey <= 1);
        var split = data.Split(3).Standardize();
        split.Test.Inputs.ShouldBe(data.Inputs);
        data.Inputs[0].ShouldBe(-1 + (1f / 32));
        Should.Throw<HillockException>(() => Open("picture", 1000)).Message.ShouldContain("the picture is square");
    }

    [Fact]
    public void A_text_asks_for_the_next_character_or_word()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        try
        {
            File.WriteAllText(path, string.Concat(Enumerable.Repeat("Ab c, it's. ", 40)));
            var characters = Datasets.Open(path);
            string Text(IEnumerable<float> numbers) => string.Concat(numbers.Select(n => characters.ClassNames[(int)n]));
            (characters.Rows, characters.Tokens, characters.Criterion).ShouldBe((7, 10, Criterion.CrossEntropy));
            Text(characters.Row(1).ToArray()).ShouldStartWith(string.Concat(Enumerable.Repeat("Ab c, it's. ", 20)).Substring(64, 60));
            Text(characters.Targets.Take(5)).ShouldBe("b c, ");
            var words = Datasets.Open(path, new() { ByWord = true });
            words.ClassNames.Order(StringComparer.Ordinal).ShouldBe([",", ".", "ab", "c", "it's"]);
            File.WriteAllText(path, "too short");
            Should.Throw<HillockException>(() => Datasets.Open(path)).Message.ShouldContain("9 characters; at least 129 are wanted");
            File.WriteAllBytes(path, [0xFF, 0xFE, 0x80]);
            Should.Throw<HillockException>(() => Datasets.Open(path)).Message.ShouldContain("UTF-8");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_window_shows_the_rows_before()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllText(path, "a,b\n" + string.Join('\n', Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"{i},{i + 0.5}"))));
            var data = Datasets.Open(path, new() { Window = 3 });
            (data.Rows, data.Shape.ToString()).ShouldBe((27, "3×2"));
            data.Row(1).ToArray().ShouldBe([1, 1.5f, 2, 2.5f, 3, 3.5f]);
            data.Targets[1].ShouldBe(4.5f);
            Should.Throw<HillockException>(() => Datasets.Open(path, new() { Window = 29 })).Message.ShouldContain("a shorter --window");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Dataset Open(string name, int rows) => Datasets.Open(name, new() { Seed = 1, Rows = rows });

    private static double Information(string[] words)
    {
        var (next, nats, end) = (0, 0.0, false);
        string Peek() => next < words.Length ? words[next] : "";
        void Take(double chance)
        {
            end = next == words.Length;
            if (!end)
            {
                nats -= Math.Log(chance);
                next++;
            }
        }
        bool Plural() => Peek() is "these" or "many" or "two";
        // `before` is the chance of what was decided before the phrase began.
        double Noun(double before, int depth)
        {
            var plural = Plural();
            Take(before / 6);
            var chance = 1.0;
            while (Peek() is "small" or "red" or "old" or "quick")
            {
                Take(0.3 / 4);
            }
            Take(0.7 * chance / 4);
            if (depth == 2)
            {
                return 1;
            }
            if (Peek() != "that")
            {
                return 0.75;
            }
            Take(0.25);
            return Verb(1, plural, depth + 1);
        }
        double Verb(double before, bool plural, int depth)
        {
            if (next < words.Length)
            {
                new[] { "see", "hear", "like", "follow" }.Contains(Peek()).ShouldBe(plural, string.Join(' ', words));
            }
            Take(before / 4);
            return Peek() is "a" or "this" or "every" || Plural() ? Noun(0.5, depth) : 0.5;
        }
        while (!end && next < words.Length)
        {
            var plural = Plural();
            Take(Verb(Noun(1, 0), plural, 0));
        }
        return nats;
    }
}
