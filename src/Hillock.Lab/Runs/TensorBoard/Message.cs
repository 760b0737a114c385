using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Hillock.Lab.TensorBoard;

/// <summary>A protobuf message as it is written: fields by number (protobuf.dev, Encoding).</summary>
/// <remarks>The handful of messages of an event file take fewer lines so than a library takes to set up.</remarks>
internal sealed class Message
{
    private const int Varint = 0, Fixed64 = 1, Delimited = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>A whole number from 0 on, or an enumeration's value.</summary>
    public Message Add(int field, long value)
    {
        Key(field, Varint);
        Write((ulong)value);
        return this;
    }

    /// <summary>A double.</summary>
    public Message Add(int field, double value)
    {
        Key(field, Fixed64);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>A text.</summary>
    public Message Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message within.</summary>
    public Message Add(int field, Message value) => Add(field, value.Bytes);

    /// <summary>Bytes.</summary>
    public Message Add(int field, ReadOnlySpan<byte> value)
    {
        Key(field, Delimited);
        Write((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    private void Key(int field, int wire) => Write(((ulong)field << 3) | (uint)wire);

    /// <summary>Seven bits a byte, the least significant first.</summary>
    private void Write(ulong value)
    {
        const int Bits = 7;
        const byte More = 1 << Bits;
        for (; value >= More; value >>= Bits)
        {
            _bytes.Write([(byte)(value | More)]);
        }
        _bytes.Write([(byte)value]);
    }
}
