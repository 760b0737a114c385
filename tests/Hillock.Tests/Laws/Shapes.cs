namespace Hillock.Tests;

/// <summary>What the catalog and mathematics say of each function's shape is proved by interval arithmetic.</summary>
public class Shapes
{
    /// <summary>Relative to the bound, or to 1.</summary>
    private const double SixDigits = 1e-6;

    // Beyond this a wave that grows is as good as unbounded; that it has no bound is not proved.
    private const double Great = 1e290;

    /// <summary>Written with a pole beyond every double, so that nothing holds for all reals.</summary>
    private const string WithPole = "colu";

    private static readonly Dictionary<string, Shape> Known = [];

    public static IEnumerable<TheoryDataRow<string>> Names => Catalog.Functions.Select(f => f.Name).Except([WithPole]).Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string, double, double, double, double>> Limits => Edges.AllLimits.Where(row => row.Data.Item1 != WithPole).Select(row => new TheoryDataRow<string, double, double, double, double>(row.Data.Item1, row.Data.Item2, row.Data.Item3, row.Data.Item4, row.Data.Item5));

    /// <summary>Functions of |x|, of x², products and quotients of odd ones; and odd functions of odd ones.</summary>
    private static readonly string[] Even =
    [
        "absolute", "log_cosh", "seagull", "square", "triangle", "bi_firing", "soft_modulus", "lisht", "tbsrelu", "sgelu", "gaussian",
        "ricker", "gabor", "asu", "sinc",
    ];

    private static readonly string[] Odd =
    [
        "linear", "symlog", "symexp", "affine", "ncu", "sign", "ternary", "tanh", "hard_tanh", "softsign", "lecun_tanh", "scaled_tanh",
        "bipolar_sigmoid", "dyt", "stac_tanh", "isru", "mef", "sqnl", "hexpo", "plu", "soft_shrink", "hard_shrink", "tanh_shrink", "erf",
        "derf", "arctan", "gudermannian", "asinh", "sine", "gcu", "hosc", "dsu",
    ];

