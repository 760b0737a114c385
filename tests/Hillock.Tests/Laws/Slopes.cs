namespace Hillock.Tests;

/// <summary>The slope is the derivative of the function, by differences that know nothing of slope rules.</summary>
public class Slopes
{
    private const double Step = 1.0 / 128;
    private const int Halvings = 5;

    public static TheoryData<string> Names => EveryFunction.Names;

    public static TheoryData<string> Parameters => EveryFunction.Parameters;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_slope_is_the_limit_of_differences(string name)
    {
        var function = EveryFunction.Named(name);
        var f = function.Create();
        foreach (var x in Points(function))
        {
            f.Slope(x).ShouldBe(Difference(f.Of, x), 1e-8 * (1 + Math.Abs(f.Slope(x))), $"{name}'({x})");
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void The_parameters_gradient_is_the_limit_of_differences(string qualified)
    {
        var (name, parameter) = (qualified.Split('.')[0], qualified.Split('.')[1]);
        var function = EveryFunction.Named(name);
        var f = function.Create().Train(parameter);
        var value = f.Values[f.Trained!.Value.Index];
        float[] x = [.. Points(function).Select(p => (float)p)];
        float[] dy = [.. x.Select((_, i) => 1f + (i % 3))];
        float[] dx = new float[x.Length], gradient = [5f], each = new float[x.Length];

        f.Backward(x, [(float)value], dy, dx, gradient);
        f.Backward(x, [.. x.Select(_ => (float)value)], dy, dx, each);

        double sum = 5;
        for (var i = 0; i < x.Length; i++)
        {
            var expected = Difference(p => f.With(parameter, p).Of(x[i]), (float)value) * dy[i];
            ((double)each[i]).ShouldBe(expected, 1e-6 * (1 + Math.Abs(expected)), $"{qualified} at {x[i]}");
            sum += expected;
        }

        ((double)gradient[0]).ShouldBe(sum, 1e-5 * (1 + Math.Abs(sum)));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_varied_parameter_gives_the_function_with_that_parameter(string qualified)
    {
        var (name, parameter) = (qualified.Split('.')[0], qualified.Split('.')[1]);
        var f = EveryFunction.Named(name).Create().Train(parameter);
        var value = (float)f.Values[f.Trained!.Value.Index] * 0.75f;
        float[] x = [.. Points(EveryFunction.Named(name)).Select(p => (float)p)];
        float[] varied = new float[x.Length], each = new float[x.Length], fixedParameter = new float[x.Length], dx = new float[x.Length], fixedDx = new float[x.Length];

        f.Forward(x, [value], varied);
        f.Forward(x, [.. x.Select(_ => value)], each);
        f.With(parameter, value).Forward(x, fixedParameter);
        f.Backward(x, [value], x, dx, [0]);
        f.With(parameter, value).Backward(x, x, fixedDx);

        // A varied parameter is computed in doubles, a fixed one may be in floats: equal to their promised errors, each to the other's bits.
        varied.ShouldBe(each);
        for (var i = 0; i < x.Length; i++)
        {
            ((double)varied[i]).ShouldBe(fixedParameter[i], 3e-7 * (1e-30 + Math.Abs(fixedParameter[i])));
            ((double)dx[i]).ShouldBe(fixedDx[i], 1e-6 * (1e-6 + Math.Abs(fixedDx[i])));
        }
    }

    /// <summary>Richardson's extrapolation of central differences (1911, doi:10.1098/rsta.1911.0009).</summary>
    private static double Difference(Func<double, double> f, double x)
    {
        var table = new double[Halvings];
        for (var i = 0; i < Halvings; i++)
        {
            var h = Math.ScaleB(Step, -i);
            table[i] = (f(x + h) - f(x - h)) / (2 * h);
        }

        for (var order = 1; order < Halvings; order++)
        {
            for (var i = Halvings - 1; i >= order; i--)
            {
                table[i] += (table[i] - table[i - 1]) / (Math.ScaleB(1, 2 * order) - 1);
            }
        }

        return table[^1];
    }

    /// <summary>Points in [-12, 12] away from kinks, and from 0, where functions of |x| and pieces meet.</summary>
    private static IEnumerable<double> Points(Function function) =>
        Enumerable.Range(-120, 241).Select(i => (i / 10.0) + 0.0371)
            .Where(x => function.Kinks.Append(0).All(kink => Math.Abs(x - kink) > 2 * Step));
}
