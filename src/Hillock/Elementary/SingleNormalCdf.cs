using System.Runtime.CompilerServices;

namespace Hillock;

/// <remarks>The tables, and their errors, are printed by tables.py.</remarks>
internal static partial class Single
{
    // 1/√(2π), and what the float nearest to it leaves.
    private const double InverseRootTwoPi = 0.39894228040143268;
    private const double InverseRootTwoPiLow = InverseRootTwoPi - (float)InverseRootTwoPi;

    /// <summary>x·Φ(x) for |x| &lt; 13, max(x, 0) − z·Φ(−z) with z = |x|, in which only the last sum rounds in full; and its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalGate<V>(V x, out V slope)
        where V : struct, IFloats<V>, IReal<V>
    {
        var z = V.Magnitude(x);
        var most = Mills(z, out var v, out var rest);
        var p = HalfSquareExp(z, out var power);

        // Below 0, Φ(x) + x·φ(x); above, what it lacks of 1
        var difference = V.Residue(z, (float)InverseRootTwoPi, V.Residue(z, InverseRootTwoPiLow, most));
        difference = V.Fma(v, rest, difference);
        var tail = power * V.Fma(p, difference, difference);
        slope = V.Where(x > 0, (V)1 - tail, tail);

        var product = z * most;
        var low = V.Fma(z * v, rest, V.Lost(z, most, product));
        return V.WithSign(V.Max(x, 0) - (power * (product + V.Fma(p, product + low, low))), x);
    }

    /// <summary>Φ(x) and its density, for |x| &lt; 13.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalCdf<V>(V x, out V density)
        where V : struct, IFloats<V>, IReal<V>
    {
        var z = V.Magnitude(x);
        var most = Mills(z, out var v, out var rest);
        var p = HalfSquareExp(z, out var power);
        var scaled = power * InverseRootTwoPi;
        density = scaled + V.Fma(scaled, p, power * InverseRootTwoPiLow);
        var low = v * rest;
        var tail = power * (most + V.Fma(p, most + low, low));
        return V.Where(x > 0, (V)1 - tail, tail);
    }

    /// <summary>Φ(−z)·e^(z²/2) = most + v·rest, a polynomial in v for each quarter of an octave of z + 1, to 2⁻²⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Mills<V>(V z, out V v, out V rest)
        where V : struct, IFloats<V>, IReal<V>
    {
        var selector = z + 1;
        v = z - V.Lookup(MillsMiddles, selector);
        rest = V.Lookup(Mills6, selector);
        rest = V.Fma(rest, v, V.Lookup(Mills5, selector));
        rest = V.Fma(rest, v, V.Lookup(Mills4, selector));
        rest = V.Fma(rest, v, V.Lookup(Mills3, selector));
        rest = V.Fma(rest, v, V.Lookup(Mills2, selector));
        rest = V.Fma(rest, v, V.Lookup(Mills1, selector));
        return V.Lookup(Mills0, selector);
    }

    /// <summary>e^(−z²/2) as power·(1 + p); the rounding error of z² is carried along, since the exponential would multiply it by z²/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V HalfSquareExp<V>(V z, out V power)
        where V : struct, IFloats<V>, IReal<V>
    {
        var half = z * -0.5;
        var exponent = half * z;
        return SmallExpM1(Reduce(exponent, V.Lost(half, z, exponent), out power));
    }

    private static ReadOnlySpan<float> MillsMiddles =>
    [
        1.251708984375f, 1.750335693359375f, 2.23126220703125f, 2.7503662109375f,
        3.51171875f, 4.468994140625f, 5.4951171875f, 6.449462890625f,
        7.9788818359375f, 10.05322265625f, 12.07763671875f, 14.04833984375f,
        0.1251373291015625f, 0.373779296875f, 0.6194915771484375f, 0.878997802734375f,
    ];