    /// <summary>Those that fall somewhere: bumps, waves, mirror images, and gates that open so slowly that x outweighs them below 0.</summary>
    private static readonly string[] NotMonotone =
    [
        .. Even, "squ", "ncu", "parabolic_cone", "threshold", "abs_relu", "hat", "squish", "reu", "sara", "crrelu", "xielu", "gelu", "gelu_tanh",
        "quick_gelu", "silu", "swish", "hard_swish", "mish", "eswish", "dsilu", "elish", "hard_elish", "eanaf", "lalu", "tanh_exp", "smish",
        "logish", "phish", "tsrelu", "tanhsig", "tanhsoft1", "tanhsoft2", "tanhsoft3", "golu", "loglogish", "gish", "soft_root_sign", "pflu",
        "fpflu", "lambda_gelu", "gelu_10", "hard_mish", "serf", "pserf", "erf_act", "sinlu", "coslu", "sinsig", "pats", "vlu", "minsin", "sine",
        "gcu", "hosc", "ssu", "dsu",
        "snake", // It is monotone; its slope touches 0 in each period, and beyond the reach that is not proved.
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_range_is_the_declared_one(string name)
    {
        var range = Of(name).Range;
        var (low, high, lowDigit, highDigit) = DeclaredRange.Of(EveryFunction.Named(name));
        IsAt(range.Least, low, lowDigit).ShouldBeTrue($"{name} from {low}, proved {range.Least}");
        IsAt(range.Greatest, high, highDigit).ShouldBeTrue($"{name} to {high}, proved {range.Greatest}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_range_is_known_to_six_digits(string name)
    {
        var range = Of(name).Range;
        IsSharp(range.Least).ShouldBeTrue($"{name} from {range.Least}");
        IsSharp(range.Greatest).ShouldBeTrue($"{name} to {range.Greatest}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_Lipschitz_constant_is_known_to_six_digits(string name)
    {
        string[] unknown = ["snake", "erf_act"]; // Far out the bounds of sin·cos, and of eˣ times what decays, do not see what cancels.
        string[] roughly = ["bent_identity"]; // Its slope nears 3/2 as 1/x².
        var lipschitz = Of(name).Lipschitz;
        if (!unknown.Contains(name))
        {
            (roughly.Contains(name) ? lipschitz.Width < 1e-4 : IsSharp(lipschitz)).ShouldBeTrue($"{name} {lipschitz}");
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Limits_are_proved(string name, double low, double high, double slopeLow, double slopeHigh)
    {
        IsLimit(Of(name).Left, low, slopeLow).ShouldBeTrue($"{name} at −∞: {Of(name).Left}");
        IsLimit(Of(name).Right, high, slopeHigh).ShouldBeTrue($"{name} at ∞: {Of(name).Right}");

        static bool IsLimit(End end, double limit, double slope) =>
            (double.IsNaN(limit) ? !end.Limit.Exists : IsAt(end.Limit, limit, 1e-9))
            && (end.Asymptote is not { } line || IsAt(line.Slope, slope, 1e-14));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Odd_and_even_are_decided(string name) => Of(name).Parity.ShouldBe(
        Odd.Contains(name) ? Parity.Odd : Even.Contains(name) ? Parity.Even : Parity.Neither);

    [Theory]
    [MemberData(nameof(Names))]
    public void Monotone_functions_are_proved_to_be(string name) => Of(name).IsMonotone.ShouldBe(!NotMonotone.Contains(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Pieces_cover_the_whole_line(string name)
    {
        // Waves go on for ever; the others have a sum in which the leading terms cancel, and a slope that has underflowed.
        string[] waves = ["sine", "snake", "gcu", "asu", "sinc", "hosc", "ssu", "dsu", "vlu", "minsin", "sinlu", "coslu", "gabor"];
        string[] others = ["tanhsoft3", "golu"];
        var pieces = Of(name).Pieces;
        if (!waves.Contains(name) && !others.Contains(name))
        {
            pieces[0].From.ShouldBe(double.NegativeInfinity);
            pieces[^1].To.ShouldBe(double.PositiveInfinity);
            pieces.Zip(pieces.Skip(1)).ShouldAllBe(pair => pair.Second.From - pair.First.To <= 1e-9 * Math.Max(1, Math.Abs(pair.First.To)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pieces_go_the_way_they_say(string name)
    {
        var f = EveryFunction.Named(name).Create();
        foreach (var piece in Of(name).Pieces)
        {
            var (from, to) = (Math.Max(piece.From, -40), Math.Min(piece.To, 40));
            double[] y = [.. Enumerable.Range(0, 33).Select(i => f.Of(Math.Clamp(from + ((to - from) * (i / 32.0)), from, to)))];
            for (var i = 1; i < y.Length; i++)
            {
                var (rise, rounding) = (y[i] - y[i - 1], 1e-14 * Math.Abs(y[i]));
                (piece.Direction switch { Direction.Rising => rise >= -rounding, Direction.Falling => rise <= rounding, _ => Math.Abs(rise) <= rounding })
                    .ShouldBeTrue($"{name} on {piece}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kinks_and_jumps_are_the_declared_ones(string name)
    {
        var shape = Of(name);
        var found = shape.Kinks.Concat(shape.Jumps).Select(k => Math.Round(k.Value, 9)).Distinct().Order().ToList();

        // The reference names 0 as well, where two pieces meet with one slope.
        string[] smoothAt0 = ["hard_mish", "hard_elish"];
        found.ShouldBe(EveryFunction.Named(name).Kinks.Where(k => k != 0 || !smoothAt0.Contains(name)).Order());
    }

    [Fact]
    public void What_has_a_pole_beyond_every_double_has_its_minimum_all_the_same() =>
        Of(WithPole).Extremes.ShouldContain(turn => turn.IsMinimum && Math.Abs(turn.Value.Value + 0.37716) < 5e-6); // functions.md 2.2

    internal static Shape Of(string name)
    {
        lock (Known)
        {
            return Known.TryGetValue(name, out var shape) ? shape : Known[name] = Shape.Of(EveryFunction.Named(name).Create());
        }
    }

    private static bool IsAt(Bracket proved, double declared, double tolerance) => double.IsInfinity(declared)
        ? proved.Contains(declared) && Math.Min(Math.Abs(proved.Low), Math.Abs(proved.High)) > Great
        : proved.Exists && proved.Low >= declared - tolerance && proved.High <= declared + tolerance;

    private static bool IsSharp(Bracket proved) =>
        proved.Width <= SixDigits * Math.Max(1, Math.Abs(proved.Low)) || Math.Min(Math.Abs(proved.Low), Math.Abs(proved.High)) > Great;
}
