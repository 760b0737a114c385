namespace Hillock.Training;

/// <summary>
/// Sentences of a small grammar: words agree in number over any distance, clauses nest. The next word is asked for at every step, and as
/// every chance is known, so is the least cross-entropy that can be had.
/// </summary>
/// <remarks>
/// sentence → noun phrase, verb phrase, full stop. A noun phrase has a determiner that shows its number, adjectives, a noun of that number,
/// and perhaps "that" with a verb phrase of its own: the verb after it must still agree with the noun before. A verb phrase has a verb of the
/// subject's number, and perhaps a noun phrase as its object. Each decision shows in the very next word, so a word's chance is the product of
/// those of the decisions before it.
/// </remarks>
internal static class Grammar
{
    private const int Steps = 32, MostDepth = 2;
    private const double Adjective = 0.3, Clause = 0.25, Object = 0.5;

    private const string That = "that", Stop = ".";

    private static readonly string[][] Determiners = [["a", "this", "every"], ["these", "many", "two"]];
    private static readonly string[] Adjectives = ["small", "red", "old", "quick"];
    private static readonly string[][] Nouns = [["cat", "bird", "child", "fox"], ["cats", "birds", "children", "foxes"]];
    private static readonly string[][] Verbs = [["sees", "hears", "likes", "follows"], ["see", "hear", "like", "follow"]];
    private static readonly string[] Words =
        [That, Stop, .. Determiners.SelectMany(w => w), .. Adjectives, .. Nouns.SelectMany(w => w), .. Verbs.SelectMany(w => w)];

    public static BuiltInDataset Data { get; } = new(
        "grammar", $"sentences of a small grammar, {Words.Length} words: the next word at each of {Steps} steps",
        LearningTask.Classes, [.. Enumerable.Range(1, Steps).Select(step => $"word {step}")], Words, 4000, 0, Draw)
    { Shape = [Steps], TargetsPerRow = Steps, Tokens = Words.Length, Criterion = Criterion.CrossEntropy };

    /// <summary>A window begins with a full stop, so that whoever reads it knows all that the next word depends on.</summary>
    private static double Draw(scoped in DrawnRow row)
    {
        var told = new Telling(row.Draws);
        while (told.Words.Count < Steps)
        {
            VerbPhrase(told, NounPhrase(told, depth: 0), depth: 0);
            told.Say(Stop);
        }
        row.Features[0] = Array.IndexOf(Words, Stop);
        for (int i = 0; i < Steps; i++)
        {
            row.Targets[i] = told.Words[i];
            if (i + 1 < Steps)
                row.Features[i + 1] = told.Words[i];
        }
        return told.Nats;
    }

    /// <returns>The number of its noun: 0 for one, 1 for many.</returns>
    private static int NounPhrase(Telling told, int depth)
    {
        int number = told.Draws.Next(2);
        told.SayOne(Determiners[number], 0.5);
        while (told.Decide(Adjective))
            told.SayOne(Adjectives);
        told.SayOne(Nouns[number]);
        if (depth < MostDepth && told.Decide(Clause))
        {
            told.Say(That);
            VerbPhrase(told, number, depth + 1);
        }
        return number;
    }

    private static void VerbPhrase(Telling told, int number, int depth)
    {
        told.SayOne(Verbs[number]);
        if (told.Decide(Object))
            NounPhrase(told, depth);
    }

    /// <summary>Words as they are said, and how much the first of them told.</summary>
    private sealed class Telling(Draws draws)
    {
        /// <summary>The chance of what was decided since the last word: the next word shows it.</summary>
        private double _decided = 1;

        public Draws Draws => draws;

        public List<int> Words { get; } = [];

        /// <summary>The information of as many words as are asked for, in nats.</summary>
        public double Nats { get; private set; }

        /// <summary>A decision that the next word will show.</summary>
        public bool Decide(double chance)
        {
            bool yes = draws.NextUniform() < chance;
            _decided *= yes ? chance : 1 - chance;
            return yes;
        }

        /// <summary>One of several words, as likely as each other.</summary>
        public void SayOne(string[] among, double chance = 1) => Say(among[draws.Next(among.Length)], chance / among.Length);

        public void Say(string word, double chance = 1)
        {
            if (Words.Count < Steps)
                Nats -= Training.Draws.Log(_decided * chance);
            _decided = 1;
            Words.Add(Array.IndexOf(Grammar.Words, word));
        }
    }
}
