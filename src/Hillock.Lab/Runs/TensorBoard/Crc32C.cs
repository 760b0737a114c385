using System.Numerics;

namespace Hillock.Lab.TensorBoard;

/// <summary>The checksum of TFRecord files: CRC-32C (Castagnoli; RFC 3720, appendix B.4), masked.</summary>
internal static class Crc32C
{
    private const uint MaskDelta = 0xA282EAD8;
    private const int MaskShift = 15;

    /// <summary>The plain checksum.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }
        return ~crc;
    }

    /// <summary>Turned and moved: a checksum of bytes that hold their own checksum would say little (tensorboard/summary/writer/record_writer.py).</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) => unchecked(BitOperations.RotateRight(Of(bytes), MaskShift) + MaskDelta);
}
