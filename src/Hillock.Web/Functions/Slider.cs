namespace Hillock.Web;

/// <summary>A parameter that can be moved.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is.</param>
/// <param name="Default">What it is unless moved.</param>
/// <param name="Low">The slider's left end; the number box takes all that is valid.</param>
/// <param name="High">The slider's right end.</param>
/// <param name="Step">How far one press of a key moves it.</param>
internal sealed record Slider(string Name, double Value, double Default, double Low, double High, double Step)
{
    // A bound beyond is as good as none, and without one so many times the default is enough to see what the parameter does.
    private const double Boundless = 1e4, Reach = 2, Times = 4, Steps = 200;

    private static readonly double[] Round = [1, 2, 5, 10];

    /// <summary>The slider of a parameter.</summary>
    public static Slider Of(Parameter parameter, double value)
    {
        var reach = Math.Min(Math.Max(Reach, Times * Math.Abs(parameter.Default)), double.MaxValue / Times);
        var low = parameter.Least > -Boundless ? parameter.Least : Math.Min(-reach, value);
        var high = parameter.Most < Boundless ? parameter.Most : Math.Max(Math.Max(reach, low + reach), value);
        var rough = (high - low) / Steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return new(parameter.Name, value, parameter.Default, low, high, power * Round.First(m => m * power >= rough * (1 - 1e-9)));
    }
}
