using System.Runtime.InteropServices;

namespace Hillock.Training.Tests;

public static class Samples
{
    public static Tensor Normal(string purpose, params ReadOnlySpan<int> shape)
    {
        var tensor = new Tensor(shape);
        var draws = new Draws(7, purpose);
        foreach (ref var value in tensor.Values)
        {
            value = (float)draws.NextNormal();
        }
        return tensor;
    }

    public static Tensor Classes(int rows, int classes)
    {
        var tensor = new Tensor(rows, 1);
        for (var i = 0; i < rows; i++)
        {
            tensor.Values[i] = i * 7 % classes;
        }
        return tensor;
    }

    /// <summary>The bits of all values, so that 0 and -0, or two NaNs, are not taken for one another.</summary>
    public static int[] Bits(this Tensor tensor) => MemoryMarshal.Cast<float, int>(tensor.Values).ToArray();
}
