using System.Diagnostics;
using Hillock.Training;
namespace Hillock.Benchmarks;
internal static unsafe class Prof
{
    public static int Run()
    {
        { Tensor pa = R(8,256), pb = R(256,32), pc = R(8,32); Time("tile only", 2.0*8*256*32, () => Tile<Lanes512, System.Runtime.Intrinsics.Vector512<float>, RowMajor>.Compute(8, 256, pa.Pointer, 256, pb.Pointer, 32, pc.Pointer, 32, pc.Pointer, 32)); 
          Tensor qa = R(256,8); Time("tile only T", 2.0*8*256*32, () => Tile<Lanes512, System.Runtime.Intrinsics.Vector512<float>, ColumnMajor>.Compute(8, 256, qa.Pointer, 8, pb.Pointer, 32, pc.Pointer, 32, pc.Pointer, 32)); }
        Time("peak 8x512x32", 2.0*8*256*32, Mm(8,256,32));
        Time("128x784x256", 2.0*128*784*256, Mm(128,784,256));
        Time("128x256x128", 2.0*128*128*256, Mm(128,256,128));
        Time("128x1024x1024", 2.0*128*1024*1024, Mm(128,1024,1024));Time("8x1024x1024", 2.0*8*1024*1024, Mm(8,1024,1024));
        Time("128x128x10", 2.0*128*128*10, Mm(128,128,10));
        Tensor a = R(128,784), g = R(128,256), w = R(784,256);
        Time("dW1", 2.0*128*784*256, () => Product.Compute(a.Matrix.Transpose, g.Matrix, null, w.Matrix));
        Tensor a2 = R(128,256), g2 = R(128,128), w2 = R(256,128);
        Time("dW2", 2.0*128*128*256, () => Product.Compute(a2.Matrix.Transpose, g2.Matrix, null, w2.Matrix));
        Time("dX2", 2.0*128*128*256, () => Product.Compute(g2.Matrix, w2.Matrix.Transpose, null, a2.Matrix));
        Tensor a3 = R(128,128), g3 = R(128,10), w3 = R(128,10);
        Time("dW3", 2.0*128*128*10, () => Product.Compute(a3.Matrix.Transpose, g3.Matrix, null, w3.Matrix));
        Time("dX3", 2.0*128*128*10, () => Product.Compute(g3.Matrix, w3.Matrix.Transpose, null, a3.Matrix));
        var s = new Tensor(256);
        Time("sums1", 1, () => ColumnSums.Compute(g.Matrix, s.Pointer));
        var l = new SoftmaxCrossEntropy(); var t = new Tensor(128, 1);
        Time("loss", 1, () => l.Compute(g3, t, g3));
        using var crew = new Crew(1); using var crew2 = new Crew(2);
        foreach (var o in new Optimizer[]{new Sgd(), new Adam()})
        {
            List<Trainable> list = [new("w", 784, 256), new("w", 256, 128), new("w", 128, 10)];
            Time(o.Name, 1, () => o.Step(list, crew));
        }
        Time("crew2 empty", 1, () => crew2.Run((_, _) => { }));
        return 0;
    }
    static Action Mm(int m, int k, int n) { Tensor a = R(m,k), b = R(k,n), c = R(m,n); return () => Product.Compute(a.Matrix, b.Matrix, null, c.Matrix); }
    static Tensor R(int rows, int columns) { var t = new Tensor(rows, columns); var d = new Draws(1, "g"); foreach (ref var v in t.Values) v = (float)d.NextUniform() - 0.5f; return t; }
    static void Time(string name, double flops, Action work)
    {
        var w = Stopwatch.StartNew(); while (w.ElapsedMilliseconds < 400) work();
        var n = 0; w.Restart(); while (w.ElapsedMilliseconds < 10) { work(); n++; }
        var times = new List<double>();
        for (var i = 0; i < 31; i++) { w.Restart(); for (var j = 0; j < n; j++) work(); times.Add(w.Elapsed.TotalSeconds / n); }
        times.Sort();
        Console.WriteLine($"{name,-16} {times[15]*1e6,9:F2} us {flops/times[15]/1e9,7:F1} GF  best {times[0]*1e6,9:F2} {flops/times[0]/1e9,7:F1}");
    }
}
