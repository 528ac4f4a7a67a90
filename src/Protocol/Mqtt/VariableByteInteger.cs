using System.Buffers;

namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Variable byte integers: seven bits a byte, low bits first, one to four bytes (section 1.5.5).</summary>
public static class VariableByteInteger
{
    public const uint Largest = 268_435_455;

    /// <param name="input">Starts with the integer.</param>
    /// <param name="strict">Refuse more bytes than needed, as MQTT 5 demands (MQTT-1.5.5-1); 3.1.1 is silent on it.</param>
    /// <param name="value">0 to <see cref="Largest"/>.</param>
    /// <param name="length">Bytes it takes, 1 to 4.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> input, bool strict, out uint value, out int length)
    {
        value = 0;
        for (length = 0; length < 4; length++)
        {
            if (length == input.Length)
            {
                return OperationStatus.NeedMoreData;
            }

            value |= (uint)(input[length] & 0x7F) << (7 * length);
            if (input[length] < 0x80)
            {
                bool padded = length > 0 && input[length] == 0;
                length++;
                return strict && padded ? OperationStatus.InvalidData : OperationStatus.Done;
            }
        }

        return OperationStatus.InvalidData;
    }

    /// <returns>Bytes needed, 1 to 4.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Above <see cref="Largest"/>.</exception>
    public static int Length(uint value) => value switch
    {
        < 128 => 1,
        < 16_384 => 2,
        < 2_097_152 => 3,
        <= Largest => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "a variable byte integer has at most 28 bits"),
    };

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> output, uint value)
    {
        int length = Length(value);
        for (int i = 0; i < length - 1; i++, value >>= 7)
        {
            output[i] = (byte)(value | 0x80);
        }

        output[length - 1] = (byte)value;
        return length;
    }
}
