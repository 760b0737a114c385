using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Single
{
    /// <summary>x·Φ(x), Φ(x) and its density, for |x| &lt; 13: max(x, 0) − z·Φ(−z) with z = |x|, in which only the last sum rounds in full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalGate<V>(V x, out V cdf, out V density)
        where V : struct, IFloats<V>, IReal<V>
    {
        var m = Mills(x, out var z, out var r, out var rest, out var power);
        cdf = NormalCdf(x, m, r, rest, power, out density);
        var product = z * m;
        var tail = product + V.Fma(r, product, V.Fma(rest, product, V.Lost(z, m, product)));
        return V.WithSign(V.Max(x, 0) - (power * tail), x);
    }

    /// <summary>Φ(x) and its density, for |x| &lt; 13.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalCdf<V>(V x, out V density)
        where V : struct, IFloats<V>, IReal<V>
    {
        var m = Mills(x, out _, out var r, out var rest, out var power);
        return NormalCdf(x, m, r, rest, power, out density);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalCdf<V>(V x, V mills, V r, V rest, V power, out V density)
        where V : struct, IFloats<V>, IReal<V>
    {
        var scaled = power * InverseRootTwoPi;
        density = scaled + V.Fma(scaled, r, V.Fma(scaled, rest, power * InverseRootTwoPiLow));
        var tail = power * (mills + V.Fma(r, mills, rest * mills));
        return V.Where(x > 0, (V)1 - tail, tail);
    }

    /// <summary>Φ(−z) = power·(1 + r + rest)·M(z) with z = |x|, M a polynomial for each quarter of an octave of z + 1, to 2⁻²⁷.</summary>
    /// <remarks>The rounding error of z² is carried along, since the exponential would multiply it by z²/2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Mills<V>(V x, out V z, out V r, out V rest, out V power)
        where V : struct, IFloats<V>, IReal<V>
    {
        z = V.Magnitude(x);
        var half = z * -0.5;
        var exponent = half * z;
        r = Reduce(exponent, V.Lost(half, z, exponent), out power);
        rest = r * r * SmallExpRest(r);

        var selector = z + 1;
        var v = z - V.Lookup(Lefts, selector);
        var m = V.Lookup(Mills7, selector);
        m = V.Fma(m, v, V.Lookup(Mills6, selector));
        m = V.Fma(m, v, V.Lookup(Mills5, selector));
        m = V.Fma(m, v, V.Lookup(Mills4, selector));
        m = V.Fma(m, v, V.Lookup(Mills3, selector));
        m = V.Fma(m, v, V.Lookup(Mills2, selector));
        m = V.Fma(m, v, V.Lookup(Mills1, selector));
        return V.Fma(m, v, V.Lookup(Mills0Low, selector)) + V.Lookup(Mills0, selector);
    }

    private static ReadOnlySpan<float> Lefts =>
    [
        1.0f, 1.5f, 2.0f, 2.5f,
        3.0f, 4.0f, 5.0f, 6.0f,
        7.0f, 9.0f, 11.0f, 13.0f,
        0.0f, 0.25f, 0.5f, 0.75f,
    ];

    private static ReadOnlySpan<float> Mills0 =>
    [
        0.2615782916545868f, 0.20578067004680634f, 0.16810199618339539f, 0.14133132994174957f,
        0.12151394784450531f, 0.09441064298152924f, 0.0769193023443222f, 0.06477931141853333f,
        0.05589348077774048f, 0.043798789381980896f, 0.0359748899936676f, 0.03050941415131092f,
        0.5f, 0.41403210163116455f, 0.3496188223361969f, 0.300232470035553f,
    ];

    private static ReadOnlySpan<float> Mills0Low =>
    [
        2.0432924796587315e-10f, -3.071380261232548e-09f, 5.039094030934166e-09f, 1.4385707070019293e-09f,
        4.929192054525799e-10f, -1.6832419902357287e-09f, 2.629773954154757e-09f, 2.9056494987855785e-09f,
        1.6483099329889228e-09f, -5.134300207210174e-10f, -3.730285247360854e-10f, 3.4381489322221626e-10f,
        -4.4135723721583364e-13f, 1.3163521384029764e-09f, 1.2384089309591673e-08f, -7.695660109163782e-09f,
    ];

    private static ReadOnlySpan<float> Mills1 =>
    [
        -0.1373639851808548f, -0.09027127921581268f, -0.06273827701807022f, -0.04561395198106766f,
        -0.03440043330192566f, -0.021299714222550392f, -0.01434575580060482f, -0.010266394354403019f,
        -0.007687902543693781f, -0.00475318031385541f, -0.003218494588509202f, -0.0023198919370770454f,
        -0.3989422917366028f, -0.29543426632881165f, -0.22413286566734314f, -0.17376793920993805f,
    ];

    private static ReadOnlySpan<float> Mills2 =>
    [
        0.062107086181640625f, 0.035186853259801865f, 0.021312715485692024f, 0.013648223131895065f,
        0.009156271815299988f, 0.004605880472809076f, 0.0025952612049877644f, 0.001590473111718893f,
        0.0010390697279945016f, 0.0005100803100503981f, 0.00028572435257956386f, 0.00017540939734317362f,
        0.2499999850988388f, 0.17008675634860992f, 0.11877619475126266f, 0.08495325595140457f,
    ];

    private static ReadOnlySpan<float> Mills3 =>
    [
        -0.02508452534675598f, -0.01249664556235075f, -0.006704158615320921f, -0.003831084817647934f,
        -0.0023100904654711485f, -0.0009586371015757322f, -0.0004564590926747769f, -0.00024117811699397862f,
        -0.0001380751928081736f, -5.41414410690777e-05f, -2.5172997993649915e-05f, -1.31891820274177e-05f,
        -0.13298015296459198f, -0.08430388569831848f, -0.05491476505994797f, -0.036684248596429825f,
    ];

    private static ReadOnlySpan<float> Mills4 =>
    [
        0.009246689267456532f, 0.004107597284018993f, 0.0019750928040593863f, 0.001017246162518859f,
        0.0005545978201553226f, 0.0001924291136674583f, 7.81371199991554e-05f, 3.581952114473097e-05f,
        1.7986580132856034e-05f, 5.675000011251541e-06f, 2.1989551441947697e-06f, 9.856418046183535e-07f,
        0.062490254640579224f, 0.037247851490974426f, 0.02282722480595112f, 0.01435871422290802f,
    ];

    private static ReadOnlySpan<float> Mills5 =>
    [
        -0.003127808216959238f, -0.0012542310869321227f, -0.0005462841363623738f, -0.00025587689015083015f,
        -0.00012477024574764073f, -3.681871748995036e-05f, -1.2902289199701045e-05f, -5.174892066861503e-06f,
        -2.2361862193065463e-06f, -5.770582447439665e-07f, -1.8814297675362468e-07f, -7.257620637801665e-08f,
        -0.02651149407029152f, -0.014956305734813213f, -0.008678680285811424f, -0.0051717013120651245f,
    ];

    private static ReadOnlySpan<float> Mills6 =>
    [
        0.0009195652673952281f, 0.0003385411109775305f, 0.0001355872955173254f, 5.852325921296142e-05f,
        2.3914919438539073e-05f, 6.1870450736023486e-06f, 1.9160636384185636e-06f, 6.849437568234862e-07f,
        2.3605124965797586e-07f, 5.1732538253190796e-08f, 1.4576345463979123e-08f, 4.933626396308455e-09f,
        0.010003800503909588f, 0.005379791371524334f, 0.0029761604964733124f, 0.0016912301070988178f,
    ];

    private static ReadOnlySpan<float> Mills7 =>
    [
        -0.00017652902170084417f, -6.121009209891781e-05f, -2.309360024810303e-05f, -9.395786037202924e-06f,
        -2.7980331651633605e-06f, -6.622305477321788e-07f, -1.8823688208158273e-07f, -6.200551183610514e-08f,
        -1.485088851893579e-08f, -2.915833574590465e-09f, -7.424961756541393e-10f, -2.2895264850664176e-10f,
        -0.0027161857578903437f, -0.0014091767370700836f, -0.0007519570644944906f, -0.00041214056545868516f,
    ];
}
