using Hillock;

float[] x = [-3, -1, 0, 1, 3], y = new float[5], dx = new float[5];
new Gelu().Forward(x, y);                                   // as wide as the machine's vectors
new Gelu().Backward(x, [1, 1, 1, 1, 1], dx);                // f′(x), exact
Console.WriteLine($"gelu   {string.Join("  ", y)}\nslope  {string.Join("  ", dx)}");

new Wavelet(2).ForwardBackward(x, [1, 1, 1, 1, 1], y, dx);  // your own: kernel and slope from one line
Console.WriteLine($"own    {string.Join("  ", y)}\nslope  {string.Join("  ", dx)}");

readonly record struct Wavelet(double Width) : IActivation
{
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : struct, IReal<T> => x * T.Exp(-x * x / Width);
}
