using System.Buffers.Binary;

namespace Hillock.Lab.TensorBoard;

/// <summary>The frame around each event of a file: length, its checksum, the bytes, their checksum (TFRecord).</summary>
internal static class EventRecord
{
    private const int Head = sizeof(ulong) + sizeof(uint), Foot = sizeof(uint);

    /// <summary>Bytes in their frame.</summary>
    public static byte[] Framed(ReadOnlySpan<byte> data)
    {
        var record = new byte[Head + data.Length + Foot];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), Crc32C.Masked(record.AsSpan(0, sizeof(ulong))));
        data.CopyTo(record.AsSpan(Head));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(Head + data.Length), Crc32C.Masked(data));
        return record;
    }
}
