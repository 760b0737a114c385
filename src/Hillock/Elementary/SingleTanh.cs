using System.Runtime.CompilerServices;

namespace Hillock;

/// <remarks>The tables, and their errors, are printed by tables.py.</remarks>
internal static partial class Single
{
    // Beyond this tanh is 1, to less than half a unit.
    private const double LastTanh = 9.1;

    /// <summary>tanh x = z·T(z) with z = |x|, T a polynomial for each quarter of an octave of z + 1, to 2⁻²⁶; and sech² x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x, out V sechSquared)
        where V : struct, IFloats<V>, IReal<V>
    {
        var magnitude = V.Magnitude(x);
        sechSquared = SechSquared(magnitude);

        var z = V.Min(magnitude, LastTanh);
        var selector = z + 1;
        var v = z - V.Lookup(TanhMiddles, selector);
        var t = V.Lookup(Tanh6, selector);
        t = V.Fma(t, v, V.Lookup(Tanh5, selector));
        t = V.Fma(t, v, V.Lookup(Tanh4, selector));
        t = V.Fma(t, v, V.Lookup(Tanh3, selector));
        t = V.Fma(t, v, V.Lookup(Tanh2, selector));
        t = V.Fma(t, v, V.Lookup(Tanh1, selector));
        return V.WithSign(V.Fma(z, V.Lookup(Tanh0, selector), z * v * t), x);
    }

    /// <summary>sech² z = 4t/(1 + t)² with t = e^−2z, for 0 ≤ z ≤ 43.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SechSquared<V>(V z)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = Split(z * -2, out var power);
        var divisor = OnePlusUnit(power, p, out var lost);
        var inverse = (V)1 / divisor;
        var square = inverse * inverse;

        // Near 0, where the curvature is 0, four roundings would be all that is promised.
        square = V.Fma(square + square, V.Residue(lost, inverse, V.Residue(divisor, inverse, 1)), square);
        return power * 4 * V.Fma(p, square, square);
    }

    private static ReadOnlySpan<float> TanhMiddles =>
    [
        1.239501953125f, 1.75213623046875f, 2.260986328125f, 2.7357177734375f,
        3.4786376953125f, 4.5479736328125f, 5.52978515625f, 6.47607421875f,
        8.057861328125f, 9.07763671875f, 11.037841796875f, 13.025390625f,
        0.12490463256835938f, 0.371917724609375f, 0.6296234130859375f, 0.8786468505859375f,
    ];

    private static ReadOnlySpan<float> Tanh0 =>
    [
        0.6819783449172974f, 0.5374115109443665f, 0.43277508020401f, 0.36247336864471436f,
        0.2869222164154053f, 0.21982884407043457f, 0.18083316087722778f, 0.15441380441188812f,
        0.124102383852005f, 0.11016082763671875f, 0.09059742093086243f, 0.07677312940359116f,
        0.9948318600654602f, 0.9563082456588745f, 0.8859150409698486f, 0.8032132387161255f,
    ];

    private static ReadOnlySpan<float> Tanh1 =>
    [
        -0.319913387298584f, -0.24202245473861694f, -0.17259478569030762f, -0.1263994425535202f,
        -0.08138895779848099f, -0.048236969858407974f, -0.03269027918577194f, -0.02384227141737938f,
        -0.015401356853544712f, -0.012135402299463749f, -0.008207892999053001f, -0.005894113332033157f,
        -0.08224023133516312f, -0.22265128791332245f, -0.31296151876449585f, -0.34289464354515076f,
    ];

    private static ReadOnlySpan<float> Tanh2 =>
    [
        0.0634307786822319f, 0.07721152901649475f, 0.05792552977800369f, 0.04015727341175079f,
        0.022306635975837708f, 0.010507696308195591f, 0.005900292657315731f, 0.0036801283713430166f,
        0.0019112994195893407f, 0.0013368403306230903f, 0.0007436138112097979f, 0.0004525095282588154f,
        -0.3210471272468567f, -0.2366781085729599f, -0.11321630328893661f, -0.012903694994747639f,
    ];

    private static ReadOnlySpan<float> Tanh3 =>
    [
        0.0366254560649395f, -0.008271574042737484f, -0.01387744303792715f, -0.010716017335653305f,
        -0.005688688717782497f, -0.002244667150080204f, -0.0010593864135444164f, -0.000567279348615557f,
        -0.00023713233531452715f, -0.00014726360677741468f, -6.736943032592535e-05f, -3.474057302810252e-05f,
        0.06454652547836304f, 0.15059134364128113f, 0.15552623569965363f, 0.10879353433847427f,
    ];

    private static ReadOnlySpan<float> Tanh4 =>
    [
        -0.03885377570986748f, -0.008680503815412521f, 0.000785584794357419f, 0.0020019812509417534f,
        0.0012759476667270064f, 0.0004606052825693041f, 0.00018774866475723684f, 8.711827831575647e-05f,
        2.939199112006463e-05f, 1.622081435925793e-05f, 6.103443411120679e-06f, 2.6671298201108584e-06f,
        0.1210670992732048f, 0.04629970341920853f, -0.030038390308618546f, -0.05585014820098877f,
    ];

    private static ReadOnlySpan<float> Tanh5 =>
    [
        0.014721868559718132f, 0.007130223326385021f, 0.001431003795005381f, -9.01029216038296e-06f,
        -0.00022272209753282368f, -8.891603647498414e-05f, -3.274492337368429e-05f, -1.3360880075197201e-05f,
        -3.7264201182551915e-06f, -1.7859185845736647e-06f, -5.525519668481138e-07f, -2.0461911276470346e-07f,
        -0.037663672119379044f, -0.07026088237762451f, -0.040860794484615326f, -0.0032989317551255226f,
    ];

    private static ReadOnlySpan<float> Tanh6 =>
    [
        0.00033011825871653855f, -0.0029169670306146145f, -0.000981753459200263f, -0.00019065072410739958f,
        1.8222350263386033e-05f, 1.5697243725298904e-05f, 5.554825293074828e-06f, 1.9556064216885716e-06f,
        4.804385866918892e-07f, 1.9053754840570036e-07f, 4.7791910873229426e-08f, 1.5020015453615088e-08f,
        -0.04447019100189209f, 0.002802047412842512f, 0.028203653171658516f, 0.019109617918729782f,
    ];
}
