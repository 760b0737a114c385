using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Web;

/// <summary>What the script draws curves from: code for them, and what the library has found.</summary>
/// <param name="Name">The function with its parameters' values.</param>
/// <param name="Text">How it is asked about again.</param>
/// <param name="Module">Where the code for its values, slopes and curvatures is; <c>null</c> where it is too long to be written.</param>
/// <param name="Sliders">Its parameters.</param>
/// <param name="X">The inputs to be drawn.</param>
/// <param name="Y">The values that show what matters.</param>
/// <param name="Threshold">Below this a slope counts as saturated.</param>
/// <param name="Saturated">Where it is saturated.</param>
/// <param name="Kinks">Where its slope jumps.</param>
/// <param name="Jumps">Where its value jumps.</param>
/// <param name="Signal">The deep network; <c>null</c> where there is nothing to say.</param>
internal sealed record CurveData(
    string Name,
    string Text,
    string? Module,
    IReadOnlyList<Slider> Sliders,
    PlotRange X,
    PlotRange Y,
    double Threshold,
    IReadOnlyList<PlotRange> Saturated,
    IReadOnlyList<double> Kinks,
    IReadOnlyList<double> Jumps,
    SignalData? Signal)
{
    /// <summary>Infinite values have no word in JSON; they are left out of curves.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>The data of a function that was studied.</summary>
    public static CurveData Of(Study study)
    {
        var (f, plot) = (study.Activation, study.Plot);
        double[] Places(bool isKink) => [.. plot.Marks.Where(mark => mark.Kind == MarkKind.Kink == isKink).Select(mark => mark.At.X).Distinct().Order()];
        return new(
            f.Name,
            Asked.TextOf(f),
            ModuleOf(f),
            [.. f.Parameters.Select((p, i) => Slider.Of(p, f.Values[i]))],
            plot.X,
            plot.Y,
            Saturation.Threshold,
            plot.Saturated,
            Places(true),
            Places(false),
            study.Signal is { } signal ? new(signal.Variances, signal.Gradients) : null);
    }

    /// <summary>Where the code of a function is.</summary>
    public static string? ModuleOf(Activation f) => !Code.CanWrite(f) ? null
        : f.Function is { Source: null, Surrogate: null } function ? $"/functions/{function.Name}.js"
        : $"/own/function.js?f={Uri.EscapeDataString(Asked.TextOf(f))}";

    /// <summary>As JSON that may stand within a page: neither &lt; nor &amp; is in it.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Options);
}

/// <summary>Layer by layer of a deep network.</summary>
/// <param name="Variances">The second moment of each layer's pre-activations.</param>
/// <param name="Gradients">The norm of each layer's gradients as a share of the last layer's.</param>
internal sealed record SignalData(IReadOnlyList<double> Variances, IReadOnlyList<double> Gradients);