    private static ReadOnlySpan<float> Mills0 =>
    [
        0.23057162761688232f, 0.1852065622806549f, 0.15465524792671204f, 0.13071028888225555f,
        0.10603273659944534f, 0.08534393459558487f, 0.0704016163945198f, 0.060465727001428604f,
        0.049248769879341125f, 0.03930149972438812f, 0.0328095443546772f, 0.028256066143512726f,
        0.4537462294101715f, 0.37991786003112793f, 0.324443519115448f, 0.2791554927825928f,
    ];

    private static ReadOnlySpan<float> Mills1 =>
    [
        -0.11033370345830917f, -0.07476862519979477f, -0.05386587232351303f, -0.03944111987948418f,
        -0.026585131883621216f, -0.017540736123919487f, -0.01207714807242155f, -0.008970817551016808f,
        -0.0059921653009951115f, -0.0038355530705302954f, -0.002680522855371237f, -0.0019914605654776096f,
        -0.3421616852283478f, -0.25693684816360474f, -0.1979522556066513f, -0.1535652130842209f,
    ];

    private static ReadOnlySpan<float> Mills2 =>
    [
        0.04623297229409218f, 0.027168186381459236f, 0.01723318174481392f, 0.011116384528577328f,
        0.006336619146168232f, 0.0034772411454468966f, 0.0020181359723210335f, 0.0013043845538049936f,
        0.0007189965108409524f, 0.00037091600825078785f, 0.00021758192451670766f, 0.00013967569975648075f,
        0.20546451210975647f, 0.14194008708000183f, 0.10090687870979309f, 0.07208600640296936f,
    ];

    private static ReadOnlySpan<float> Mills3 =>
    [
        -0.01748744025826454f, -0.00907159224152565f, -0.005137993022799492f, -0.0029556427616626024f,
        -0.0014441426610574126f, -0.000666964624542743f, -0.0003290779422968626f, -0.00018607704259920865f,
        -8.51164513733238e-05f, -3.554964132490568e-05f, -1.7549029507790692e-05f, -9.749524906510487e-06f,
        -0.10548309981822968f, -0.06796066462993622f, -0.04514699429273605f, -0.030067203566432f,
    ];

    private static ReadOnlySpan<float> Mills4 =>
    [
        0.006085606291890144f, 0.002822363283485174f, 0.001442366628907621f, 0.0007468012045137584f,
        0.00031614687759429216f, 0.00012414736556820571f, 5.2444902394199744e-05f, 2.6073255867231637e-05f,
        9.95003847492626e-06f, 3.3769563287933124e-06f, 1.4062949276194558e-06f, 6.772631877538515e-07f,
        0.04806599020957947f, 0.029134532436728477f, 0.018235014751553535f, 0.011414066888391972f,
    ];

    private static ReadOnlySpan<float> Mills5 =>
    [
        -0.0019904584623873234f, -0.0008320300839841366f, -0.00038610814954154193f, -0.00018121239554602653f,
        -6.777811358915642e-05f, -2.2703621652908623e-05f, -8.249673555837944e-06f, -3.611370630096644e-06f,
        -1.1706847544701304e-06f, -3.223577493827179e-07f, -1.1306213565376311e-07f, -4.716517665315223e-08f,
        -0.019957270473241806f, -0.011447232216596603f, -0.006787613965570927f, -0.004016316495835781f,
    ];

    private static ReadOnlySpan<float> Mills6 =>
    [
        0.0006088176160119474f, 0.00023091802722774446f, 9.543880150886253e-05f, 4.201381671009585e-05f,
        1.4021818060427904e-05f, 3.8759480958106e-06f, 1.2546909147204133e-06f, 4.700599447460263e-07f,
        1.3158070544250222e-07f, 3.103314227814735e-08f, 9.292513425407378e-09f, 3.312114804643329e-09f,
        0.007619652431458235f, 0.004144949838519096f, 0.002320540137588978f, 0.0013280155835673213f,
    ];
}
